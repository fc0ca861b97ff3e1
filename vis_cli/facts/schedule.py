"""Meetings as they are planned, some of them moved to try: who would be where, and what comes in the wrong order."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import combinations, pairwise

from vis_cli.facts.bodies import above, procedure, seats_on
from vis_cli.facts.chains import lead
from vis_cli.model.meeting import Meeting
from vis_cli.registry import Record, Registry

SOON = dt.timedelta(42)
"""What just missed a meeting is not late where it can be taken up within six weeks all the same."""
ROUND = dt.timedelta(28)
"""A meeting this long after one of the body above is not of its round."""
APART = 14
"""So many days lie between two meetings of a body, unless it meets more often."""
_TRAVEL = 30
_TAKES_PART = ("chair", "vice-chair", "secretary", "process-leader", "member")


@dataclass(frozen=True, slots=True)
class Slot:
    """A meeting on a day; without a record it is only thought of."""

    key: str
    group: str
    date: dt.date
    record: Record[Meeting] | None = None
    start: str | None = None
    end: str | None = None
    form: str | None = None
    place: str | None = None

    @property
    def movable(self) -> bool:
        """Whether it is still to come, as far as the register knows."""
        return self.record is None or self.record.entity.status in ("planned", "called")


@dataclass(frozen=True, slots=True)
class Together:
    """Two meetings at which the same people should be at once; `certain` where the times and the seats say so."""

    slots: tuple[Slot, Slot]
    people: tuple[str, ...]
    certain: bool


@dataclass(frozen=True, slots=True)
class Late:
    """A meeting that should have fed one of the body above, and comes after it closed."""

    lower: Slot
    upper: Slot
    closes: dt.date


@dataclass(frozen=True)
class Schedule:
    """All meetings that are not cancelled, by key."""

    registry: Registry
    slots: Mapping[str, Slot]

    def moved(self, slot: Slot) -> "Schedule":
        """The same with a slot in place of the one with its key, or beside all."""
        return Schedule(self.registry, {**self.slots, slot.key: slot})

    @cached_property
    def lines(self) -> Mapping[str, tuple[Slot, ...]]:
        """The meetings of each body by day."""
        found: dict[str, list[Slot]] = {}
        for slot in sorted(self.slots.values(), key=lambda item: (item.date, item.key)):
            found.setdefault(slot.group, []).append(slot)
        return {group: tuple(slots) for group, slots in found.items()}

    def onward(self, slot: Slot) -> str | None:
        """The key of the meeting above at which what leaves this one is taken up first."""
        upper = above(self.registry, slot.group)
        line = self.lines.get(upper.id, ()) if upper else ()
        return next((item.key for item in line if self.closes(item) >= slot.date), None)

    def closes(self, slot: Slot) -> dt.date:
        """The last day from which something can come to a meeting."""
        return slot.date - dt.timedelta(lead(self.registry, slot.group))

    def together(self, year: int) -> Iterator[Together]:
        """Every pair of meetings of a year that the same people should be at on one day."""
        by_day: dict[dt.date, list[Slot]] = {}
        for slot in self.slots.values():
            if slot.date.year == year:
                by_day.setdefault(slot.date, []).append(slot)
        for day in sorted(by_day):
            for a, b in combinations(sorted(by_day[day], key=lambda item: item.key), 2):
                if found := self.pair(a, b):
                    yield found

    def pair(self, a: Slot, b: Slot) -> Together | None:
        """Who should be at both of two meetings at once; None where nobody should."""
        at_once = _at_once(a, b)
        if at_once is None or a.group == b.group:
            return None
        here, there = sitting(self.registry, a.group, a.date), sitting(self.registry, b.group, b.date)
        both = {person: here[person] and there[person] for person in here if person in there}
        if not both:
            return None
        sure = tuple(sorted(person for person, certain in both.items() if certain))
        return Together((a, b), sure or tuple(sorted(both)), bool(sure) and at_once)

    def late(self, group: str) -> Iterator[Late]:
        """The meetings of a group that miss the meeting above that is nearest to them, with none before them in time.

        One that comes after it is of its round only where it must wait long for the next.
        """
        upper = above(self.registry, group)
        line = self.lines.get(upper.id, ()) if upper else ()
        rounds: dict[str, list[Slot]] = {}
        for slot in self.lines.get(group, ()) if line else ():
            nearest = min(line, key=lambda item: (abs(item.date - slot.date), -item.date.toordinal()))
            rounds.setdefault(nearest.key, []).append(slot)
        for meeting in line:
            closes, members = self.closes(meeting), rounds.get(meeting.key, [])
            if members and not any(slot.date <= closes for slot in members):
                first = members[0]
                if first.date <= meeting.date or self._waits(first, meeting):
                    yield Late(first, meeting, closes)

    def _waits(self, slot: Slot, missed: Slot) -> bool:
        after = self.slots.get(self.onward(slot) or "")
        return slot.date - missed.date <= ROUND and (after is None or after.date - slot.date > SOON)

    def near(self, group: str) -> Iterator[tuple[Slot, Slot]]:
        """Two meetings of a body, one after the other, with too few days between them."""
        apart = dt.timedelta(self.apart(group))
        return ((a, b) for a, b in pairwise(self.lines.get(group, ())) if b.date - a.date < apart)

    def apart(self, group: str) -> int:
        """How many days there are at least between two meetings: the notice of one does not go out before the other."""
        own = procedure(self.registry, group)
        often = own.meetings_per_year if own else None
        usual = APART if not often else min(APART, 365 // often // 2)
        return max(usual, own.notice_days or 0 if own else 0)


def schedule(registry: Registry) -> Schedule:
    """The meetings as the register has them."""
    found = {}
    for record in registry.all(Meeting):
        own = record.entity
        if own.status != "cancelled":
            found[record.id] = replace(usual(registry, own.group, own.date, record.id, own), record=record)
    return Schedule(registry, found)


def usual(registry: Registry, group: str, date: dt.date, key: str, own: Meeting | None = None) -> Slot:
    """A meeting of a body on a day, at its usual time and place where the meeting itself does not say."""
    habit = procedure(registry, group)
    start, form, place = (own.start, own.form, own.place) if own else (None, None, None)
    end = own.end if own else None
    if habit is None:
        return Slot(key, group, date, None, start, end, form, place)
    if end is None and start in (None, habit.start):
        end = habit.end
    return Slot(key, group, date, None, start or habit.start, end, form or habit.form, place or habit.place)


def sitting(registry: Registry, group: str, on: dt.date) -> Mapping[str, bool]:
    """Who sits in a group on a day, and whether that is certain; substitutes and adjuncts only may have to come."""
    found: dict[str, bool] = {}
    for seat, certain in seats_on(registry, group, on):
        if seat.person:
            sure = certain and seat.role in _TAKES_PART
            found[seat.person] = sure or found.get(seat.person, False)
    return found


def _at_once(a: Slot, b: Slot) -> bool | None:
    """Whether two meetings of a day are at once: True, possibly (False), or not (None)."""
    if a.date != b.date:
        return None
    elsewhere = a.place is not None and b.place is not None and a.place != b.place
    if a.start and a.start == b.start:
        return True
    if a.start and a.end and b.start and b.end:
        if a.start < b.end and b.start < a.end:
            return True
        pause = max(_minutes(b.start) - _minutes(a.end), _minutes(a.start) - _minutes(b.end))
        on_foot = "digital" not in (a.form, b.form)
        return False if elsewhere and on_foot and pause < _TRAVEL else None
    return None if a.place is not None and a.place == b.place else False


def _minutes(clock: str) -> int:
    return int(clock[:2]) * 60 + int(clock[3:])
