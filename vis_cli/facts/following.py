"""How an action plan is followed: which goal areas have activities, and what of them is late or nobody's."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from vis_cli.model.activity import Activity
from vis_cli.model.plan import Direction, GoalArea, Plan
from vis_cli.registry import Record, Registry

ActivityState = Literal["not-started", "ongoing", "done", "struck", "unknown"]
_OVER = frozenset({"done", "struck"})


@dataclass(frozen=True, slots=True)
class AreaFollowed:
    """A goal area with the activities that serve it, by name, and its strategic directions that none serves."""

    area: GoalArea
    activities: tuple[Record[Activity], ...]
    untouched: tuple[Direction, ...]

    def count(self, state: ActivityState) -> int:
        """How many of them are in a state."""
        return sum(1 for item in self.activities if state_of(item.entity) == state)


@dataclass(frozen=True, slots=True)
class Following:
    """A plan on a day. An activity belongs to it that names it, or serves one of its goal areas."""

    plan: Record[Plan]
    areas: tuple[AreaFollowed, ...]
    without_area: tuple[Record[Activity], ...]
    """Those that name the plan and serve no goal area of it."""
    without_owner: tuple[Record[Activity], ...]
    overdue: tuple[Record[Activity], ...]
    """Those whose last day is past for certain, and which are neither done nor struck."""
    not_begun: tuple[Record[Activity], ...]
    """Those whose first day is past for certain, and which are said not to have started."""
    without_demand: tuple[Record[Activity], ...]
    """Those that answer none of the demands on collaboration. (004:19-27)"""

    @property
    def untouched(self) -> tuple[GoalArea, ...]:
        """The goal areas that no activity serves. (003:59)"""
        return tuple(item.area for item in self.areas if not item.activities)


def state_of(activity: Activity) -> ActivityState:
    """Its status; unknown where nobody has said it."""
    return activity.status or "unknown"


def is_overdue(activity: Activity, on: dt.date) -> bool:
    """Whether its last day is past for certain, and it is neither done nor struck."""
    return bool(activity.until and activity.until.latest < on and activity.status not in _OVER)


def touched(registry: Registry) -> Mapping[str, tuple[Record[Activity], ...]]:
    """By goal area: the activities that serve it, themselves or by a strategic direction; struck ones do not."""
    return registry.once(_touched)


def following(registry: Registry, plan: Record[Plan], on: dt.date) -> Following:
    """How the plan stands on a day."""
    served = touched(registry)
    areas = tuple(_followed(registry, plan.entity, area, served.get(area.id, ())) for area in plan.entity.goal_areas)
    inside = {item.id: item for area in areas for item in area.activities}
    named = {item.id: item for item in registry.all(Activity) if item.entity.plan == plan.id}
    every = [item for _, item in sorted((inside | named).items())]
    alive = [item for item in every if item.entity.status != "struck"]
    return Following(
        plan,
        areas,
        without_area=tuple(item for item in alive if item.id not in inside),
        without_owner=tuple(item for item in alive if not item.entity.owners and item.entity.group is None),
        overdue=tuple(item for item in alive if is_overdue(item.entity, on)),
        not_begun=tuple(item for item in alive if _not_begun(item.entity, on)),
        without_demand=tuple(item for item in alive if not item.entity.demands),
    )


def _touched(registry: Registry) -> Mapping[str, tuple[Record[Activity], ...]]:
    of = {item.id: item.goal_area for plan in registry.all(Plan) for item in plan.entity.directions}
    found: dict[str, list[Record[Activity]]] = {}
    for record in registry.all(Activity):
        if record.entity.status == "struck":
            continue
        areas = {*record.entity.goal_areas, *(of[id] for id in record.entity.directions if id in of)}
        for area in areas:
            found.setdefault(area, []).append(record)
    return {area: tuple(items) for area, items in found.items()}


def _followed(registry: Registry, plan: Plan, area: GoalArea, activities: tuple[Record[Activity], ...]) -> AreaFollowed:
    served = {id for item in activities for id in item.entity.directions}
    directions = tuple(item for item in plan.directions if item.goal_area == area.id and item.id not in served)
    return AreaFollowed(area, activities, directions)


def _not_begun(activity: Activity, on: dt.date) -> bool:
    return activity.status == "not-started" and bool(activity.since and activity.since.latest < on)
