"""What plans put into a year: decision points, events, activities; and whose annual plan is missing."""

from collections.abc import Iterator
from dataclasses import dataclass

from vis_cli.facts.dated import Dated, Kind
from vis_cli.facts.days import day
from vis_cli.facts.terms import Period, possible
from vis_cli.model.activity import Activity
from vis_cli.model.annual_plan import AnnualPlan, DecisionPoint
from vis_cli.model.group import Group
from vis_cli.model.meeting import Meeting
from vis_cli.model.plan import GoalArea, Plan
from vis_cli.model.values import DAY_ONE, When
from vis_cli.registry import Record, Registry

PLANNING = ("consultation", "steering")
"""The bodies that have an annual plan each year. (000:195, 610-611)"""

_EVENTS: dict[str, Kind] = {
    "pre-meeting": "pre-meeting",
    "report": "report",
    "follow-up": "report",
    "funds": "funds",
    "other": "event",
}
_FIRST = dict.fromkeys(("working", "project", "forum", "secretariat", "consultation", "steering"))


@dataclass(frozen=True, slots=True)
class Undated:
    """A decision point that nobody has said when to take up."""

    plan: Record[AnnualPlan]
    point: DecisionPoint


@dataclass(frozen=True, slots=True)
class GoalAreaWork:
    """The activities of a year that serve a goal area; `area` is None for those that serve none."""

    area: Record[GoalArea] | None
    activities: tuple[Record[Activity], ...]


def plans_of(registry: Registry, year: int) -> Iterator[Record[AnnualPlan]]:
    """The annual plans of a year, by group."""
    return (record for record in registry.all(AnnualPlan) if record.entity.year == year)


def when_of(registry: Registry, point: DecisionPoint) -> When | None:
    """When a matter is to be taken up: the day of its meeting, or what the plan says."""
    meeting = registry.get(Meeting, point.meeting)
    return day(meeting.entity.date) if meeting else point.when


def from_plans(registry: Registry, year: int) -> Iterator[Dated]:
    """The decision points with a date, and the events, of the year's annual plans."""
    for plan in plans_of(registry, year):
        group = plan.entity.group
        for point in plan.entity.decision_points:
            if when := when_of(registry, point):
                yield Dated(when, "decision-point", point.title, group, plan)
        for event in plan.entity.events:
            yield Dated(event.when, _EVENTS[event.kind], event.title, group, plan)


def undated(registry: Registry, year: int) -> Iterator[Undated]:
    """The decision points of the year that have neither a date nor a meeting."""
    for plan in plans_of(registry, year):
        for point in plan.entity.decision_points:
            if when_of(registry, point) is None:
                yield Undated(plan, point)


def without_plan(registry: Registry, year: int) -> tuple[Record[Group], ...]:
    """The steering and consultation groups that are there in the year and have no annual plan for it. (R-PLA-1)"""
    have = {plan.entity.group for plan in plans_of(registry, year)}
    return tuple(
        record
        for record in registry.all(Group)
        if record.entity.type in PLANNING and record.id not in have and is_there(record.entity, year)
    )


def is_there(group: Group, year: int) -> bool:
    """Whether a group may be there on some day of a year; one that is only proposed is not."""
    if group.status == "proposed" or (group.status == "discontinued" and group.until is None):
        return False
    return bool(possible(group) & year_of(year))


def year_of(year: int) -> Period:
    """The days of a year."""
    return Period(DAY_ONE.replace(year=year), DAY_ONE.replace(year=year, month=12, day=31))


def work(registry: Registry, year: int, group: str | None = None) -> tuple[GoalAreaWork, ...]:
    """The activities whose time may reach into a year, by goal area, with the areas that nothing serves.

    Those that are struck are left out, those of a plan that is not the county's, and those of which no time is known
    in a plan that is over. `group` keeps those that belong to a group, that it owns, or that its annual plan names,
    and the areas that they serve.
    """
    named = {id for plan in plans_of(registry, year) if plan.entity.group == group for id in plan.entity.activities}
    chosen = [
        record
        for record in registry.all(Activity)
        if _goes_on(registry, record.entity, year)
        and (group is None or record.id in named or group in (record.entity.group, *record.entity.owners))
    ]
    areas = [(area.entity.number, area) for plan in _plans(registry, year) for area in _areas(registry, plan)]
    found = []
    for _number, area in sorted(areas, key=lambda item: (item[0], item[1].id)):
        mine = tuple(record for record in chosen if area.id in record.entity.goal_areas)
        if mine or group is None:
            found.append(GoalAreaWork(area, mine))
    known = {area.id for _number, area in areas}
    if loose := tuple(record for record in chosen if not known.intersection(record.entity.goal_areas)):
        found.append(GoalAreaWork(None, loose))
    return tuple(found)


def bodies(registry: Registry, groups: Iterator[str]) -> tuple[str, ...]:
    """Groups from the top down: steering before consultation, the one that is reported to before those that report."""
    kinds = list(_FIRST)

    def rank(id: str) -> tuple[int, int, str]:
        found = registry.get(Group, id)
        if found is None:
            return 0, 99, id
        return -kinds.index(found.entity.type), _depth(registry, id), id

    return tuple(sorted(dict.fromkeys(groups), key=rank))


def _depth(registry: Registry, id: str) -> int:
    seen: list[str] = []
    found = registry.get(Group, id)
    while found and found.id not in seen:
        seen.append(found.id)
        found = registry.get(Group, found.entity.reports_to)
    return len(seen)


def _plans(registry: Registry, year: int) -> Iterator[Record[Plan]]:
    for record in registry.all(Plan):
        own = record.entity
        if own.type == "action-plan" and own.owner is None and possible(own) & year_of(year):
            yield record


def _areas(registry: Registry, plan: Record[Plan]) -> Iterator[Record[GoalArea]]:
    for area in plan.entity.goal_areas:
        if found := registry.find(area.id, ("goal-area",)):
            yield found


def _goes_on(registry: Registry, activity: Activity, year: int) -> bool:
    plan = registry.get(Plan, activity.plan)
    if activity.status == "struck" or (plan and plan.entity.owner) or not possible(activity) & year_of(year):
        return False
    if activity.since or activity.until:
        return True
    return activity.status != "done" and (plan is None or bool(possible(plan.entity) & year_of(year)))
