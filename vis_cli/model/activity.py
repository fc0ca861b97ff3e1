"""Activities: what is done to reach the goals of a plan, by whom and when, and how it went."""

from typing import Literal

from vis_cli.model.base import FileEntity, Sourced, Term
from vis_cli.model.values import (
    ActorRef,
    AgreementRef,
    DirectionRef,
    GoalAreaRef,
    GroupRef,
    Id,
    Markdown,
    MeetingRef,
    PlanRef,
    Seq,
    Text,
    When,
)

Demand = Literal["knowledge", "prevention", "cost-effectiveness", "competence", "statutory"]


class Result(Sourced):
    """What a follow-up (*uppföljning*) said of the activity."""

    date: When | None = None
    """When."""
    text: Markdown
    """What was reached."""


class Activity(FileEntity, Term, kind="activity", path="registry/activities/{id}.yaml"):
    """An activity (*aktivitet*)."""

    title: Text
    """What it is called."""
    text: Markdown | None = None
    """What is done."""
    plan: PlanRef | None = None
    """The plan that it belongs to."""
    goal_areas: Seq[GoalAreaRef] = ()
    """The goal areas that it serves; empty means that it serves none. (000:268-270)"""
    directions: Seq[DirectionRef] = ()
    """The strategic directions that it serves."""
    demands: Seq[Demand] = ()
    """The demands on collaboration that it answers: best available knowledge, promotion and prevention,
    cost-effectiveness, workforce and competence, statutory demands. (004:19-27)"""
    owners: Seq[ActorRef] = ()
    """Who sees to it."""
    group: GroupRef | None = None
    """The group that it belongs to."""
    status: Literal["not-started", "ongoing", "done", "struck"] | None = None
    """Not started, ongoing, done, struck from the plan; empty where it is not known."""
    prioritised: bool = False
    """Whether it is one of those that the collaboration puts first (*prioriterad aktivitet*)."""
    agreements: Seq[AgreementRef] = ()
    """The agreements that it comes from or touches."""
    decided_at: MeetingRef | None = None
    """The meeting that decided on it."""
    decision: Id | None = None
    """The decision there."""
    results: Seq[Result] = ()
    """How it went, in order."""
