"""VIS156: what is forwarded is no item of the meeting."""

from collections.abc import Iterator
from difflib import get_close_matches

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.meetings import that_forwarded
from vis_cli.registry import Registry


@rule()
def forwarded_item_unknown(registry: Registry) -> Iterator[Problem]:
    """A forwarded matter is not an item of the same meeting.

    *Ett ärende som förs vidare är inte någon punkt på mötet.*

    What is taken on can be traced to an item where it was dealt with (003:49-56).

    Wrong:

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: held
    date: 2031-02-20
    items:
      - id: rapporten
        heading: Exempel
        type: information
      - id: vidare
        heading: Exempel
        type: forwarding
        forwards:
          - item: raporten   # VIS156
            kind: decision
            to: provgruppen
            title: Rapporten
    ```

    Right:

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: held
    date: 2031-02-20
    items:
      - id: rapporten
        heading: Exempel
        type: information
      - id: vidare
        heading: Exempel
        type: forwarding
        forwards:
          - item: rapporten
            kind: decision
            to: provgruppen
            title: Rapporten
    ```
    """
    for record in that_forwarded(registry):
        for i, item in enumerate(record.entity.items):
            for j, forward in enumerate(item.forwards):
                ids = [other.id for other in record.entity.items if other is not item]
                if forward.item not in ids:
                    near = get_close_matches(forward.item, ids, 1)
                    yield Problem(
                        record.at("items", i, "forwards", j, "item"),
                        N_("the meeting has no other item `{item}`"),
                        help=N_("did you mean `{near}`?") if near else N_("name an item of this meeting by its id"),
                        item=forward.item,
                        near=near[0] if near else "",
                    )
