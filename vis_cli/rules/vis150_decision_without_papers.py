"""VIS150: a decision rests on no paper."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.meetings import is_called
from vis_cli.model.meeting import Meeting
from vis_cli.registry import Registry


@rule(severity="warning")
def decision_without_papers(registry: Registry) -> Iterator[Problem]:
    """A decision rests on no paper.

    *Ett beslut saknar beslutsunderlag.*

    What is to be decided is sent out before the meeting (003:34), so that both sides can prepare it. This binds once
    the notice is sent.

    Wrong:

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
            text: genomföra exemplet   # VIS150
    ```

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: called
    date: 2031-02-20
    items:
      - id: decision
        heading: Exemplet   # VIS150
        type: decision
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
        papers:
          - underlag
        decisions:
          - id: beslut-1
            type: decides
            text: genomföra exemplet
    attachments:
      - id: underlag
        title: Underlag
    ```
    """
    for record in registry.all(Meeting):
        for i, item in enumerate(record.entity.items if is_called(record.entity) else ()):
            if item.type not in ("decision", "recommendation") or item.papers:
                continue
            help = N_("write `papers:` for the item or `basis:` for the decision, with the ids of attachments")
            if not item.decisions:
                yield Problem(record.at("items", i, "heading"), N_("an item for decision has no papers"), help=help)
            for j, decision in enumerate(item.decisions):
                if not decision.basis:
                    message = N_("the decision names no paper that it rests on")
                    yield Problem(record.at("items", i, "decisions", j, "text"), message, help=help)
