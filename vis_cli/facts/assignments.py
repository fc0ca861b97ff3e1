"""Assignments (*uppdrag*) on a day: what is open, when it comes back, what is due or late. (R-MTG-9, 003:99)"""

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from vis_cli.facts.matters import AssignmentState, Brought, Given, Key, assignments, brought
from vis_cli.facts.meetings import is_held, timelines
from vis_cli.model.item import Report
from vis_cli.model.meeting import Meeting
from vis_cli.model.values import When
from vis_cli.registry import Record, Registry

Urgency = Literal["none", "due", "late"]
"""Nothing presses; it is due: its day or its meeting is that day; late: the day has passed, or the meeting was held,
and nothing is reported."""


@dataclass(frozen=True, slots=True)
class Task:
    """An assignment as it stood on a day."""

    given: Given
    on: dt.date
    log: tuple[Report, ...]
    """What had become of it by then."""
    state: AssignmentState
    returns: Record[Meeting] | None
    """The meeting that it comes back at: what was said unless it is cancelled, or else the next of the body."""
    said: bool
    """Whether that meeting was said."""
    urgency: Urgency
    taken_up: Brought | None
    """Where it last stood on the agenda of its body, or was dropped from it."""

    @property
    def address(self) -> str:
        """What it is called at the prompt: its meeting and its id."""
        return self.given.address

    @property
    def age(self) -> int:
        """Days since it was given."""
        return self.given.age(self.on)

    @property
    def delays(self) -> int:
        """How often it had been postponed."""
        return sum(1 for report in self.log if report.outcome == "postponed")

    @property
    def late(self) -> bool:
        """Whether it is late."""
        return self.urgency == "late"


def key(given: Given) -> Key:
    """What an item of an agenda says that it follows from, where it is the assignment that comes back."""
    return ("assignment", given.meeting.id, given.assignment.id, None, None)


def tasks(registry: Registry, on: dt.date) -> tuple[Task, ...]:
    """The assignments that had been given by a day, the oldest first."""
    given = (item for item in assignments(registry) if item.meeting.entity.date <= on)
    found = [task(registry, item, on) for item in given]
    return tuple(sorted(found, key=lambda item: (item.given.meeting.entity.date, item.address)))


def task(registry: Registry, given: Given, on: dt.date) -> Task:
    """One assignment as it stood on a day."""
    log = tuple(report for report in given.assignment.reports if _by(registry, report, on))
    state: AssignmentState = "open"
    if log and (last := log[-1].outcome) != "postponed":
        state = last
    returns, said = _returns(registry, given, log, on)
    taken = [item for item in _agendas(registry, given) if item.meeting.entity.date <= on]
    urgency = _urgency(given, log, returns if said else None, on) if state == "open" else "none"
    return Task(given, on, log, state, returns, said, urgency, taken[-1] if taken else None)


def day_of(registry: Registry, report: Report) -> When | None:
    """When something was reported: the day of its meeting, or the date that is given."""
    if record := registry.get(Meeting, report.meeting):
        return When.parse(record.entity.date.isoformat())
    return report.date


def _agendas(registry: Registry, given: Given) -> tuple[Brought, ...]:
    body = given.assignment.return_to or given.meeting.entity.group
    return brought(registry).get((body, key(given)), ())


def _by(registry: Registry, report: Report, on: dt.date) -> bool:
    day = day_of(registry, report)
    return day is None or day.earliest <= on


def _returns(
    registry: Registry, given: Given, log: tuple[Report, ...], on: dt.date
) -> tuple[Record[Meeting] | None, bool]:
    """(the meeting that it comes back at, whether that was said)."""
    put_off = [report for report in log if report.outcome == "postponed"]
    said = put_off[-1].return_at if put_off else given.assignment.return_at
    record = registry.get(Meeting, said)
    if record and record.entity.status != "cancelled":
        return record, True
    days = [day.latest for report in put_off if (day := day_of(registry, report))]
    after = max([given.meeting.entity.date, *days, *([record.entity.date] if record else [])])
    line = timelines(registry).get(given.assignment.return_to or "", ())
    over = {each.id for each in line if is_held(each.entity) and each.entity.date <= on}
    return next((each for each in line if each.entity.date > after and each.id not in over), None), False


def _urgency(given: Given, log: tuple[Report, ...], returns: Record[Meeting] | None, on: dt.date) -> Urgency:
    """A last day holds until it is postponed; then the meeting that it was postponed to does, where one was said."""
    due = None if any(report.outcome == "postponed" for report in log) else given.assignment.due
    back = returns.entity.date if returns else None
    if (due and due < on) or (back and returns and is_held(returns.entity) and back <= on):
        return "late"
    return "due" if on in (due, back) else "none"
