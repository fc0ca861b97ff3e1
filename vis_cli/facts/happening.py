"""A happening: something with a date that a newsletter can tell of, and what it is. (D-21)"""

from dataclasses import dataclass, field
from typing import Literal

from vis_cli.facts.decisions import Decided
from vis_cli.facts.forwarding import Course
from vis_cli.facts.matters import Given
from vis_cli.facts.terms import Period
from vis_cli.model.adoption import PartyDecision
from vis_cli.model.agreement import Agreement
from vis_cli.model.annual_plan import AnnualPlan
from vis_cli.model.follow_up import FollowUpReport
from vis_cli.model.fund import Entry, Fund
from vis_cli.model.group import Decided as Reached
from vis_cli.model.group import Group, GroupStatus, Seat
from vis_cli.model.item import Report
from vis_cli.model.meeting import Meeting, Move
from vis_cli.model.plan import Plan, PlanAdoption
from vis_cli.model.question import DevelopmentQuestion, Outcome, Step
from vis_cli.model.values import DAY_LAST, DAY_ONE, When
from vis_cli.model.version import Recommendation, Referral, Version
from vis_cli.registry import Record

Kind = Literal[
    "decided",
    "forwarded",
    "answered",
    "returned",
    "assigned",
    "reported",
    "postponed",
    "closed",
    "party-decided",
    "published",
    "recommended",
    "referral-began",
    "referral-ended",
    "entered-into-force",
    "bound",
    "left",
    "extended",
    "ran-out",
    "followed-up",
    "ending-decided",
    "ended",
    "question-raised",
    "question-moved",
    "question-closed",
    "plan-adopted",
    "group-reached",
    "joined",
    "left-group",
    "money-entered",
    "called",
    "moved",
    "cancelled",
    "planned",
    "held",
]
"""What happened: at a meeting, to an item taken on, an assignment, an agreement, a development question, a plan, a
group (it reached a status, somebody came or left), a fund's account, a meeting. `returned`: the answer came back to
the body that had asked; `bound` and `left`: one party, at another time than the others; `planned`: a meeting of the
period of which the register does not say that it was held."""


@dataclass(frozen=True, slots=True)
class Reported:
    """What became of an assignment: one entry of its log."""

    given: Given
    report: Report


@dataclass(frozen=True, slots=True)
class OfAgreement:
    """What happened to an agreement or a version of it, and what tells of it."""

    agreement: Record[Agreement]
    version: Record[Version] | None = None
    party: str | None = None
    """The party that decided, is bound from now on or no longer is."""
    decision: PartyDecision | None = None
    recommendation: Recommendation | None = None
    referral: Referral | None = None
    until: When | None = None
    """The last day that was decided: of an extension, of an ending."""
    follow_up: Record[FollowUpReport] | None = None
    """The follow-up that was finished."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A development question that was raised, moved or closed."""

    question: Record[DevelopmentQuestion]
    step: Step
    """The level that it came to, or ended at."""
    outcome: Outcome | None = None


@dataclass(frozen=True, slots=True)
class Planned:
    """A plan that was adopted, or a group's plan for a year."""

    plan: Record[Plan] | Record[AnnualPlan]
    adoption: PlanAdoption | None = None
    meeting: Record[Meeting] | None = None


@dataclass(frozen=True, slots=True)
class OfGroup:
    """A group that reached a status, or in which somebody got a seat or left one."""

    group: Record[Group]
    status: GroupStatus | None = None
    reached: Reached | None = None
    seat: Seat | None = None


@dataclass(frozen=True, slots=True)
class Entered:
    """A line of a fund's account."""

    fund: Record[Fund]
    entry: Entry


@dataclass(frozen=True, slots=True)
class Met:
    """A meeting, and for one that was moved what held before."""

    meeting: Record[Meeting]
    move: Move | None = None


What = Decided | Course | Given | Reported | OfAgreement | Asked | Planned | OfGroup | Entered | Met


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that happened, as precisely as its date is known."""

    kind: Kind
    when: When
    what: What = field(hash=False)

    def certainly_in(self, period: Period) -> bool:
        """Whether it was in the period, however its date is read; what is only about then may not have been."""
        return _stated(self.when) and self.when.earliest in period and self.when.latest in period

    def possibly_in(self, period: Period) -> bool:
        """Whether it can have been in the period.

        What has only a first or only a last day that it can have been is told once: in the period of that day.
        """
        earliest, latest = self.when.earliest, self.when.latest
        if earliest == DAY_ONE or latest == DAY_LAST:
            return (earliest in period) if earliest != DAY_ONE else (latest in period)
        return bool(period & Period(earliest, latest))


def _stated(when: When) -> bool:
    return when.text[-1] not in "?~%"
