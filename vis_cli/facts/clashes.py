"""What in a year's meetings would not do: two places at once, days off, wrong order, too near, too few.

Each comes with the nearest day that would do. It is a question and not a check: people may want it so.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Literal

from vis_cli.facts.bodies import procedure
from vis_cli.facts.days_off import DayOff
from vis_cli.facts.openings import free_on, nearest
from vis_cli.facts.schedule import Schedule, Slot, schedule, usual
from vis_cli.facts.terms import certain
from vis_cli.facts.year_plans import bodies, is_there, year_of
from vis_cli.model.group import Group
from vis_cli.model.meeting import Meeting
from vis_cli.registry import Record, Registry

Kind = Literal["two-places", "day-off", "order", "near", "rhythm"]
"""People who should be at two meetings at once; a meeting on a day off; one that comes too late for the body above;
two of one body too near; fewer than the body shall have."""


@dataclass(frozen=True, slots=True)
class Clash:
    """Something that would not do. The first of `meetings` is the one that is best moved."""

    kind: Kind
    day: dt.date | None
    group: str
    meetings: tuple[Record[Meeting], ...] = ()
    certain: bool = True
    people: tuple[str, ...] = ()
    """Who should be in two places."""
    day_off: DayOff | None = None
    closes: dt.date | None = None
    """For `order`: the last day from which something could come to the meeting above."""
    apart: int = 0
    """For `near`: how many days there should be between."""
    planned: int = 0
    expected: int = 0
    """For `rhythm`: how many meetings there are, and shall be."""
    would_do: tuple[dt.date, ...] = field(default=())
    """The nearest day that would do, or for `rhythm` days for those that are lacking; empty where there is none."""


def clashes(registry: Registry, year: int, after: dt.date) -> tuple[Clash, ...]:
    """What would not do in a year, by day; meetings that have been held are no question. Days are proposed `after`."""
    plan = schedule(registry)
    found = sorted(
        [*_two_places(plan, year), *_days_off(plan, year), *_order(plan, year), *_near(plan, year)],
        key=lambda item: (item.day or dt.date.min, item.kind, item.meetings[0].id),
    )
    answered = []
    days: dict[str, dt.date | None] = {}
    for clash in found:  # one after the other, so that no two are moved into each other's way
        key = clash.meetings[0].id
        if key not in days:
            slot = plan.slots[key]
            days[key] = nearest(plan, slot, after)
            if day := days[key]:
                plan = plan.moved(replace(slot, date=day))
        day = days[key]
        answered.append(replace(clash, would_do=(day,) if day else ()))
    return (*answered, *_rhythm(plan, year, after))


def _two_places(plan: Schedule, year: int) -> Iterator[Clash]:
    for found in plan.together(year):
        if moved := _to_move(plan, *found.slots):
            yield Clash(
                "two-places", moved[0].date, moved[0].group, _records(*moved), found.certain, people=found.people
            )


def _days_off(plan: Schedule, year: int) -> Iterator[Clash]:
    for slot in plan.slots.values():
        if slot.date.year == year and slot.movable and (off := free_on(slot)):
            yield Clash("day-off", slot.date, slot.group, _records(slot), day_off=off)


def _order(plan: Schedule, year: int) -> Iterator[Clash]:
    for group in plan.lines:
        for late in plan.late(group):
            moved = late.lower if late.lower.movable else late.upper if late.upper.movable else None
            if moved and year in (late.lower.date.year, late.upper.date.year):
                other = late.upper if moved is late.lower else late.lower
                yield Clash("order", late.lower.date, moved.group, _records(moved, other), closes=late.closes)


def _near(plan: Schedule, year: int) -> Iterator[Clash]:
    for group in plan.lines:
        for earlier, later in plan.near(group):
            moved = later if later.movable else earlier if earlier.movable else None
            if moved and moved.date.year == year:
                other = earlier if moved is later else later
                yield Clash("near", moved.date, group, _records(moved, other), apart=plan.apart(group))


def _rhythm(plan: Schedule, year: int, after: dt.date) -> Iterator[Clash]:
    for id in bodies(plan.registry, (item.id for item in plan.registry.all(Group))):
        record = plan.registry.get(Group, id)
        wanted = rhythm(plan.registry, id)
        if record is None or wanted is None or not _all_year(record.entity, year):
            continue
        planned = sum(1 for slot in plan.lines.get(id, ()) if slot.date.year == year)
        days = []
        for number in range(wanted - planned):
            if day := _one_more(plan, id, year, after, number, wanted - planned):
                plan = plan.moved(usual(plan.registry, id, day, f"{id} {number}"))
                days.append(day)
        if planned < wanted:
            yield Clash("rhythm", None, id, planned=planned, expected=wanted, would_do=tuple(sorted(days)))


def rhythm(registry: Registry, group: str) -> int | None:
    """How many meetings a body shall have in a year: by its procedure, or else as the inventory has it."""
    own, found = procedure(registry, group), registry.get(Group, group)
    if own and own.meetings_per_year:
        return own.meetings_per_year
    profile = found.entity.profile if found else None
    return profile.structure.meetings_per_year if profile and profile.structure else None


def _all_year(group: Group, year: int) -> bool:
    """Whether it is at work the whole year for certain, so that the year's number can be asked of it."""
    if group.status in ("stalled", "discontinued", "decided", "establishing") or not is_there(group, year):
        return False
    span, whole = certain(group), year_of(year)
    return span.first <= whole.first and whole.last <= span.last


def _one_more(plan: Schedule, group: str, year: int, after: dt.date, number: int, lacking: int) -> dt.date | None:
    """A day for one of the meetings that a body lacks: in the middle of its longest pause, on its usual weekday."""
    whole = year_of(year)
    first = max(whole.first, after)
    if first >= whole.last:
        return None
    line = [slot.date for slot in plan.lines.get(group, ())]
    own = [day for day in line if first <= day <= whole.last and day.year == year]
    if not own or all(slot.record is None for slot in plan.lines[group] if slot.date in own):
        target = first + (whole.last - first) * (2 * number + 1) / (2 * lacking)
    else:
        ends = [first, *own, whole.last]
        start, pause = max(((a, b - a) for a, b in pairwise(ends)), key=lambda item: item[1])
        target = start + pause / 2
    weekdays = Counter(day.weekday() for day in line)
    usual_day = max(weekdays, key=lambda day: (weekdays[day], -day)) if weekdays else target.weekday()
    target += dt.timedelta((usual_day - target.weekday() + 3) % 7 - 3)
    return nearest(plan, usual(plan.registry, group, target, f"{group} {number}"), after, target)


def _to_move(plan: Schedule, a: Slot, b: Slot) -> tuple[Slot, Slot] | None:
    """The two with the one that is best moved first: still to come, not yet called, of the lower body."""
    order = bodies(plan.registry, iter((a.group, b.group)))
    choices = [slot for slot in (a, b) if slot.movable]
    if not choices:
        return None

    def rank(slot: Slot) -> tuple[bool, int, str]:
        called = slot.record is not None and slot.record.entity.status == "called"
        return not called, order.index(slot.group), slot.key

    best = max(choices, key=rank)
    return best, b if best is a else a


def _records(*slots: Slot) -> tuple[Record[Meeting], ...]:
    return tuple(slot.record for slot in slots if slot.record)
