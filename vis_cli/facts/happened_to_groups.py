"""What happened to groups: the statuses that they reached, and who came to sit in them and left. (000:531-547)"""

from collections.abc import Iterator

from vis_cli.facts.days import day_after
from vis_cli.facts.happening import Happening, OfGroup
from vis_cli.facts.statuses import ways
from vis_cli.model.group import Group
from vis_cli.registry import Registry


def happened(registry: Registry) -> Iterator[Happening]:
    """By group; who changes role in it, or is followed by a seat of their own, has neither come nor left."""
    for record in registry.all(Group):
        for status, reached in ways(record.entity):
            if reached and reached.on:
                yield Happening("group-reached", reached.on, OfGroup(record, status, reached))
        members = record.entity.members
        for seat in members:
            others = [other for other in members if other is not seat and other.person == seat.person]
            if seat.person is None:
                continue
            if seat.since and not any(
                other.until and str(day_after(other.until)) == str(seat.since) for other in others
            ):
                yield Happening("joined", seat.since, OfGroup(record, seat=seat))
            if seat.until and not any(
                other.since and str(day_after(seat.until)) == str(other.since) for other in others
            ):
                yield Happening("left-group", seat.until, OfGroup(record, seat=seat))
