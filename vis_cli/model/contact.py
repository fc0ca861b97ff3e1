"""Contacts of an area: its KSA (municipal coordinating function) and its GSA (coordinating health centre)."""

from typing import Literal

from vis_cli.model.base import FileEntity, Term
from vis_cli.model.values import Day, OrganisationRef, PersonRef, Seq, Text


class Ksa(Term):
    """A municipal coordinating function (*kommunal samordnande funktion*). (001:61-75)"""

    person: PersonRef | None = None
    """Who holds it, where a source names the person."""
    organisation: OrganisationRef | None = None
    """Where it is placed."""
    mailbox: Text | None = None
    """A mailbox of the function, never of a private person."""
    base_role: Text | None = None
    """What else the holder does (*grundroll*)."""
    verified_on: Day | None = None
    """When somebody last made sure that this is right."""


class Gsa(Term):
    """The health centre with geographic coordination (*geografiskt samordnande vårdcentral*). (001:76-81)"""

    clinic: Text
    """The health centre (*vårdcentral*)."""
    run_by: Literal["region", "private"] | None = None
    """Run by the region or privately (*driftsform*)."""
    organisation: OrganisationRef | None = None
    """The provider."""
    mailbox: Text | None = None
    """A mailbox of the function."""
    verified_on: Day | None = None
    """When somebody last made sure that this is right."""


class Contact(FileEntity, kind="contact", path="registry/contacts/{id}.yaml"):
    """Who to turn to in an area. The file has the id of the area."""

    ksa: Seq[Ksa] = ()
    """The municipal coordinating functions; several can share the task."""
    gsa: Seq[Gsa] = ()
    """The coordinating health centres, one at a time."""
