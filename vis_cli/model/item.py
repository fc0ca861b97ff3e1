"""Items of an agenda: what was brought, said, decided, assigned and forwarded."""

from typing import Literal

from pydantic import Field

from vis_cli.model.amount import Amount
from vis_cli.model.base import Sourced
from vis_cli.model.values import ActorRef, Day, GoalAreaRef, GroupRef, Id, Markdown, MeetingRef, Seq, Text

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
    """For a recommendation: whom it is made to."""
    basis: Seq[Id] = ()
    """The papers it rests on (*beslutsunderlag*), by their ids in the meeting."""
    amounts: Seq[Amount] = ()
    """Amounts that it settles."""


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
    status: Literal["open", "reported", "closed"] = "open"
    """Open, reported back (*återrapporterat*), closed."""


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
    topics: Seq[Text] = ()
    """Questions put to the meeting, or points of the matter."""
    papers: Seq[Id] = ()
    """Papers, by their ids in the meeting."""
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
