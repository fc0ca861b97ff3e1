"""Contacts of an area: its KSA (municipal coordinating function) and its GSA (coordinating health centre)."""

from typing import Literal

from pydantic import Field

from vis_cli.model.base import FileEntity, Sourced, Term
from vis_cli.model.values import ActorRef, Day, Mailbox, Markdown, OrganisationRef, PersonRef, Phone, Seq, Text, When

KsaDuty = Literal["contact", "local-meetings", "questions"]
"""Contact for other actors; takes part in the local meetings with the coordinating health centre; carries questions to
and from the municipality's services. (001:65-71)"""
KsaKnowledge = Literal["social-services", "collaboration"]
"""Good knowledge of the organisation and mission of the social services; the current questions. (001:72-75)"""
ServiceField = Literal[
    "social-services", "elderly-care", "disability", "school", "preschool", "health-care", "employment"
]
GsaTask = Literal["survey", "convene", "participation", "local-plans", "area-plan", "crisis-support"]
"""Surveys who gives care; convenes the network; works for wide participation; local action plans; keeps the area plan
current; crisis support to the population. (004:49-55, 65-72)"""


class Substitute(Term):
    """Who answers when the holder cannot (*ersättare*)."""

    person: PersonRef | None = None
    """Who, where a source names the person."""
    function: Text | None = None
    """As what."""
    organisation: OrganisationRef | None = None
    """Where."""
    mailbox: Mailbox | None = None
    """A mailbox of the function."""
    phone: Phone | None = None
    """The telephone of the function."""


class KsaMandate(Sourced):
    """The mandate document (*uppdragsbeskrivning*) that holds for a KSA. (002:84-86)"""

    version: Text | None = None
    """Which version of the county's."""
    adopted: When | None = None
    """When the municipality adopted it."""
    deviations: Markdown | None = None
    """What is otherwise here than in the county's."""


class Ksa(Term):
    """A municipal coordinating function (*kommunal samordnande funktion*). (001:61-75)"""

    person: PersonRef | None = None
    """Who holds it, where a source names the person."""
    organisation: OrganisationRef | None = None
    """Where it is placed."""
    placement: Text | None = None
    """Where in the organisation (*organisatorisk placering*): `utvecklingsenheten`."""
    mailbox: Mailbox | None = None
    """A mailbox of the function, never of a private person."""
    phone: Phone | None = None
    """The telephone of the function, never of a private person."""
    base_role: Text | None = None
    """What else the holder does (*grundroll*)."""
    combined: bool | None = None
    """Whether it is combined with another task (*kombinerad*) or stands alone (*renodlad*)."""
    percent: int | None = Field(None, ge=0, le=100)
    """Share of full time."""
    financing: Text | None = None
    """How it is paid for (`grundbidrag`)."""
    fields: Seq[ServiceField] = ()
    """The fields of the municipality that it covers; empty where that is not known. (002:106-110)"""
    duties: Seq[KsaDuty] = ()
    """The duties that are acknowledged (*bekräftade*). (001:65-71)"""
    knowledge: Seq[KsaKnowledge] = ()
    """The knowledge that is acknowledged. (001:72-75)"""
    private_providers: bool | None = None
    """Whether it covers private providers too. (001:63-64)"""
    mandate: KsaMandate | None = None
    """The mandate document that holds for it."""
    substitutes: Seq[Substitute] = ()
    """Who answers when the holder cannot."""
    verified_on: Day | None = None
    """When somebody last made sure that this is right."""


class Remuneration(Sourced):
    """A part of what a GSA is paid. (002:125-127)"""

    basis: Literal["fixed", "per-inhabitant", "per-hour"]
    """A fixed amount a year, for each inhabitant, for each hour in meetings of the collaboration."""
    kronor: int | None = Field(None, ge=0)
    """Whole kronor; empty where it is not known."""
    year: int | None = Field(None, ge=1900, le=2999)
    """The year for which it holds."""


class LocalActionPlan(Sourced):
    """A local action plan (*lokal handlingsplan*), made and carried out jointly. (004:66-67)"""

    title: Text
    """What it is called."""
    topics: Seq[Text] = ()
    """What it is about. (004:73-77)"""
    decided: When | None = None
    """When it was decided."""
    until: When | None = None
    """The last day for which it is made."""
    partners: Seq[ActorRef] = ()
    """Who made it together."""


class AreaPlan(Sourced):
    """The plan of who does what in the area (*närområdesplan*). (004:69-70)"""

    title: Text | None = None
    """What it is called."""
    updated: When | None = None
    """When it was last brought up to date."""


class Gsa(Term):
    """The health centre with geographic coordination (*geografiskt samordnande vårdcentral*). (001:76-81)"""

    clinic: Text
    """The health centre (*vårdcentral*)."""
    run_by: Literal["region", "private"] | None = None
    """Run by the region or privately (*driftsform*)."""
    organisation: OrganisationRef | None = None
    """The provider."""
    person: PersonRef | None = None
    """Who answers for it, as a rule the head of the centre. (002:128)"""
    mailbox: Mailbox | None = None
    """A mailbox of the function."""
    phone: Phone | None = None
    """The telephone of the function, never of a private person."""
    appointed_by: Seq[ActorRef] = ()
    """Who appointed it (*utsedd av*)."""
    mandate: Text | None = None
    """What it may decide (*mandat*). (002:131-132)"""
    remuneration: Seq[Remuneration] = ()
    """What it is paid."""
    tasks: Seq[GsaTask] = ()
    """The tasks that are acknowledged. (004:49-72)"""
    area_plan: AreaPlan | None = None
    """The plan of who does what in the area."""
    action_plans: Seq[LocalActionPlan] = ()
    """The local action plans."""
    crisis_duty: bool | None = None
    """Whether its duty to coordinate crisis support (*krisstöd*) is settled. (004:71-72)"""
    substitutes: Seq[Substitute] = ()
    """Who answers when the responsible cannot."""
    verified_on: Day | None = None
    """When somebody last made sure that this is right."""


class Contact(FileEntity, kind="contact", path="registry/contacts/{id}.yaml"):
    """Who to turn to in an area. The file has the id of the area."""

    ksa: Seq[Ksa] = ()
    """The municipal coordinating functions; several can share the task."""
    gsa: Seq[Gsa] = ()
    """The coordinating health centres, one at a time."""
