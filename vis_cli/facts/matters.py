"""What goes on from a meeting: tasks that come back to a body, and items taken on to another."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from vis_cli.model.item import Assignment, Forward, Item
from vis_cli.model.meeting import Meeting
from vis_cli.registry import Place, Record, Registry


@dataclass(frozen=True, slots=True)
class Given:
    """A task, and the meeting and item at which it was given."""

    meeting: Record[Meeting]
    item: Item
    assignment: Assignment
    place: Place


@dataclass(frozen=True, slots=True)
class Forwarded:
    """An item that was taken on to another body; `item` is None where the meeting has no such item."""

    meeting: Record[Meeting]
    item: Item | None
    forward: Forward
    place: Place


def assignments(registry: Registry) -> Iterator[Given]:
    """Every task given at a meeting, by meeting."""
    for record in registry.all(Meeting):
        for i, item in enumerate(record.entity.items):
            for j, assignment in enumerate(item.assignments):
                yield Given(record, item, assignment, record.at("items", i, "assignments", j))


def open_assignments(registry: Registry, group: str | None = None, on: dt.date | None = None) -> tuple[Given, ...]:
    """The tasks that are not reported back, the oldest first.

    `group` keeps those that come back to a body, `on` those that were given on that day or before it.
    """
    found = (
        given
        for given in assignments(registry)
        if given.assignment.status == "open"
        and group in (None, given.assignment.return_to)
        and (on is None or given.meeting.entity.date <= on)
    )
    return tuple(sorted(found, key=lambda given: (given.meeting.entity.date, given.meeting.id)))


def forwarded(registry: Registry, to: str | None = None) -> tuple[Forwarded, ...]:
    """The items that were taken on (to one body, where `to` is given), the oldest first."""
    found = []
    for record in registry.all(Meeting):
        by_id = {item.id: item for item in record.entity.items}
        for i, item in enumerate(record.entity.items):
            for j, forward in enumerate(item.forwards):
                if to in (None, forward.to):
                    place = record.at("items", i, "forwards", j)
                    found.append(Forwarded(record, by_id.get(forward.item), forward, place))
    return tuple(sorted(found, key=lambda item: (item.meeting.entity.date, item.meeting.id)))
