"""VIS157: an item is forwarded twice to the same body."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.meetings import that_forwarded
from vis_cli.places import Route
from vis_cli.registry import Registry


@rule()
def forwarded_twice(registry: Registry) -> Iterator[Problem]:
    """An item is taken on twice to the same body.

    *En punkt förs vidare två gånger till samma organ.*

    A matter goes on either for information or for decision (003:49-54), and once.

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
          - item: rapporten
            kind: decision
            to: provgruppen
            title: Rapporten
          - item: rapporten   # VIS157
            kind: information
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
        seen: dict[tuple[str, str], Route] = {}
        for i, item in enumerate(record.entity.items):
            for j, forward in enumerate(item.forwards):
                route: Route = ("items", i, "forwards", j, "item")
                first = seen.setdefault((forward.item, forward.to), route)
                if first is not route:
                    yield Problem(
                        record.at(*route),
                        N_("`{item}` is forwarded twice to `{to}`"),
                        help=N_("keep it once, for information or for decision"),
                        related=((record.at(*first), N_("the first time")),),
                        item=forward.item,
                        to=forward.to,
                    )
