"""Versions of an agreement: whom each binds, how it enters into force, how long it lasts, and how it came about."""

from typing import Literal

from pydantic import Field

from vis_cli.model.base import Entity, Sourced
from vis_cli.model.values import (
    ActorRef,
    AgreementRef,
    Day,
    Digest,
    Markdown,
    MeetingRef,
    OrganisationRef,
    Seq,
    Text,
    VersionName,
    When,
)

EntryRuleName = Literal["all-parties", "each-party", "at-least", "fixed-date"]


class EntryRule(Sourced):
    """How it enters into force (*ikraftträdande*). The date itself is computed from the parties' decisions."""

    rule: EntryRuleName
    """When all parties have adopted it; for each party when it has; when a number of them have; on a fixed date,
    whatever the parties have decided."""
    not_before: When | None = None
    """The first day that it can enter into force."""
    at_least: int | None = Field(None, ge=2)
    """For `at-least`: how many parties."""
    date: When | None = None
    """For `fixed-date`: the day."""


class Extension(Sourced):
    """A longer term, decided before or after the old one ran out."""

    since: When | None = Field(None, alias="from")
    """First day of the extension, where it was stated. Without it: the day after the old term if it was decided by
    then, else the day of the decision; what lies between is a gap."""
    until: When
    """The new last day."""
    decided: When | None = None
    """When it was decided."""
    body: Text | None = None
    """By whom."""
    reference: Text | None = None
    """Register number or paragraph of the decision."""


class VersionTerm(Sourced):
    """How long it lasts (*giltighetstid*)."""

    until: When | None = None
    """The last day; empty means until further notice (*tills vidare*)."""
    renewal_months: int | None = Field(None, ge=1)
    """By how many months it goes on each time that nobody has given notice."""
    extensions: Seq[Extension] = ()
    """Extensions, in order."""


class NoticeRule(Sourced):
    """What applies when a party gives notice (*uppsägning*)."""

    months: int | None = Field(None, ge=0)
    """The period of notice in months."""
    effect: Literal["rest-continues", "all-ends"] = "rest-continues"
    """Whether the agreement goes on between the others, or ends for all."""


class Reply(Sourced):
    """A reply to a referral (*remissvar*)."""

    organisation: OrganisationRef
    """Whose."""
    date: When | None = None
    """When."""
    reference: Text | None = None
    """Its register number."""
    summary: Markdown | None = None
    """What it says, in brief."""


class Referral(Sourced):
    """A referral for comment (*remiss*)."""

    since: When | None = Field(None, alias="from")
    """When it was sent."""
    until: When | None = None
    """The last day to reply."""
    recipients: Seq[OrganisationRef] = ()
    """To whom; empty means all parties."""
    replies: Seq[Reply] = ()
    """The replies."""


class Recommendation(Sourced):
    """A recommendation to the parties to adopt it (*rekommendation*)."""

    body: ActorRef
    """Who recommends: a group or an organisation."""
    date: When | None = None
    """When."""
    reference: Text | None = None
    """Register number or paragraph."""
    meeting: MeetingRef | None = None
    """The meeting, where its minutes are in the register."""


class Publication(Sourced):
    """The text as it is put to the parties; from then on it does not change."""

    date: Day
    """When it was published."""
    digest: Digest
    """SHA-256 of the title and the sections (see the reference)."""


class StatedInForce(Sourced):
    """What a source says about when it entered into force: evidence beside what is computed."""

    date: When
    """The date that is stated."""


class Accession(Sourced):
    """A party that joined later (*anslutning*)."""

    party: OrganisationRef
    """Who."""
    date: When | None = None
    """From when, where it is not the day of its own decision."""
    body: Text | None = None
    """Who let it in."""
    reference: Text | None = None
    """Register number or paragraph of that decision."""


class Version(Entity, kind="version", path="agreements/{agreement}/versions/{version}.yaml"):
    """A version of an agreement, in a file named by both: `agreements/hok/versions/1.0.yaml`."""

    agreement: AgreementRef
    """Of which agreement: that of its folder."""
    version: VersionName
    """The number of the version: that of its file."""
    parties: Seq[OrganisationRef] = ()
    """Who it binds: empty means those of the agreement."""
    entry_into_force: EntryRule | None = None
    """How it enters into force; empty where it is not known."""
    term: VersionTerm | None = None
    """How long it lasts; empty means until further notice, or that it is not known."""
    notice: NoticeRule | None = None
    """What applies when a party gives notice."""
    referrals: Seq[Referral] = ()
    """When it was sent for comment, and what was answered."""
    recommendations: Seq[Recommendation] = ()
    """Who recommended the parties to adopt it."""
    publication: Publication | None = None
    """The text that was put to the parties."""
    accessions: Seq[Accession] = ()
    """Parties that joined later."""
    stated_in_force: StatedInForce | None = None
    """What a source says about when it entered into force."""
