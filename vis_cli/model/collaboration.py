"""The collaboration itself (*Vård i samverkan*): its sides, its time zone, and what it makes exceptions from."""

from typing import Literal

from vis_cli.model.base import FileEntity, Part, Sourced
from vis_cli.model.values import AgreementRef, AreaRef, GroupRef, OrganisationRef, Seq, Side, Text


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


class Exemption(Sourced):
    """A reasoned exception from something that every area must have."""

    expects: Literal["ksa", "gsa"]
    """What is not expected here."""
    area: AreaRef
    """Where."""
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
    main_agreement: AgreementRef | None = None
    """The main agreement (*huvudöverenskommelse*, HÖK)."""
    secretariat: GroupRef | None = None
    """The joint secretariat (*VIS processledning*)."""
    time_zone: Text = "Europe/Stockholm"
    """Where a day begins."""
    commit: Literal["asked", "always"] = "asked"
    """Whether a command that writes also commits: only when asked, or always."""
    exemptions: Seq[Exemption] = ()
    """Areas of which something is not expected, each with its reason."""
