"""Plans: the county's action plan, plans that follow it, their goal areas and strategic directions."""

from typing import Literal

from pydantic import Field

from vis_cli.model.base import FileEntity, Sourced, Term
from vis_cli.model.values import ActorRef, GoalAreaRef, GroupRef, Id, MeetingRef, PlanRef, Seq, Text, When


class GoalArea(Sourced):
    """A goal area (*målområde*) of an action plan."""

    id: Id
    """Unique in the register."""
    number: int = Field(ge=1)
    """As printed: `Målområde 1`."""
    name: Text
    """As printed."""
    goals: Seq[Text] = ()
    """Its goals (*mål*)."""


class Direction(Sourced):
    """A strategic direction (*strategisk inriktning*) of a goal area."""

    id: Id
    """Unique in the register."""
    goal_area: GoalAreaRef
    """The goal area that it belongs to."""
    name: Text
    """As printed."""


class PlanAdoption(Sourced):
    """A decision to adopt the plan."""

    body: Text
    """Who decided."""
    date: When | None = None
    """When."""
    reference: Text | None = None
    """Register number (*diarienummer*)."""
    meeting: MeetingRef | None = None
    """The meeting, where its minutes are in the register."""


class Plan(
    FileEntity,
    Term,
    kind="plan",
    path="registry/plans/{id}.yaml",
    parts={"goal_areas": "goal-area", "directions": "direction"},
):
    """A plan for several years or one: an action plan (*handlingsplan*), priorities, an activity plan."""

    title: Text
    """As printed."""
    type: Literal["action-plan", "priorities", "activity-plan"] = "action-plan"
    """Action plan (*handlingsplan*), priorities (*prioriterade områden*), activity plan (*aktivitetsplan*)."""
    owner: ActorRef | None = None
    """Whose plan it is, where it is not the county's."""
    adopted_by: GroupRef | None = None
    """The body that decides on it."""
    adoptions: Seq[PlanAdoption] = ()
    """Who adopted it, and when."""
    follows: PlanRef | None = None
    """The plan whose direction it follows. (002:9-11)"""
    replaces: PlanRef | None = None
    """The plan that it takes the place of. (000:398-399)"""
    goal_areas: Seq[GoalArea] = ()
    """The goal areas, in their order."""
    directions: Seq[Direction] = ()
    """The strategic directions, in their order."""
