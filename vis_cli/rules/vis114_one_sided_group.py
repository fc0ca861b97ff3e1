"""VIS114: a joint consultation group has members from one side only."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_, Word
from vis_cli.facts.establishment import SIDES, binds, missing_sides, representatives
from vis_cli.facts.stretches import uncovered
from vis_cli.facts.terms import Period, certain, possible
from vis_cli.model.group import Group
from vis_cli.model.values import DAY_LAST
from vis_cli.registry import Record, Registry


@rule()
def one_sided_group(registry: Registry) -> Iterator[Problem]:
    """A joint consultation group has members from one side only.

    *En gemensam samrådsgrupp har ledamöter från bara den ena sidan.*

    The region and the municipalities are equal parties, and answer together for a full representation in every
    group. A side whose seats have all ended is a warning: somebody has to be appointed. (000:244-245, 612-615)

    Wrong:

    ```yaml registry/groups/exempelgruppen.yaml
    id: exempelgruppen
    name: Exempelgruppen
    type: consultation
    level: regional
    status: established
    members:   # VIS114
      - role: chair
        side: region
      - side: region
    ```

    ```yaml registry/groups/exempelgruppen.yaml
    id: exempelgruppen
    name: Exempelgruppen
    type: consultation
    level: regional
    status: established
    members:   # VIS114
      - side: region
        from: "2030"
      - side: municipality
        from: "2030"
        until: 2031-12-31
    ```

    Right:

    ```yaml registry/groups/exempelgruppen.yaml
    id: exempelgruppen
    name: Exempelgruppen
    type: consultation
    level: regional
    status: established
    members:
      - side: region
        from: "2030"
      - side: municipality
        from: "2030"
        until: 2031-12-31
      - side: municipality
        from: 2032-01-01
    ```
    """
    for record in registry.all(Group):
        group = record.entity
        if not binds(group) or not group.joint or not representatives(group):
            continue
        missing = missing_sides(group)
        for side in missing:
            yield Problem(
                record.key("members"),
                N_("nobody sits in `{id}` for this side: {side}"),
                help=N_("add a seat of that side, with or without a name"),
                id=record.id,
                side=Word(side),
            )
        if not missing:
            yield from _vacancies(record)


def _vacancies(record: Record[Group]) -> Iterator[Problem]:
    """The stretches, between seats or after the last, on which a side certainly has nobody."""
    group = record.entity
    for side in SIDES:
        spans = [possible(seat) for _, seat in representatives(group) if seat.side in (side, "joint")]
        whole = Period(max(min(span.first for span in spans), certain(group).first), certain(group).last)
        for stretch in uncovered(whole, spans):
            if stretch.last == DAY_LAST:
                message = N_("from {first} on nobody sits in `{id}` for this side: {side}")
            else:
                message = N_("{first} to {last} nobody sits in `{id}` for this side: {side}")
            yield Problem(
                record.key("members"),
                message,
                help=N_("add a seat of that side, with or without a name"),
                severity="warning",
                id=record.id,
                side=Word(side),
                first=stretch.first,
                last=stretch.last,
            )
