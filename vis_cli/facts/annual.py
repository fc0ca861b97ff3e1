"""The year that was, for the annual report (*Rapport Vård i samverkan*): done, decided, agreed. (R-UPP-4, 003:43)"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from vis_cli.facts.agreements import family, main_agreement
from vis_cli.facts.expectations import covered
from vis_cli.facts.expected import Found
from vis_cli.facts.following import Following, following, touched
from vis_cli.facts.meetings import is_held
from vis_cli.facts.period_digest import Digest, digest
from vis_cli.facts.stems import fold
from vis_cli.facts.terms import Period, possible
from vis_cli.facts.year_plans import bodies, year_of
from vis_cli.model.activity import Activity
from vis_cli.model.follow_up import FollowUpReport
from vis_cli.model.meeting import Meeting
from vis_cli.model.plan import Plan
from vis_cli.registry import Record, Registry

Frame = Literal["main-agreement", "action-plan", "mental-health"]
"""Within what an activity was: the main agreement, the county's action plan, the work for mental health. (003:43)"""

_MENTAL = ("psykisk", "suicid")


@dataclass(frozen=True, slots=True)
class Done:
    """An activity of the year, and within what it was; `dated` says whether its time is known to touch the year."""

    activity: Record[Activity]
    frames: tuple[Frame, ...]
    dated: bool


@dataclass(frozen=True, slots=True)
class Held:
    """The meetings of a body in the year: held, not known to have been, cancelled; and who was there."""

    group: str
    held: tuple[Record[Meeting], ...]
    untold: int
    cancelled: int

    @property
    def told(self) -> tuple[Record[Meeting], ...]:
        """The held ones of which it is recorded who was there."""
        return tuple(item for item in self.held if any(one.present for one in item.entity.attendance))

    def present(self, *capacities: str) -> int:
        """How many were there in all, on somebody's behalf; of the meetings that tell it."""
        return sum(
            1
            for item in self.told
            for one in item.entity.attendance
            if one.present and (not capacities or one.capacity in capacities)
        )


@dataclass(frozen=True, slots=True)
class Annual:
    """All that a year's report is made from; `on` is its last day, or the day of the report while it goes on."""

    year: int
    on: dt.date
    digest: Digest
    activities: tuple[Done, ...]
    local: int
    """Activities of plans that belong to one party, which are reported there."""
    plans: tuple[Following, ...]
    """The county's action plans of the year, with all their goal areas, also those that nothing serves."""
    reports: tuple[Record[FollowUpReport], ...]
    """The agreements that were followed up."""
    coverage: tuple[Found, ...]
    meetings: tuple[Held, ...]

    @property
    def whole(self) -> bool:
        """Whether the year is over."""
        return self.on == year_of(self.year).last


def annual(registry: Registry, year: int, today: dt.date) -> Annual:
    """The year, as far as it has come on a day."""
    period = year_of(year)
    on = max(min(period.last, today), period.first)
    work = list(_activities(registry, period))
    mine = [item for item in work if not _of_one(registry, item.activity.entity)]
    reports = [item for item in registry.all(FollowUpReport) if period.first <= item.entity.date <= on]
    return Annual(
        year,
        on,
        digest(registry, Period(period.first, on)),
        tuple(mine),
        len(work) - len(mine),
        tuple(following(registry, plan, on) for plan in _plans(registry, period)),
        tuple(sorted(reports, key=lambda item: item.entity.date)),
        covered(registry, on),
        tuple(_meetings(registry, period, on)),
    )


def _plans(registry: Registry, period: Period) -> Iterator[Record[Plan]]:
    for record in registry.all(Plan):
        own = record.entity
        if own.type == "action-plan" and own.owner is None and own.goal_areas and possible(own) & period:
            yield record


def _of_one(registry: Registry, activity: Activity) -> bool:
    plan = registry.get(Plan, activity.plan)
    return bool(plan and plan.entity.owner)


def _activities(registry: Registry, period: Period) -> Iterator[Done]:
    """Those whose time may touch the year, or of which something is reported in it; struck ones are not."""
    main = main_agreement(registry)
    within = {item.id for item in family(registry, main)} if main else set()
    areas = {area.id for plan in _plans(registry, period) for area in plan.entity.goal_areas}
    served = {item.id for id in areas for item in touched(registry).get(id, ())}
    plans = {plan.id for plan in _plans(registry, period)}
    for record in registry.all(Activity):
        own = record.entity
        reported = any(item.date and possible_in(item.date.earliest, item.date.latest, period) for item in own.results)
        dated = bool(own.since or own.until) and bool(possible(own) & period)
        plan = registry.get(Plan, own.plan)
        undated = not own.since and not own.until and not (plan and not possible(plan.entity) & period)
        if own.status == "struck" or not (reported or dated or (undated and own.status != "done")):
            continue
        frames: list[Frame] = ["main-agreement"] if within & {*own.agreements} else []
        frames += ["action-plan"] if record.id in served or own.plan in plans else []
        frames += ["mental-health"] if _mental(own) else []
        yield Done(record, tuple(frames), reported or dated)


def possible_in(first: dt.date, last: dt.date, period: Period) -> bool:
    """Whether a date that lies between two days may be in a period."""
    return bool(Period(first, last) & period)


def _mental(activity: Activity) -> bool:
    """Whether it is for mental health, told by the words of its title and text."""
    text = fold(f"{activity.title} {activity.text or ''}")
    return any(word in text for word in _MENTAL)


def _meetings(registry: Registry, period: Period, on: dt.date) -> Iterator[Held]:
    found: dict[str, list[Record[Meeting]]] = {}
    for record in sorted(registry.all(Meeting), key=lambda item: (item.entity.date, item.id)):
        if period.first <= record.entity.date <= on:
            found.setdefault(record.entity.group, []).append(record)
    for group in bodies(registry, iter(found)):
        every = found[group]
        cancelled = sum(1 for item in every if item.entity.status == "cancelled")
        held = tuple(item for item in every if is_held(item.entity))
        yield Held(group, held, len(every) - len(held) - cancelled, cancelled)
