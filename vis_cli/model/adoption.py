"""Adoptions (*antaganden*): what one party decided about a version of an agreement. Entries are only ever added."""

from typing import Literal

from pydantic import Field

from vis_cli.model.base import Entity, Sourced
from vis_cli.model.values import AgreementRef, Markdown, OrganisationRef, Seq, Text, VersionName, When

Outcome = Literal[
    "prepared",
    "adopted",
    "adopted-with-reservation",
    "rejected",
    "referred-back",
    "appealed",
    "upheld",
    "revoked",
    "withdrawn",
    "entered-in-error",
]


class PartyDecision(Sourced):
    """One entry: what was decided, when and by whom."""

    outcome: Outcome
    """Prepared by a board (*berett*), adopted (*antaget*), adopted with a reservation, rejected (*avslaget*), referred
    back (*återremitterat*), appealed (*överklagat*), upheld on appeal, revoked (*upphävt*), withdrawn by notice
    (*uppsagt*), or entered in error: a correction that takes an entry back."""
    date: When | None = None
    """When it was decided; empty where it is not known."""
    body: Text | None = None
    """Who decided: `Kommunstyrelsen`."""
    reference: Text | None = None
    """Register number or paragraph (*diarienummer, §*)."""
    applies_from: When | None = None
    """For an adoption: the first day for this party, where it stated one of its own."""
    last_day: When | None = None
    """For a withdrawal: the last day that the party is bound."""
    reservation: Markdown | None = None
    """For an adoption with a reservation: what it is."""
    reason: Text | None = None
    """Why: demanded of a correction."""
    corrects: int | None = Field(None, ge=1)
    """For a correction: which entry of this file it stands in for, counted from 1."""


class Adoption(Entity, kind="adoption", path="agreements/{agreement}/adoptions/{version}/{party}.yaml"):
    """What a party decided about a version. No file means that nothing is recorded yet."""

    agreement: AgreementRef
    """Of which agreement: that of its folder."""
    version: VersionName
    """Of which version: that of its folder."""
    party: OrganisationRef
    """Which party: that of its file."""
    decisions: Seq[PartyDecision] = Field(min_length=1)
    """The entries, in the order in which they were recorded."""
