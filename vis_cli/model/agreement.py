"""Agreements (*överenskommelser*): what they are, who answers for them, whom they concern, and what they say."""

from typing import Literal

from pydantic import Field

from vis_cli.model.amount import Amount
from vis_cli.model.base import FileEntity, Sourced, Term
from vis_cli.model.clause import Section
from vis_cli.model.values import (
    AgreementRef,
    GroupRef,
    Markdown,
    OrganisationRef,
    Seq,
    Text,
    VersionName,
    When,
)

AgreementKind = Literal[
    "main",
    "guideline",
    "agreement",
    "contract",
    "supplementary",
    "partial",
    "optional",
    "state-agreement",
    "principles",
    "framework",
    "collaboration-contract",
    "local-routine",
]

TextState = Literal["not-transcribed", "original", "transcribed", "consolidated", "extract"]
"""Not transcribed; the original itself; transcribed from it (*avskrift*); put together from an original and its
changes (*konsoliderad*); a part of it (*utdrag*)."""


class Ownership(Term):
    """A group that answers for the agreement (*förvaltande grupp*) for a time."""

    group: GroupRef
    """Which group."""


class LegalBasis(Sourced):
    """The law that demands the agreement (*lagkrav*)."""

    text: Text
    """Which law, or that there is one."""


class Review(Sourced):
    """An overhaul under way (*översyn*); the agreement applies meanwhile."""

    since: When | None = Field(None, alias="from")
    """Since when."""


class Ages(Sourced):
    """The ages of those whom it is for."""

    youngest: int | None = Field(None, ge=0, le=120)
    """In years; empty where there is no lower limit."""
    oldest: int | None = Field(None, ge=0, le=120)
    """In years; empty where there is no upper limit."""


class Drafting(Sourced):
    """How it was drafted."""

    authors: Seq[OrganisationRef] = ()
    """Who wrote it; both sides have a part in it. (001:40)"""
    steering_group: GroupRef | None = None
    """The steering group of the work. (001:42-43)"""
    groups_heard: Seq[GroupRef] = ()
    """The groups that took part or gave their view. (000:349)"""
    disability_needs: Markdown | None = None
    """How the needs of persons with disabilities were considered. (000:485-486)"""


class Guidance(Sourced):
    """A document that goes with it: guidance (*vägledning*), template (*mall*), checklist, process map."""

    title: Text
    """What it is called."""
    type: Literal["guidance", "template", "checklist", "process-map", "information", "appendix"]
    """What kind of document."""
    version: Text | None = None
    """Its own version."""
    updated: When | None = None
    """When it was last updated."""
    link: Text | None = None
    """Where it is found."""


class Responsibility(Sourced):
    """A row of the table of who does what."""

    task: Text
    """What is to be done, beginning with the verb: `Kalla till mötet`."""
    by: Literal["region", "municipality", "both"]
    """Who does it: the region, the municipality, or both together."""


class Statement(Sourced):
    """Something that the agreement says on a matter that every agreement must speak of."""

    text: Markdown
    """What it says, in brief."""


class FollowUp(Sourced):
    """How it is followed up (*uppföljning*)."""

    criteria: Seq[Text] = ()
    """By what it is judged. (000:347)"""
    interval_months: int | None = Field(None, ge=1)
    """How often, in months."""
    next: When | None = None
    """When it is next."""
    responsible: GroupRef | None = None
    """Who does it, where it is not the group that answers for the agreement."""


class Ending(Sourced):
    """The end of the agreement, whatever its version: ended jointly, or replaced by another."""

    last_day: When
    """The last day that it applies."""
    decided: When | None = None
    """When that was decided."""
    body: Text | None = None
    """By whom."""
    reference: Text | None = None
    """Register number or paragraph of the decision."""
    reason: Text | None = None
    """Why."""
    successor: AgreementRef | None = None
    """The agreement that takes its place."""


class Agreement(FileEntity, kind="agreement", path="agreements/{id}/agreement.yaml"):
    """An agreement, or a document that works like one. The text is that being worked on, or the one last published."""

    title: Text
    """The exact title."""
    short_name: Text | None = None
    """`HÖK`."""
    aliases: Seq[Text] = ()
    """Other titles in use."""
    number: int | None = Field(None, ge=1)
    """Its number in the list of the county's agreements."""
    type: AgreementKind
    """Main agreement (*huvudöverenskommelse*), guideline (*riktlinje*), agreement (*överenskommelse*), contract
    (*avtal*), supplementary (*tilläggs-*), partial (*del-*), optional (*valbar*), agreement with the state, principles,
    framework (*ramverk*), collaboration contract (*samverkansavtal*), local routine (*lokal rutin*)."""
    parent: AgreementRef | None = None
    """What it supplements or is a part of."""
    related: Seq[AgreementRef] = ()
    """Other agreements that must be looked at when this one is revised."""
    aligned_to: VersionName | None = None
    """The version of the main agreement that it was last brought in line with. (000:345)"""
    summary: Markdown | None = None
    """What it means, in plain language, for whoever has a question."""
    owners: Seq[Ownership] = ()
    """The groups that answer for it, one at a time."""
    concerned: Seq[GroupRef] = ()
    """Other groups that it concerns (*berörda*)."""
    parties: Seq[OrganisationRef] = ()
    """Who it binds, where it is not all: empty means the region and all municipalities."""
    target_groups: Seq[Text] = ()
    """Whom it is for (*målgrupper*)."""
    ages: Ages | None = None
    """Of what ages."""
    subject: Text | None = None
    """Its subject area (*sakområde*)."""
    legal_basis: Seq[LegalBasis] = ()
    """The laws that demand it."""
    cluster: Text | None = None
    """The cluster (*paraply*) it belongs to."""
    work_stream: Text | None = None
    """The work stream (*arbetsström*) that revises it."""
    local_consultation: bool = False
    """Whether it demands a local consultation (*lokalt samråd*) in every area."""
    drafting: Drafting | None = None
    """How it was drafted."""
    responsibilities: Seq[Responsibility] = ()
    """Who does what, as a table."""
    cost_responsibility: Statement | None = None
    """Who pays for what (*kostnadsansvar*)."""
    amounts: Seq[Amount] = ()
    """Amounts that it settles."""
    follow_up: FollowUp | None = None
    """How it is followed up."""
    prevention: Statement | None = None
    """How promotive and preventive work is followed up. (000:341-342)"""
    deviations: Statement | None = None
    """How shortcomings and deviations are handled and reported (*brister och avvikelser*). (000:348)"""
    guidance: Seq[Guidance] = ()
    """Documents that go with it."""
    review: Review | None = None
    """The overhaul under way, if there is one."""
    next_review: When | None = None
    """When it is next to be looked over."""
    ended: Ending | None = None
    """Its end, once decided."""
    version: VersionName | None = None
    """The version of the text below."""
    text_state: TextState = "not-transcribed"
    """What the text below is: not there yet, the original itself, transcribed, consolidated, an extract."""
    sections: Seq[Section] = ()
    """The text, in the sections of the standard structure."""
