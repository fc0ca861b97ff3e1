"""VIS149: an item for decision has none."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.diagnostics import Severity
from vis_cli.errors import N_
from vis_cli.facts.meetings import is_held
from vis_cli.model.meeting import Meeting
from vis_cli.registry import Registry


@rule()
def decision_missing(registry: Registry) -> Iterator[Problem]:
    """An item for decision has no decision, or an item for recommendation no recommendation.

    *En beslutspunkt saknar beslut, eller en rekommendationspunkt saknar rekommendation.*

    What was decided stands in a block of its own (003:38-40, 003:47-48). This binds once the minutes are drafted; until
    then, at a meeting that has been held, it is a warning.

    Wrong:

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: held
    date: 2031-02-20
    items:
      - id: decision
        heading: Exempel
        type: decision   # VIS149
      - id: recommendation
        heading: Exempel
        type: recommendation   # VIS149
        decisions:
          - id: beslut-1
            type: decides
            text: genomföra exemplet
    ```

    Right:

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: held
    date: 2031-02-20
    items:
      - id: decision
        heading: Exempel
        type: decision
        decisions:
          - id: beslut-1
            type: decides
            text: genomföra exemplet
      - id: recommendation
        heading: Exempel
        type: recommendation
        decisions:
          - id: beslut-2
            type: recommends
            text: genomföra exemplet
    ```

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: called
    date: 2031-02-20
    items:
      - id: decision
        heading: Exempel
        type: decision
    ```
    """
    for record in registry.all(Meeting):
        severity: Severity | None = "warning" if record.entity.status == "held" else None  # still being written
        for index, item in enumerate(record.entity.items if is_held(record.entity) else ()):
            if item.type == "decision" and not item.decisions:
                help = N_("write `decisions:` with what was decided, or correct the type of the item")
                message = N_("an item for decision has no decision")
                yield Problem(record.at("items", index, "type"), message, help=help, severity=severity)
            if item.type == "recommendation" and all(decision.type != "recommends" for decision in item.decisions):
                help = N_("write a decision of the type `recommends`, or correct the type of the item")
                message = N_("an item for recommendation has no recommendation")
                yield Problem(record.at("items", index, "type"), message, help=help, severity=severity)
