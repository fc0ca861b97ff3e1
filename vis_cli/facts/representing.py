"""For whom a seat is held: which municipality, and which part of the county (*delregion*). (000:91-94)"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from vis_cli.facts.posts import post_on
from vis_cli.facts.seats import Sitting, sitting
from vis_cli.facts.settings import collaboration
from vis_cli.facts.terms import holds
from vis_cli.model.area import Area
from vis_cli.model.collaboration import Collaboration
from vis_cli.model.group import Group, Seat
from vis_cli.model.organisation import Organisation
from vis_cli.model.person import Person
from vis_cli.registry import Record, Registry


@dataclass(frozen=True, slots=True)
class Held:
    """A seat of a day, and for whom it is held."""

    sitting: Sitting
    municipality: str | None
    """The municipality, where the seat or its holder's post tells."""
    subregion: str | None
    """The part of the county, where the seat or the municipality tells."""

    @property
    def seat(self) -> Seat:
        """The seat itself."""
        return self.sitting.seat

    @property
    def sure(self) -> bool:
        """Whether it is there for certain."""
        return self.sitting.sure

    @property
    def represents(self) -> bool:
        """Whether it stands for somebody: an adjunct (*adjungerad*) does not."""
        return self.seat.role != "adjunct"

    @property
    def open(self) -> bool:
        """Whether it is a municipal seat of which it is not known for whom."""
        return self.seat.side == "municipality" and self.represents and not self.municipality and not self.elsewhere

    @property
    def elsewhere(self) -> bool:
        """Whether an organisation that is no municipality has it: the association of them all, say."""
        return bool(self.seat.organisation) and not self.municipality


def held_in(registry: Registry, group: Record[Group], on: dt.date) -> tuple[Held, ...]:
    """The seats of a body on a day, in their order, each with for whom it is held."""
    found = []
    for one in sitting(registry, on, groups=(group.id,)):
        municipality = _municipality(registry, one.seat, on)
        subregion = one.seat.subregion or subregions_of(registry).get(municipality or "")
        found.append(Held(one, municipality, subregion))
    return tuple(found)


def _municipality(registry: Registry, seat: Seat, on: dt.date) -> str | None:
    """By the seat's organisation; where it has none, by the holder's post on the day."""
    if seat.organisation:
        return municipality_of(registry, seat.organisation)
    return municipality_of_person(registry, seat.person, on) if seat.side == "municipality" else None


def municipality_of_person(registry: Registry, person: str | None, on: dt.date) -> str | None:
    """The municipality that somebody worked for on a day; None where the post is elsewhere or not known."""
    known = registry.get(Person, person)
    post = post_on(known.entity, on) if known else None
    return municipality_of(registry, post.organisation) if post else None


def municipality_of(registry: Registry, organisation: str | None) -> str | None:
    """The municipality that an organisation is, or is a part of."""
    seen: set[str] = set()
    while organisation and organisation not in seen:
        seen.add(organisation)
        record = registry.get(Organisation, organisation)
        if record is None:
            return None
        if record.entity.type == "principal":
            return record.id if record.entity.side == "municipality" else None
        organisation = record.entity.parent
    return None


def municipalities(registry: Registry, on: dt.date) -> tuple[Record[Organisation], ...]:
    """The municipalities of the county on a day, by id."""
    return tuple(
        record
        for record in registry.all(Organisation)
        if record.entity.type == "principal" and record.entity.side == "municipality" and holds(record.entity, on)
    )


def subregions_of(registry: Registry) -> Mapping[str, str]:
    """The part of the county of each municipality, where all of its areas are in the same one."""
    return registry.once(_subregions)


def _subregions(registry: Registry) -> Mapping[str, str]:
    found: dict[str, set[str | None]] = {}
    for record in registry.all(Area):
        found.setdefault(record.entity.municipality, set()).add(record.entity.subregion)
    return {id: name for id, names in found.items() if len(names) == 1 and (name := next(iter(names))) is not None}


def subregions(registry: Registry) -> tuple[str, ...]:
    """The parts of the county (*delregioner*), as the collaboration names them; else those that areas name."""
    for record in registry.all(Collaboration):
        if record.entity.subregions:
            return record.entity.subregions
    return tuple(sorted({record.entity.subregion for record in registry.all(Area) if record.entity.subregion}))


def uncovered_subregions(registry: Registry, group: Group) -> tuple[str, ...]:
    """The parts of the county that certainly have no municipal seat that lasts; none where one seat does not tell.

    Only those that the collaboration lists: then they are meant to be represented. A seat that the association of the
    municipalities has stands for no part of the county. (R-GRP-13)
    """
    told: set[str] = set()
    for seat in group.members:
        if seat.side != "municipality" or seat.until is not None or seat.role == "adjunct":
            continue
        home = municipality_of(registry, seat.organisation)
        if seat.organisation and home is None:
            continue
        subregion = seat.subregion or subregions_of(registry).get(home or "")
        if subregion is None:
            return ()
        told.add(subregion)
    listed = (name for record in collaboration(registry) for name in record.entity.subregions)
    return tuple(name for name in listed if name not in told) if told else ()
