"""VIS147: the items of an agenda are not numbered 1, 2, 3."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.meetings import is_called
from vis_cli.facts.numbering import breaks
from vis_cli.model.meeting import Meeting
from vis_cli.registry import Registry


@rule()
def items_misnumbered(registry: Registry) -> Iterator[Problem]:
    """The items of the agenda are not numbered 1, 2, 3.

    *Dagordningens punkter är inte numrerade i löpande följd.*

    Items are numbered without gaps or repeats (003:13-117), so that a reference to item 5 leads to one item. Items
    without a number are left out of the count; while the meeting is only planned this is a warning.

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
      - id: information
        number: 3   # VIS147
        heading: Exempel
        type: information
      - id: dialogue
        number: 3   # VIS147
        heading: Exempel
        type: dialogue
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
      - id: information
        heading: Exempel
        type: information
      - id: dialogue
        number: 2
        heading: Exempel
        type: dialogue
    ```
    """
    for record in registry.all(Meeting):
        numbered = [(i, item.number) for i, item in enumerate(record.entity.items) if item.number is not None]
        for index, number, expected in breaks(number for _, number in numbered):
            yield Problem(
                record.at("items", numbered[index][0], "number"),
                N_("the item has the number {number}, where {expected} is next"),
                help=N_("number the items 1, 2, 3 in the order of the agenda"),
                severity="error" if is_called(record.entity) else "warning",
                number=number,
                expected=expected,
            )
