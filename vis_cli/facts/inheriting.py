"""Who decides in the place of a party of a version that has been merged or split (*efterträdare*)."""

import datetime as dt

from vis_cli.facts.binding import predecessors
from vis_cli.facts.versions import parties
from vis_cli.model.organisation import Organisation
from vis_cli.model.version import Version
from vis_cli.registry import Record, Registry


def inherits(registry: Registry, version: Record[Version], party: str, on: dt.date) -> tuple[Record[Organisation], ...]:
    """The parties of a version in whose place another organisation has come by a day; none for a party itself."""
    named = {*parties(registry, version), *(item.party for item in version.entity.accessions)}
    if party in named:
        return ()
    before = (item for item in predecessors(registry, party) if item.id in named)
    return tuple(item for item in before if item.entity.until and item.entity.until.latest < on)
