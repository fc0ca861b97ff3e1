"""Agreements (*överenskommelser*): what they are, who answers for them, whom they concern."""

from typing import Literal

from pydantic import Field

from vis_cli.model.base import FileEntity, Sourced, Term
from vis_cli.model.values import AgreementRef, GroupRef, OrganisationRef, Seq, Text, When

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


class Agreement(FileEntity, kind="agreement", path="agreements/{id}/agreement.yaml"):
    """An agreement, or a document that works like one."""

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
    owners: Seq[Ownership] = ()
    """The groups that answer for it, one at a time."""
    concerned: Seq[GroupRef] = ()
    """Other groups that it concerns (*berörda*)."""
    parties: Seq[OrganisationRef] = ()
    """Who it binds, where it is not all: empty means the region and all municipalities."""
    target_groups: Seq[Text] = ()
    """Whom it is for (*målgrupper*)."""
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
    review: Review | None = None
    """The overhaul under way, if there is one."""
