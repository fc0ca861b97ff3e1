"""What the bodies below a body take up: the points of their agendas, for the one that they report to. (000:279-281)"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from vis_cli.facts.matters import ROUTINE
from vis_cli.facts.meetings import previous_meeting, timelines
from vis_cli.model.group import Group
from vis_cli.model.item import Item
from vis_cli.model.meeting import Meeting
from vis_cli.registry import Record, Registry


@dataclass(frozen=True, slots=True)
class Below:
    """A body that reports to another, and its meetings that matter to that one: the past first."""

    group: Record[Group]
    meetings: tuple[Record[Meeting], ...]


def below(registry: Registry, meeting: Record[Meeting]) -> tuple[Below, ...]:
    """The bodies that report to the one that meets: what they took up since its last meeting, and take up next.

    Of a body that has not met since then, its last meeting. Only agendas with a matter on them count.
    """
    own = meeting.entity
    before = previous_meeting(registry, own.group, own.date)
    since = before.entity.date if before else dt.date.min
    return between(registry, own.group, since, own.date)


def between(registry: Registry, group: str, since: dt.date, day: dt.date) -> tuple[Below, ...]:
    """The bodies that report to one: what they took up after `since` until a day, or else last, and take up next."""
    groups = [record for record in registry.all(Group) if _reports(record.entity, group)]
    return tuple(Below(record, tuple(_near(registry, record.id, since, day))) for record in groups)


def matters(meeting: Meeting) -> tuple[Item, ...]:
    """The items of an agenda that are not routine."""
    return tuple(item for item in meeting.items if item.type not in ROUTINE)


def _reports(group: Group, to: str) -> bool:
    return group.reports_to == to and group.status != "discontinued" and group.type != "secretariat"


def _near(registry: Registry, group: str, since: dt.date, day: dt.date) -> Iterator[Record[Meeting]]:
    line = [record for record in timelines(registry).get(group, ()) if matters(record.entity)]
    past = [record for record in line if record.entity.date <= day]
    yield from [record for record in past if record.entity.date > since] or past[-1:]
    yield from [record for record in line if record.entity.date > day][:1]
