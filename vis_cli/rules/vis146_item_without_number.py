"""VIS146: an item of the agenda has no number."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.meetings import is_called
from vis_cli.model.meeting import Meeting
from vis_cli.registry import Registry


@rule(severity="warning")
def item_without_number(registry: Registry) -> Iterator[Problem]:
    """An item of the agenda has no number.

    *En punkt på dagordningen saknar nummer.*

    Decisions are referred to by body, date and item (003:32: a decision stood under a heading without a number, and
    could not be). Where a document was printed so, it stays as printed.

    Wrong:

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: held
    date: 2031-02-20
    items:
      - id: opening
        number: 1
        heading: Exempel
        type: opening
      - id: decision
        heading: Beslut om exemplet   # VIS146
        type: decision
    ```

    Right:

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: held
    date: 2031-02-20
    items:
      - id: opening
        number: 1
        heading: Exempel
        type: opening
      - id: decision
        number: 2
        heading: Exempel
        type: decision
    ```

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: planned
    date: 2031-02-20
    items:
      - id: opening
        heading: Exempel
        type: opening
    ```
    """
    for record in registry.all(Meeting):
        if not is_called(record.entity):
            continue
        for index, item in enumerate(record.entity.items):
            if item.number is None:
                help = N_("number it; if it was printed so, write a comment `# vis: allow VIS146 - why`")
                yield Problem(record.at("items", index, "heading"), N_("the item has no number"), help=help)
