"""Meetings in their order: which came before, which comes after, what was decided at them."""

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from vis_cli.model.item import Decision, Item
from vis_cli.model.meeting import Meeting
from vis_cli.registry import Record, Registry

HELD = frozenset({"held", "drafted", "sent", "approved"})
CALLED = HELD | {"called"}


def is_held(meeting: Meeting) -> bool:
    """Whether it has taken place."""
    return meeting.status in HELD


def is_called(meeting: Meeting) -> bool:
    """Whether its notice has been sent (it may have been held since)."""
    return meeting.status in CALLED


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The meetings of the same body nearest before and after; cancelled ones do not count."""

    previous: Record[Meeting] | None
    next: Record[Meeting] | None


def timelines(registry: Registry) -> Mapping[str, tuple[Record[Meeting], ...]]:
    """The meetings of each body by date, without the cancelled ones."""
    return registry.once(_timelines)


def _timelines(registry: Registry) -> Mapping[str, tuple[Record[Meeting], ...]]:
    found: dict[str, list[Record[Meeting]]] = {}
    for record in registry.all(Meeting):
        if record.entity.status != "cancelled":
            found.setdefault(record.entity.group, []).append(record)
    return {group: tuple(sorted(records, key=_date)) for group, records in found.items()}


def neighbours(registry: Registry) -> Mapping[str, Neighbours]:
    """For every meeting, by its id, the one before and the one after."""
    return registry.once(_neighbours)


def _neighbours(registry: Registry) -> Mapping[str, Neighbours]:
    lines = timelines(registry)
    days = {group: [record.entity.date for record in line] for group, line in lines.items()}
    return {
        record.id: _around(lines.get(record.entity.group, ()), days.get(record.entity.group, []), record.entity.date)
        for record in registry.all(Meeting)
    }


def previous_meeting(registry: Registry, group: str, before: dt.date) -> Record[Meeting] | None:
    """The last meeting of a body before a day, unless it was cancelled."""
    line = timelines(registry).get(group, ())
    return _around(line, [record.entity.date for record in line], before).previous


def next_meeting(registry: Registry, group: str, after: dt.date) -> Record[Meeting] | None:
    """The first meeting of a body after a day, unless it was cancelled."""
    line = timelines(registry).get(group, ())
    return _around(line, [record.entity.date for record in line], after).next


def decisions(meeting: Meeting) -> Iterator[tuple[int, Item, int, Decision]]:
    """Every decision of a meeting with its item, and their indexes."""
    for i, item in enumerate(meeting.items):
        for j, decision in enumerate(item.decisions):
            yield i, item, j, decision


def every_decision(registry: Registry) -> tuple[tuple[Record[Meeting], int, Item, int, Decision], ...]:
    """The decisions of all meetings, by meeting, each with its item and their indexes."""
    return registry.once(_every_decision)


def _every_decision(registry: Registry) -> tuple[tuple[Record[Meeting], int, Item, int, Decision], ...]:
    return tuple((record, *made) for record in registry.all(Meeting) for made in decisions(record.entity))


def that_forwarded(registry: Registry) -> tuple[Record[Meeting], ...]:
    """The meetings that took something on to another body."""
    return registry.once(_that_forwarded)


def _that_forwarded(registry: Registry) -> tuple[Record[Meeting], ...]:
    return tuple(record for record in registry.all(Meeting) if any(item.forwards for item in record.entity.items))


def _around(line: tuple[Record[Meeting], ...], days: list[dt.date], day: dt.date) -> Neighbours:
    before, after = bisect_left(days, day), bisect_right(days, day)
    return Neighbours(line[before - 1] if before else None, line[after] if after < len(line) else None)


def _date(record: Record[Meeting]) -> tuple[dt.date, str]:
    return record.entity.date, record.id
