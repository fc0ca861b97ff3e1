"""The nearest day that would do for a meeting: no day off, nobody in two places, the order of the chains kept."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from vis_cli.facts.bodies import procedure
from vis_cli.facts.days_off import HALF_DAY_ENDS, DayOff, day_off
from vis_cli.facts.schedule import Late, Schedule, Slot

_JULY, _DECEMBER = 7, 12
_CHRISTMAS = (20, 6)
"""July, and from 20 December to 6 January: people are on holiday, and nobody would thank us for proposing it."""
_NEAR, _FAR = 21, 90


def nearest(schedule: Schedule, slot: Slot, after: dt.date, target: dt.date | None = None) -> dt.date | None:
    """The day nearest to that of the meeting (or to `target`), after a day, on which it would do; None where none does.

    The same weekday is preferred if it is within three weeks; of two as near, the later.
    """
    centre = target or slot.date
    own = procedure(schedule.registry, slot.group)
    first = after + dt.timedelta(1 + (own.notice_days or 0 if own else 0))
    faults = {_known(item) for item in _late(schedule, slot)}
    days = (day for day in _candidates(centre, slot.date.weekday()) if day >= first and day.year == centre.year)
    return next((day for day in days if _does(schedule, slot, day, faults)), None)


def free_on(slot: Slot) -> DayOff | None:
    """Why people are free on the day of a meeting; None where they work.

    On a half day only what goes on after two is in the way; where the time is not known, nothing is said.
    """
    off, last = day_off(slot.date), slot.end or slot.start
    return off if off and (off.kind != "half" or (last and last > HALF_DAY_ENDS)) else None


def _candidates(centre: dt.date, weekday: int) -> Iterator[dt.date]:
    """Days in the order in which they are to be tried."""
    by_distance = sorted(range(-_FAR, _FAR + 1), key=lambda n: (abs(n), -n))
    days = [(abs(n), centre + dt.timedelta(n)) for n in by_distance]
    yield from (day for far, day in days if far <= _NEAR and day.weekday() == weekday)
    yield from (day for far, day in days if far <= _NEAR and day.weekday() != weekday)
    yield from (day for far, day in days if far > _NEAR and day.weekday() == weekday)


def _does(schedule: Schedule, slot: Slot, day: dt.date, faults: set[tuple[str, str]]) -> bool:
    if _quiet(day) or day_off(day):
        return False
    there = replace(slot, date=day)
    tried = schedule.moved(there)
    others = [item for item in tried.slots.values() if item.key != slot.key]
    if any(tried.pair(there, item) for item in others if item.date == day):
        return False
    if any(slot.key in (a.key, b.key) for a, b in tried.near(slot.group)):
        return False
    return _keeps_order(schedule, tried, slot, there, faults)


def _quiet(day: dt.date) -> bool:
    last, first = _CHRISTMAS
    return day.month == _JULY or (day.month == _DECEMBER and day.day >= last) or (day.month == 1 and day.day <= first)


def _keeps_order(schedule: Schedule, tried: Schedule, slot: Slot, there: Slot, faults: set[tuple[str, str]]) -> bool:
    """Whether nothing new is late, what was late here no longer is, and what fed what still does."""
    after = {_known(item) for item in _late(tried, slot)}
    if after - faults or any(slot.key in pair for pair in after):
        return False
    mine = [pair for pair in faults if slot.key in pair]
    if any(tried.slots[lower].date > tried.closes(tried.slots[upper]) for lower, upper in mine):
        return False
    mended, known = bool(mine), slot.key in schedule.slots
    if known and not mended and schedule.onward(slot) != tried.onward(there):
        return False
    return all(
        tried.onward(item) == slot.key
        for item in schedule.slots.values()
        if known and item.group != slot.group and schedule.onward(item) == slot.key
    )


def _late(schedule: Schedule, slot: Slot) -> Iterator[Late]:
    """What is late among the body, the one above it and those below it."""
    for group in sorted(schedule.lines):
        yield from (late for late in schedule.late(group) if slot.group in (late.lower.group, late.upper.group))


def _known(late: Late) -> tuple[str, str]:
    return late.lower.key, late.upper.key
