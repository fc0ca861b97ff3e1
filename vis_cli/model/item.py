"""Items of an agenda: what was brought, said, decided, assigned and forwarded."""

from typing import Literal

from pydantic import Field

from vis_cli.model.amount import Amount
from vis_cli.model.base import Part, Sourced
from vis_cli.model.values import (
    ActorRef,
    AgreementRef,
    Day,
    GoalAreaRef,
    GroupRef,
    Id,
    Markdown,
    MatterRef,
    MeetingRef,
    OriginRef,
    Seq,
    Text,
    VersionName,
    When,
)

ItemType = Literal[
    "opening",
    "previous-minutes",
    "information",
    "decision",
    "recommendation",
    "dialogue",
    "discussion",
    "forwarding",
    "other-business",
    "next-meeting",
]


class Origin(Part):
    """Why an item stands on the agenda: what it follows from. What brought it once is not brought again."""

    kind: Literal[
        "standing",
        "previous-minutes",
        "forwarded",
        "answer",
        "assignment",
        "agreement",
        "decision-point",
        "question",
        "activity",
        "fund",
    ]
    """A standing item, the previous minutes, forwarded from another body, its answer to what was forwarded, an
    assignment that is due back, an agreement's date, a decision point of the annual plan, a development question, an
    activity, a date of a fund."""
    meeting: MeetingRef | None = None
    """Where it comes from: the meeting that forwarded it, answered it or gave the assignment."""
    item: Id | None = None
    """What there: the id of the item, the assignment, the decision point or the reporting duty."""
    of: OriginRef | None = None
    """The agreement, the development question, the activity, the annual plan or the fund that it follows from."""
    due: When | None = None
    """The date that brings it, where one does."""
    why: Text
    """Why, in words, as the agenda prints it."""


class Question(Sourced):
    """A question that was asked, and the answer."""

    question: Markdown
    """What was asked."""
    asked_by: Text | None = None
    """By whom."""
    answer: Markdown | None = None
    """What was answered."""


class Contribution(Sourced):
    """A reflection or something sent along (*medskick*); kept apart from decisions. (003:35)"""

    id: Id
    """Unique in the meeting."""
    text: Markdown
    """What was said."""
    by: Text | None = None
    """By whom, where it was noted."""
    goal_area: GoalAreaRef | None = None
    """The goal area it concerns."""


class Decision(Sourced):
    """What the body decided. The document begins it with the body's name and the verb. (003:39)"""

    id: Id
    """Unique in the meeting."""
    type: Literal["decides", "recommends", "approves"]
    """Decides (*beslutar att*), recommends another body (*rekommenderar*), approves (*fastställer*)."""
    text: Text
    """What, after "beslutar att" or "rekommenderar … att"."""
    recipient: GroupRef | None = None
    """For a recommendation: the body that it is made to; empty where it is made to the parties of `agreement`."""
    basis: Seq[Id] = ()
    """The papers it rests on (*beslutsunderlag*), by their ids in the meeting."""
    amounts: Seq[Amount] = ()
    """Amounts that it settles."""
    agreement: AgreementRef | None = None
    """The agreement that it is about; the agreement's own record must say the same."""
    version: VersionName | None = None
    """Which version of the agreement."""

    @property
    def to_the_parties(self) -> bool:
        """Whether it recommends the parties of an agreement to adopt it."""
        return self.type == "recommends" and self.recipient is None and self.agreement is not None


class Report(Sourced):
    """What became of an assignment: one entry of its log, added and never changed."""

    outcome: Literal["reported", "postponed", "closed"]
    """Reported back (*återrapporterat*), postponed (*uppskjutet*: it comes back later), closed (*avslutat*)."""
    meeting: MeetingRef | None = None
    """The meeting at which that was said."""
    date: When | None = None
    """When, where it was not at a meeting."""
    text: Markdown | None = None
    """What was reported, or why it is late."""
    return_at: MeetingRef | None = None
    """For what is postponed: the meeting that it comes back at now, where that was said."""


class Assignment(Sourced):
    """A task given at the meeting (*uppdrag*)."""

    id: Id
    """Unique in the meeting."""
    text: Text
    """What shall be done."""
    owners: Seq[ActorRef] = ()
    """Who shall do it."""
    return_to: GroupRef | None = None
    """The body that it comes back to (*åter i detta forum*)."""
    return_at: MeetingRef | None = None
    """The meeting that it comes back at, where that was said."""
    due: Day | None = None
    """The last day, where one was given."""
    reports: Seq[Report] = ()
    """What became of it since, in order; empty means that it is open."""


class Forward(Sourced):
    """An item taken on to the body above. (003:49-56)"""

    item: Id
    """The item of this meeting that is forwarded."""
    kind: Literal["information", "decision"]
    """For information (*informationsärende*) or for decision (*beslutsärende*)."""
    to: GroupRef
    """The body it goes to."""
    title: Text
    """What it is called there."""


class Item(Sourced):
    """An item of the agenda (*ärende, punkt*)."""

    id: Id
    """Unique in the meeting."""
    number: int | None = Field(None, ge=1)
    """As printed; empty where the heading has none."""
    heading: Text
    """As printed, without the number."""
    type: ItemType
    """What kind of item: opening, previous minutes, information, decision, recommendation, dialogue, discussion,
    forwarding (*frågor vidare*), other business (*övriga frågor*), next meeting."""
    presenters: Seq[ActorRef] = ()
    """Who presents it (*föredragande*)."""
    previous: MeetingRef | None = None
    """For previous minutes: the meeting whose minutes they are."""
    text: Markdown | None = None
    """What was brought and said."""
    amounts: Seq[Amount] = ()
    """Amounts named in it."""
    about: Seq[MatterRef] = ()
    """The agreements, development questions, activities, projects or plans that it is about."""
    origin: Origin | None = None
    """Why it stands on the agenda, where it follows from something."""
    topics: Seq[Text] = ()
    """Questions put to the meeting, or points of the matter."""
    papers: Seq[Id] = ()
    """Papers, by their ids in the meeting."""
    proposals: Seq[Text] = ()
    """What the body is asked to decide (*förslag till beslut*), each after "beslutar att" or "rekommenderar … att"."""
    questions: Seq[Question] = ()
    """Questions and answers."""
    contributions: Seq[Contribution] = ()
    """Reflections and contributions."""
    closing: Markdown | None = None
    """What was said after the contributions."""
    decisions: Seq[Decision] = ()
    """What was decided."""
    assignments: Seq[Assignment] = ()
    """Tasks given."""
    forwards: Seq[Forward] = ()
    """Items taken on to the body above."""
