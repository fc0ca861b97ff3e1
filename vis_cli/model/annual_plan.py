"""Annual plans (*årsplaner*) of groups: what a body takes up and decides in a year."""

from typing import Literal

from pydantic import Field

from vis_cli.model.base import Entity, Sourced
from vis_cli.model.values import ActivityRef, ActorRef, GroupRef, Id, Markdown, MatterRef, MeetingRef, Seq, Text, When


class DecisionPoint(Sourced):
    """A matter that the body shall take up during the year (*beslutspunkt*)."""

    id: Id
    """Unique in the plan."""
    title: Text
    """What the item will be called."""
    type: Literal["information", "decision", "recommendation", "dialogue", "discussion"] = "decision"
    """What kind of item it becomes."""
    when: When | None = None
    """When it shall be taken up: a day, a month, a season."""
    meeting: MeetingRef | None = None
    """At which meeting, where that is set."""
    about: Seq[MatterRef] = ()
    """What it is about."""
    presenters: Seq[ActorRef] = ()
    """Who presents it."""
    forward_to: GroupRef | None = None
    """The body above that it is to go on to."""


class Event(Sourced):
    """Something else that happens in the year: a report due, an election, a conference."""

    id: Id
    """Unique in the plan."""
    title: Text
    """What."""
    when: When
    """When."""
    kind: Literal["pre-meeting", "report", "follow-up", "funds", "other"] = "other"
    """Preparatory meeting (*förmöte*), report due, follow-up, funds, anything else."""


class AnnualPlan(Entity, kind="annual-plan", path="registry/plans/{group}/{year}.yaml"):
    """The plan of a group for a year, in a file named by both. Its meetings are in their own files. (000:610-611)"""

    group: GroupRef
    """Whose plan: that of its folder."""
    year: int = Field(ge=1900, le=2999)
    """Which year: that of its file."""
    status: Literal["draft", "adopted"] | None = None
    """Being worked on, or adopted; empty where it is not known."""
    adopted_at: MeetingRef | None = None
    """The meeting that adopted it."""
    text: Markdown | None = None
    """What the year is about."""
    decision_points: Seq[DecisionPoint] = ()
    """The matters that shall be taken up, in order."""
    activities: Seq[ActivityRef] = ()
    """The activities of the year, beside those that name the group."""
    events: Seq[Event] = ()
    """Other dates."""
