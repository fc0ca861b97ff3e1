"""Areas: where local collaboration happens, a municipality or, in Stockholm, a city district. (002:116-118)"""

from typing import Literal

from vis_cli.model.base import Entity, Sourced, Term
from vis_cli.model.values import AreaRef, OrganisationRef, Seq, Text


class Succession(Sourced):
    """An area that took over from this one."""

    area: AreaRef
    """Which."""


class Area(Entity, Term, kind="area", path="registry/areas.yaml"):
    """A municipality or a city district (*stadsdelsområde*)."""

    name: Text
    """As printed: `Upplands-Bro`."""
    aliases: Seq[Text] = ()
    """Other names, old ones too."""
    type: Literal["municipality", "district"]
    """A whole municipality, or a district of one."""
    municipality: OrganisationRef
    """The municipality."""
    subregion: Text | None = None
    """The part of the county (*delregion*)."""
    successors: Seq[Succession] = ()
    """The areas that took over when this one ended."""
