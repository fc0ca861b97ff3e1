"""Plans: the action plan and its goal areas."""

from pydantic import Field

from vis_cli.model.base import FileEntity, Sourced, Term
from vis_cli.model.values import GroupRef, Id, Seq, Text


class GoalArea(Sourced):
    """A goal area (*målområde*) of an action plan."""

    id: Id
    """Unique in the register."""
    number: int = Field(ge=1)
    """As printed: `Målområde 1`."""
    name: Text
    """As printed."""


class Plan(FileEntity, Term, kind="plan", path="registry/plans/{id}.yaml", parts={"goal_areas": "goal-area"}):
    """An action plan (*handlingsplan*)."""

    title: Text
    """As printed."""
    adopted_by: GroupRef | None = None
    """The body that decides on it."""
    goal_areas: Seq[GoalArea] = ()
    """The goal areas, in their order."""
