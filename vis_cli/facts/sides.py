"""The side that somebody stands for: that of the organisation, or of the one that the person works for."""

from vis_cli.facts.settings import collaboration
from vis_cli.model.organisation import Organisation
from vis_cli.model.person import Person
from vis_cli.model.values import Side
from vis_cli.registry import Registry


def side_of(registry: Registry, organisation: str | None, person: str | None = None) -> Side | None:
    """The side of an organisation, or of the one where a person has the latest post; None where it is not clear.

    An association of one side, such as that of the municipalities, stands for that side.
    """
    found = registry.get(Organisation, organisation)
    if found is None and (known := registry.get(Person, person)):
        found = registry.get(Organisation, known.entity.posts[-1].organisation)
    if found is None:
        return None
    for about in collaboration(registry):
        for party in about.entity.sides:
            if found.id in (party.association, party.organisation):
                return party.side
    return found.entity.side
