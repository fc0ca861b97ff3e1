"""Local forums: where those who work in an area meet, who convenes them, how often, and about what."""

from typing import Literal

from pydantic import Field

from vis_cli.model.base import FileEntity, Sourced, Term
from vis_cli.model.values import (
    ActorRef,
    AgreementRef,
    AreaRef,
    GroupRef,
    Level,
    Markdown,
    OrganisationRef,
    Seq,
    Text,
    When,
)

ForumType = Literal[
    "ksa-gsa",
    "gsa-cluster",
    "discharge",
    "sip",
    "bus",
    "local-consultation",
    "complex-needs",
    "disability",
    "physicians",
    "family-centre",
    "youth-clinic",
    "home-visits",
    "personal-ombudsman",
    "hygiene",
    "steering",
    "network",
    "civil-society",
    "other",
]


class Rhythm(Sourced):
    """How often it meets (*mötesfrekvens*)."""

    text: Text
    """As stated: `2-4 gånger per termin`."""
    least_per_year: int | None = Field(None, ge=0)
    """At least so often in a year."""
    most_per_year: int | None = Field(None, ge=0)
    """At most so often in a year."""


class Participant(Sourced):
    """Who takes part, as a function."""

    function: Text
    """As what: `barnmorskemottagning`, `biståndshandläggare`."""
    organisation: OrganisationRef | None = None
    """Of which organisation."""


class Extent(Sourced):
    """In how many areas there is one, where it is not said in which."""

    within: OrganisationRef
    """The municipality whose areas are counted."""
    text: Text
    """As stated: `de flesta stadsdelsförvaltningar`."""
    least: int = Field(ge=0)
    """In at least so many."""
    most: int = Field(ge=0)
    """In at most so many."""


class ForumPlan(Sourced):
    """The action plan of the forum (*handlingsplan*). (002:308-311)"""

    title: Text | None = None
    """What it is called."""
    joint: bool | None = None
    """Whether it was made jointly."""
    decided: When | None = None
    """When it was decided."""
    until: When | None = None
    """The last day for which it is made."""
    priorities: Seq[Text] = ()
    """The areas of development that it puts first."""
    activities: Seq[Text] = ()
    """What is to be done."""


class Forum(FileEntity, Term, kind="forum", path="registry/forums/{id}.yaml"):
    """A local forum (*lokalt samverkansforum*): a meeting, a network or a joint service. (002:165-194)"""

    name: Text
    """What it is called."""
    aliases: Seq[Text] = ()
    """Other names."""
    type: ForumType
    """KSA and GSA meeting, cluster of health centres, meetings on discharge (*utskrivning*), work with SIP, BUS group,
    local consultation (*lokalt samråd*), forum on complex needs (*samsjuklighet*), on disability, with physicians'
    organisations (*läkarorganisationer*), family centre (*familjecentral*), youth clinic (*ungdomsmottagning*),
    extended home visits (*utökat hembesöksprogram*), personal ombudsman (*personligt ombud*), hygiene (*vårdhygien*),
    steering group, network, with civil society, something else."""
    level: Level = "local"
    """Local, subregional, regional or national."""
    areas: Seq[AreaRef] = ()
    """The areas that it is for; several can share one."""
    extent: Extent | None = None
    """In how many areas there is one, where it is not said in which."""
    number: int | None = Field(None, ge=0)
    """How many there are, where they are counted and not named; 0 says that there is none."""
    as_of: When | None = None
    """The time for which the number holds."""
    purpose: Text | None = None
    """What it is for (*syfte*)."""
    purpose_adopted: When | None = None
    """When those who take part adopted the purpose. (002:319-320)"""
    target_group: Text | None = None
    """Whom its work is for (*målgrupp*)."""
    scope: Literal["general", "specific"] | None = None
    """General, or for a matter of its own (*generell, specifik*)."""
    character: Literal["strategic", "operative"] | None = None
    """Strategic or operative. (002:216-219)"""
    participants: Seq[Participant] = ()
    """Who takes part."""
    convener: ActorRef | None = None
    """Who convenes it (*sammankallande*): one answer. (002:199)"""
    convening_function: Text | None = None
    """The function that convenes it, where no organisation of its own does."""
    rhythm: Rhythm | None = None
    """How often it meets."""
    form: Literal["in-person", "digital", "hybrid"] | None = None
    """In person (*fysiskt*), digital, or both."""
    matters: Seq[Text] = ()
    """What is taken up there (*frågor*)."""
    agreements: Seq[AgreementRef] = ()
    """The agreements that it follows from."""
    group: GroupRef | None = None
    """The consultation group that it is linked to (*kopplad samrådsgrupp*)."""
    mandate: Text | None = None
    """What it may decide (*mandat*)."""
    plan: ForumPlan | None = None
    """Its action plan."""
    financing: Text | None = None
    """How it is paid for."""
    status: Literal["planned", "active", "stalled", "discontinued"] | None = None
    """Planned, active, stalled (*avstannat*), discontinued; empty where nobody knows. (000:120-121)"""
    verified: When | None = None
    """When somebody last made sure that this is right."""
    strengths: Markdown | None = None
    """What works (*styrkor*)."""
    challenges: Markdown | None = None
    """What does not (*utmaningar*)."""
    examples: Markdown | None = None
    """Examples of what is done."""
