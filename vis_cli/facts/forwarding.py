"""What became of items taken on to another body: they wait, are on an agenda, dealt with, dropped, or passed over."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from vis_cli.facts.matters import Brought, Forwarded, brought, forwarded, key_of, sent_from
from vis_cli.facts.meetings import is_held, timelines
from vis_cli.facts.returning import dealt_with
from vis_cli.model.item import Decision, Item, Origin
from vis_cli.model.meeting import Dropped, Meeting
from vis_cli.registry import Record, Registry

State = Literal["waiting", "on-agenda", "dealt-with", "dropped", "passed-over"]
"""It waits for the next meeting of the body; it stands on the agenda of one; a meeting took it up; it was dropped with
a reason; the body has met since without it, and has no meeting to come."""


@dataclass(frozen=True, slots=True)
class Course:
    """How it went with an item that was taken on to another body."""

    forwarded: Forwarded
    state: State
    meeting: Record[Meeting] | None = None
    """The meeting that dealt with it or dropped it, has it on its agenda, or is the next one that it waits for."""
    item: Item | None = None
    """The item there."""
    reason: str | None = None
    """Why it was dropped."""
    passed: tuple[Record[Meeting], ...] = ()
    """Where nothing has taken it up: the meetings that the body has held since without it."""
    returned: Brought | None = None
    """Where the answer came back to the body that had taken it on."""
    onward: tuple["Course", ...] = ()
    """How it went where the other body took it further."""

    @property
    def answer(self) -> tuple[Decision, ...]:
        """What was decided on it."""
        return self.item.decisions if self.item and self.state == "dealt-with" else ()


def courses(registry: Registry, to: str | None = None) -> tuple[Course, ...]:
    """How it went with every item that was taken on (to one body, where `to` is given), the oldest first."""
    return tuple(course(registry, item) for item in forwarded(registry, to) if is_held(item.meeting.entity))


def course(registry: Registry, item: Forwarded, *, before: frozenset[str] = frozenset()) -> Course:
    """How it went with an item that was taken on, and taken further from there.

    The meeting that decided on it is the answer; of several without a decision, the last one counts. `before` are the
    meetings that it has come by, which a circle would come back to.
    """
    found = brought(registry).get((item.forward.to, item.key), ())
    held = [each for each in found if is_held(each.meeting.entity) and isinstance(each.item, Item)]
    decided = [each for each in held if isinstance(each.item, Item) and each.item.decisions]
    if last := next(iter(decided[-1:] or found[-1:]), None):
        return _brought(registry, item, last, before | {item.meeting.id})
    passed = tuple(met_since(registry, item.forward.to, item.meeting.entity.date))
    coming = next_planned(registry, item.forward.to, item.meeting.entity.date)
    state: State = "passed-over" if passed and coming is None else "waiting"
    return Course(item, state, coming, passed=passed)


def next_planned(registry: Registry, group: str, after: dt.date) -> Record[Meeting] | None:
    """The first meeting of a body that is still to be held: after a day, and after every meeting that it has held."""
    line = timelines(registry).get(group, ())
    last = max((record.entity.date for record in line if is_held(record.entity)), default=after)
    found = (record for record in line if not is_held(record.entity) and record.entity.date > max(after, last))
    return next(found, None)


def met_since(registry: Registry, group: str, day: dt.date) -> Iterator[Record[Meeting]]:
    """The meetings that a body has held after a day, if what was said at them is in the register."""
    for record in timelines(registry).get(group, ()):
        if is_held(record.entity) and record.entity.items and record.entity.date > day:
            yield record


def _brought(registry: Registry, item: Forwarded, last: Brought, before: frozenset[str]) -> Course:
    returned = _returned(registry, item, last)
    if isinstance(last.item, Dropped):
        return Course(item, "dropped", last.meeting, reason=last.item.reason, returned=returned)
    if not is_held(last.meeting.entity):
        return Course(item, "on-agenda", last.meeting, last.item)
    further = sent_from(registry, last.meeting.id, last.item.id) if last.meeting.id not in before else ()
    onward = tuple(course(registry, each, before=before) for each in further)
    return Course(item, "dealt-with", last.meeting, last.item, returned=returned, onward=onward)


def _returned(registry: Registry, item: Forwarded, last: Brought) -> Brought | None:
    """Where what the other body said of it came back to the one that had taken it on.

    Where that was dropped from the agenda, it is the answer that came later, of a body further up.
    """
    if not last.item.id:
        return None
    answers = [
        (last.meeting.id, last.item.id),
        *((each.meeting.id, each.item.id) for each in dealt_with(registry, item)),
    ]
    for meeting, id in answers:
        answer = Origin(kind="answer", meeting=meeting, item=id, why="-")
        found = brought(registry).get((item.meeting.entity.group, key_of(answer)), ())
        if back := [each for each in found if isinstance(each.item, Item)]:
            return back[-1]
    return None
