"""The collaboration itself (*Vård i samverkan*): its sides, its time zone, and what it makes exceptions from."""

from typing import Literal

from pydantic import Field

from vis_cli.model.base import FileEntity, Part, Sourced
from vis_cli.model.values import AgreementRef, AreaRef, ForumRef, GroupRef, OrganisationRef, Seq, Side, Text


class Party(Part):
    """One of the two sides, and who speaks for it."""

    side: Side
    """Which side."""
    name: Text
    """As printed: `Region Stockholm`, `kommunerna`."""
    organisation: OrganisationRef | None = None
    """The principal (*huvudman*), where the side is one organisation."""
    association: OrganisationRef | None = None
    """The association of the side's members, where it has one: Storsthlm for the municipalities."""


Expected = Literal[
    "ksa",
    "gsa",
    "local-consultation",
    "owner",
    "follow-up",
    "parties",
    "annual-plan",
    "mandate",
    "knowledge-link",
    "action-plan",
]


class Exemption(Sourced):
    """A reasoned exception from something that every area, agreement, group or forum must have."""

    expects: Expected
    """What is not expected here: of an area its KSA, its GSA, a local consultation (*lokalt samråd*); of an agreement
    an owner, a follow-up, its parties; of a group an annual plan, a mandate, a link to knowledge governance; of a BUS
    group an action plan."""
    area: AreaRef | None = None
    """The area, where it is one of an area."""
    agreement: AgreementRef | None = None
    """The agreement, where it is one of an agreement."""
    group: GroupRef | None = None
    """The group, where it is one of a group."""
    forum: ForumRef | None = None
    """The forum, where it is one of a forum."""
    reason: Text
    """Why."""


class Collaboration(FileEntity, kind="collaboration", path="registry/vis.yaml"):
    """The collaboration: what this register is about."""

    name: Text
    """As printed in documents: `Vård i samverkan`."""
    short_name: Text
    """`VIS`."""
    county: Text
    """The county, as printed: `Stockholms län`."""
    sides: Seq[Party] = ()
    """The two sides (*huvudmän*)."""
    subregions: Seq[Text] = ()
    """The parts of the county (*delregioner*), as printed: `södra länet`. (000:91-94)"""
    main_agreement: AgreementRef | None = None
    """The main agreement (*huvudöverenskommelse*, HÖK)."""
    secretariat: GroupRef | None = None
    """The joint secretariat (*VIS processledning*)."""
    time_zone: Text = "Europe/Stockholm"
    """Where a day begins."""
    commit: Literal["asked", "always"] = "asked"
    """Whether a command that writes also commits: only when asked, or always."""
    retention_months: int | None = Field(None, ge=0, le=1200)
    """How many months the name of somebody is kept after the last seat or contact has ended (*gallringsfrist*); empty
    where nothing is decided. It does not hold for minutes, decisions and other public records."""
    exemptions: Seq[Exemption] = ()
    """Areas of which something is not expected, each with its reason."""
