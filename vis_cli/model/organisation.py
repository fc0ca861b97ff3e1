"""Organisations: who people work for, who agreements bind."""

from typing import Literal

from pydantic import Field

from vis_cli.model.base import Entity
from vis_cli.model.values import AreaRef, OrganisationRef, Seq, Side, Text, When


class Organisation(Entity, kind="organisation", path="registry/organisations.yaml"):
    """An organisation or a part of one."""

    name: Text
    """As printed in documents."""
    short_name: Text | None = None
    """`HSF`."""
    aliases: Seq[Text] = ()
    """Other names it goes by, old ones too."""
    type: Literal[
        "principal",
        "administration",
        "board",
        "association",
        "provider",
        "private-provider",
        "authority",
        "user-organisation",
        "civil-society",
        "research",
        "federation",
        "network",
        "other",
    ]
    """Principal (*huvudman*), administration (*förvaltning*), board (*nämnd, styrelse*), association, provider run by
    the region (*vårdgivare*), private provider, state authority, user organisation (*brukarförening*), civil society,
    research, federation (*förbund*), network."""
    side: Side
    """Whose it is."""
    parent: OrganisationRef | None = None
    """What it is a part of."""
    role: Text | None = None
    """What it does in the collaboration."""
    services: Seq[Text] = ()
    """What a provider does (*verksamhet*): `hemtjänst`."""
    areas: Seq[AreaRef] = ()
    """The areas in which a provider works."""
    contract_party: OrganisationRef | None = None
    """Who has the contract with it (*avtalspart*). (002:153-154)"""
    answerable: OrganisationRef | None = None
    """Who answers for bringing it into the collaboration; empty where that is not settled. (002:154-157)"""
    since: When | None = Field(None, alias="from")
    """First day, where known."""
    until: When | None = None
    """Last day."""
    successors: Seq[OrganisationRef] = ()
    """Who took its place, where it was merged or split: they answer for what it had adopted."""
