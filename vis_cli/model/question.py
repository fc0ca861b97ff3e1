"""Development questions (*utvecklingsfrågor*): where they came from, at which level they are now, how they ended."""

from typing import Literal

from pydantic import Field

from vis_cli.model.base import FileEntity, Sourced
from vis_cli.model.values import (
    ActorRef,
    AgreementRef,
    GoalAreaRef,
    GroupRef,
    Id,
    Markdown,
    MeetingRef,
    Seq,
    Text,
    When,
)

QuestionLevel = Literal["local", "subregional", "regional", "steering", "political", "national"]


class Step(Sourced):
    """A move of the question to a level; the last one says where it is now."""

    level: QuestionLevel
    """Local, subregional (*delregional*), regional (a consultation group), the officials' steering group, the political
    steering group, national. (000:353-364)"""
    body: ActorRef | None = None
    """Who has it there, where that is a body of the register."""
    date: When | None = None
    """When it came there."""
    meeting: MeetingRef | None = None
    """The meeting that sent it there."""
    item: Id | None = None
    """The item of that meeting."""
    why: Markdown | None = None
    """Why it was moved."""


class Outcome(Sourced):
    """How it ended."""

    date: When | None = None
    """When."""
    result: Literal["answered", "agreement", "activity", "dropped"]
    """Answered, became an agreement, became an activity, dropped (*avskriven*)."""
    meeting: MeetingRef | None = None
    """The meeting that closed it."""
    text: Markdown
    """What came of it."""


class DevelopmentQuestion(FileEntity, kind="question", path="registry/questions/{id}.yaml"):
    """A development question (*utvecklingsfråga*): it has one level at a time, and a log of moves. (000:353-364)"""

    title: Text
    """What it is called."""
    text: Markdown | None = None
    """What it is about."""
    raised_by: Text | None = None
    """By whom."""
    source_kind: Literal["local-need", "national-demand", "steering-goal", "feedback"] | None = None
    """A local need, a national demand, a goal of the steering groups, feedback. (000:353-359)"""
    groups: Seq[GroupRef] = ()
    """The consultation groups that it concerns."""
    agreements: Seq[AgreementRef] = ()
    """The agreements that it touches."""
    goal_areas: Seq[GoalAreaRef] = ()
    """The goal areas that it serves."""
    steps: Seq[Step] = Field(min_length=1)
    """Where it has been, in order."""
    outcome: Outcome | None = None
    """How it ended; empty while it is open."""
