"""VIS504: the statuses of a group are not in the order of their days."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_, Word
from vis_cli.facts.statuses import ways
from vis_cli.model.group import Group
from vis_cli.registry import Registry


@rule()
def statuses_out_of_order(registry: Registry) -> Iterator[Problem]:
    """A group reached a status before the one that stands above it.

    *En grupps lägen står inte i tidsordning.*

    The statuses that a group had stand in `earlier` in their order, and the one that it has in `status`: what a group
    was on a day is read from them. (000:531-532, 544-547)

    Wrong:

    ```yaml registry/groups/exempelgruppen.yaml
    id: exempelgruppen
    name: Exempelgruppen
    type: consultation
    level: regional
    status: establishing
    reached:
      on: 2031-01-15   # VIS504
    earlier:
      - on: 2031-02-20
        status: proposed
      - on: 2030-11-20   # VIS504
        status: decided
    ```

    Right:

    ```yaml registry/groups/exempelgruppen.yaml
    id: exempelgruppen
    name: Exempelgruppen
    type: consultation
    level: regional
    status: establishing
    reached:
      on: 2031-04-15
    earlier:
      - on: 2030-11-20
        status: proposed
      - on: 2031-02
        status: decided
    ```
    """
    for record in registry.all(Group):
        before = None
        for index, (status, reached) in enumerate(ways(record.entity)):
            if reached is None or reached.on is None:
                continue
            last = index == len(record.entity.earlier)
            route = ("reached", "on") if last else ("earlier", index, "on")
            if before and reached.on.latest < before[1].earliest:
                yield Problem(
                    record.at(*route),
                    N_("`{id}` was {before} {day}, and here it becomes {status} before that, {date}"),
                    help=N_("correct one of the days, or put them in order"),
                    related=((record.at(*before[2]), N_("the status before")),),
                    id=record.id,
                    before=Word(before[0]),
                    day=before[1],
                    status=Word(status),
                    date=reached.on,
                )
            if before is None or reached.on.earliest >= before[1].earliest:
                before = status, reached.on, route
