"""What goes on from a meeting: tasks that come back to a body, and items taken on to another."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from vis_cli.facts.meetings import that_forwarded
from vis_cli.model.item import Assignment, Forward, Item, Origin
from vis_cli.model.meeting import Dropped, Meeting
from vis_cli.registry import Place, Record, Registry

ROUTINE = frozenset({"opening", "previous-minutes", "forwarding", "other-business", "next-meeting"})
"""Items that agendas have whatever the matters are: they are no matters themselves."""

AssignmentState = Literal["open", "reported", "closed"]
Key = tuple[str, str | None, str | None, str | None, str | None]
"""What an item follows from, as one value: two items with the same key were brought by the same thing."""


@dataclass(frozen=True, slots=True)
class Given:
    """A task, and the meeting and item at which it was given."""

    meeting: Record[Meeting]
    item: Item
    assignment: Assignment
    place: Place

    @property
    def address(self) -> str:
        """What it is called at the prompt: its meeting and its id."""
        return f"{self.meeting.id}#{self.assignment.id}"

    @property
    def state(self) -> AssignmentState:
        """Open until it is reported back or closed; what is postponed is open still."""
        for report in reversed(self.assignment.reports):
            return "open" if report.outcome == "postponed" else report.outcome
        return "open"

    @property
    def return_at(self) -> str | None:
        """The meeting that it comes back at: the last that was said of it."""
        said = [report.return_at for report in self.assignment.reports if report.outcome == "postponed"]
        return said[-1] if said else self.assignment.return_at

    @property
    def delays(self) -> int:
        """How often it was postponed."""
        return sum(1 for report in self.assignment.reports if report.outcome == "postponed")

    def age(self, on: dt.date) -> int:
        """Days since it was given."""
        return (on - self.meeting.entity.date).days


@dataclass(frozen=True, slots=True)
class Forwarded:
    """An item that was taken on to another body; `item` is None where the meeting has no such item."""

    meeting: Record[Meeting]
    item: Item | None
    forward: Forward
    place: Place

    @property
    def key(self) -> Key:
        """What an item of the other body says that it follows from."""
        return ("forwarded", self.meeting.id, self.forward.item, None, None)


@dataclass(frozen=True, slots=True)
class Brought:
    """Where something was brought to a body's agenda, or dropped from it."""

    meeting: Record[Meeting]
    item: Item | Dropped


def key_of(origin: Origin) -> Key:
    """The same for all items that the same thing brings."""
    return origin.kind, origin.meeting, origin.item, origin.of, str(origin.due) if origin.due else None


def assignments(registry: Registry) -> tuple[Given, ...]:
    """Every task given at a meeting, by meeting."""
    return registry.once(_assignments)


def _assignments(registry: Registry) -> tuple[Given, ...]:
    return tuple(
        Given(record, item, assignment, record.at("items", i, "assignments", j))
        for record in registry.all(Meeting)
        for i, item in enumerate(record.entity.items)
        for j, assignment in enumerate(item.assignments)
    )


def open_assignments(registry: Registry, group: str | None = None, on: dt.date | None = None) -> tuple[Given, ...]:
    """The tasks that are not reported back, the oldest first.

    `group` keeps those that come back to a body, `on` those that were given on that day or before it.
    """
    found = (
        given
        for given in assignments(registry)
        if given.state == "open"
        and group in (None, given.assignment.return_to)
        and (on is None or given.meeting.entity.date <= on)
    )
    return tuple(sorted(found, key=lambda given: (given.meeting.entity.date, given.meeting.id)))


def forwarded(registry: Registry, to: str | None = None) -> tuple[Forwarded, ...]:
    """The items that were taken on (to one body, where `to` is given), the oldest first."""
    found = []
    for record in that_forwarded(registry):
        by_id = {item.id: item for item in record.entity.items}
        for i, item in enumerate(record.entity.items):
            for j, forward in enumerate(item.forwards):
                if to in (None, forward.to):
                    place = record.at("items", i, "forwards", j)
                    found.append(Forwarded(record, by_id.get(forward.item), forward, place))
    return tuple(sorted(found, key=lambda item: (item.meeting.entity.date, item.meeting.id)))


def sent_from(registry: Registry, meeting: str, item: str | None = None) -> tuple[Forwarded, ...]:
    """What a meeting has taken on to others, of all its items or of one."""
    return tuple(each for each in registry.once(_by_meeting).get(meeting, ()) if item in (None, each.forward.item))


def _by_meeting(registry: Registry) -> Mapping[str, tuple[Forwarded, ...]]:
    found: dict[str, list[Forwarded]] = {}
    for each in forwarded(registry):
        found.setdefault(each.meeting.id, []).append(each)
    return {meeting: tuple(items) for meeting, items in found.items()}


def brought(registry: Registry) -> Mapping[tuple[str, Key], tuple[Brought, ...]]:
    """By body and what it follows from: the items that it gave rise to there, the oldest first.

    A cancelled meeting took nothing up, so what stood on its agenda was not brought.
    """
    return registry.once(_brought)


def _brought(registry: Registry) -> Mapping[tuple[str, Key], tuple[Brought, ...]]:
    found: dict[tuple[str, Key], list[Brought]] = {}
    for record in sorted(registry.all(Meeting), key=lambda item: (item.entity.date, item.id)):
        meeting = record.entity
        if meeting.status == "cancelled":
            continue
        items: tuple[Item | Dropped, ...] = (*meeting.items, *meeting.dropped)
        for item in items:
            if item.origin is not None:
                found.setdefault((meeting.group, key_of(item.origin)), []).append(Brought(record, item))
    return {key: tuple(items) for key, items in found.items()}


def answered(registry: Registry, item: Item) -> tuple[Record[Meeting], Item] | None:
    """For an item that brings an answer back: the meeting that gave it, and the item there."""
    origin = item.origin
    found = registry.get(Meeting, origin.meeting) if origin and origin.kind == "answer" else None
    if origin is None or found is None:
        return None
    there = next((one for one in found.entity.items if one.id == origin.item), None)
    return (found, there) if there else None
