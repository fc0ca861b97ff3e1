"""Deviations (*avvikelser*) from agreements, without personal data. (000:348, 002:268-269)"""

from typing import Literal

from pydantic import Field

from vis_cli.model.base import FileEntity, Sourced
from vis_cli.model.values import ActorRef, AgreementRef, AreaRef, Day, ForumRef, Markdown, QuestionRef, Seq, Text, When


class Reporting(Sourced):
    """A stage of the way that it was reported (*rapportväg*)."""

    to: ActorRef
    """To whom."""
    date: Day
    """When."""
    answer: Markdown | None = None
    """What they answered."""


class Measure(Sourced):
    """What is done about it (*åtgärd*)."""

    text: Text
    """What."""
    by: ActorRef | None = None
    """Who sees to it."""
    due: Day | None = None
    """By when."""
    done: Day | None = None
    """When it was done."""


class Deviation(FileEntity, kind="deviation", path="registry/deviations/{id}.yaml"):
    """A deviation from an agreement: what, where, when; never about whom."""

    title: Text
    """What it is about, in a few words."""
    type: Literal["participation", "summons", "information", "plan", "handover", "cost", "access", "other"]
    """Did not take part (*bristande deltagande*), was not summoned, information did not come, no plan was made,
    handover failed, dispute on cost, no access, something else."""
    date: When
    """When it happened, or was found."""
    agreement: AgreementRef
    """The agreement that it deviates from."""
    area: AreaRef | None = None
    """Where."""
    forum: ForumRef | None = None
    """In which forum."""
    reported_by: ActorRef | None = None
    """Who reported it: an organisation or a function, never a patient."""
    text: Markdown | None = None
    """What happened. No personal data."""
    count: int = Field(1, ge=1)
    """How many cases, where alike ones are reported together."""
    route: Seq[Reporting] = ()
    """To whom it was reported, in order."""
    measures: Seq[Measure] = ()
    """What is done about it."""
    question: QuestionRef | None = None
    """The development question that it led to."""
    closed: Day | None = None
    """When it was closed; empty while it is open."""
