"""The ten facts that the inventory of 2022 asks of every group. (000:103-238)"""

from pydantic import Field

from vis_cli.model.base import Sourced
from vis_cli.model.values import AgreementRef, Markdown, OrganisationRef, Seq, Text, When


class Fact(Sourced):
    """One of the facts: in words, or the reason why it is missing."""

    text: Markdown | None = None
    """What is so."""
    missing: Text | None = None
    """Why there is nothing to say (`Ej uppdaterat`)."""


class Participants(Fact):
    """Who takes part (*deltagare*)."""

    municipalities: Seq[OrganisationRef] = ()
    """Municipalities with a person in it."""
    organisations: Seq[OrganisationRef] = ()
    """Others."""


class Structure(Fact):
    """How it meets (*struktur*)."""

    meetings_per_year: int | None = Field(None, ge=0)
    """Meetings a year, about."""
    last_meeting: When | None = None
    """The last meeting known."""


class Secretariat(Fact):
    """Who prepares its meetings (*sekretariat*)."""

    organisations: Seq[OrganisationRef] = ()
    """Who staffs it."""
    percent: int | None = Field(None, ge=0, le=100)
    """Share of full time set aside."""


class AnnualPlan(Fact):
    """Whether it has an annual plan (*årsplan*)."""

    exists: bool | None = None
    """Yes, no, or not known."""


class Agreements(Fact):
    """The agreements that belong to it (*tillhörande överenskommelser*)."""

    agreements: Seq[AgreementRef] = ()
    """Which."""


class Profile(Sourced):
    """The ten facts. Each has words, or a reason why there are none. (000:207)"""

    target_group: Fact | None = None
    """Whom it is for (*målgrupp*)."""
    mission: Fact | None = None
    """What it shall do (*uppdrag*)."""
    participants: Participants | None = None
    """Who takes part (*deltagare*)."""
    structure: Structure | None = None
    """How it meets (*struktur*)."""
    secretariat: Secretariat | None = None
    """Who prepares its meetings (*sekretariat*)."""
    annual_plan: AnnualPlan | None = None
    """Its annual plan (*årsplan*)."""
    agreements: Agreements | None = None
    """The agreements that belong to it (*överenskommelser*)."""
    communication: Fact | None = None
    """How it tells others (*kommunikation*)."""
    local_groups: Fact | None = None
    """Groups like it at the local level (*lokala grupper*)."""
    knowledge_governance: Fact | None = None
    """Its link to knowledge governance (*koppling kunskapsstyrning*)."""
