"""Representation: who is in which body on a day, for which municipality, and how much of that can be known. (R-GRP-4)

What cannot be known is a bound with its reasons, never a figure: a body whose seats are not known, a seat that names
nobody. What a source states is shown beside it, by `facts/stated.py`. (000:71-77)
"""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from vis_cli.facts.representing import Held, held_in, municipalities, subregions
from vis_cli.facts.seats import existed
from vis_cli.facts.statuses import status_on
from vis_cli.model.group import Group
from vis_cli.model.values import Side
from vis_cli.registry import Record, Registry

STANDING = ("steering", "consultation", "secretariat", "forum")
"""The bodies that are always counted; working groups and projects only by name. (000:76-78)"""

SIDES: tuple[Side, ...] = ("region", "municipality", "joint", "external")

Why = Literal["no-seats", "nobody-named", "no-municipality", "dates"]
"""No seat of the body is known; a seat names an organisation or a function, and how many that is is not said; a
municipal seat does not say for which municipality; it is not certain of the dates that the seat is there."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a number is a bound: what is not known, and of which bodies."""

    why: Why
    bodies: tuple[Record[Group], ...]
    seats: int
    """How many seats it is about; nought where no seat is known."""


@dataclass(frozen=True, slots=True)
class Bound:
    """A number, or what is certain of it: at least so many, and at most, where there is a limit."""

    least: int
    most: int | None
    reasons: tuple[Reason, ...] = ()

    @property
    def exact(self) -> bool:
        """Whether the number is known."""
        return self.least == self.most


@dataclass(frozen=True, slots=True)
class Body:
    """One body on a day."""

    group: Record[Group]
    seats: tuple[Held, ...]
    subregions: Mapping[str, bool | None]
    """Each part of the county: whether it has a seat; None where that is not known. (R-GRP-13)"""

    def of_side(self, side: Side) -> int:
        """How many seats a side has; those of adjuncts too."""
        return sum(1 for item in self.seats if item.seat.side == side)

    @property
    def unheld(self) -> tuple[Held, ...]:
        """The seats of which no holder is known: vacant, or held by somebody whom no source names."""
        return tuple(item for item in self.seats if item.seat.person is None)

    @property
    def municipalities(self) -> tuple[str, ...]:
        """The municipalities that have a seat, each once, in the order of the seats."""
        named = (item.municipality for item in self.seats if item.represents)
        return tuple(dict.fromkeys(id for id in named if id))


@dataclass(frozen=True, slots=True)
class Representation:
    """All bodies on a day, together."""

    on: dt.date
    bodies: tuple[Body, ...]
    seated: tuple[str, ...]
    """The municipalities that have a seat in one of them, by id."""
    unseated: tuple[str, ...]
    """Those of which no seat is known."""
    roles: Bound
    municipalities: Bound
    several: Bound
    """Persons with a seat in more than one of the bodies."""
    persons: Mapping[str, tuple[str, ...]]
    """Those persons that are known, and the ids of their bodies."""


def bodies_on(registry: Registry, on: dt.date) -> tuple[Record[Group], ...]:
    """The standing bodies that somebody has decided shall be, and that have not ended, on a day."""
    found = []
    for record in registry.all(Group):
        own = record.entity
        status = status_on(own, on)
        if (
            own.type in STANDING
            and status
            and status[0] not in ("proposed", "discontinued")
            and existed(own, on) is not False
        ):
            found.append(record)
    return tuple(found)


def representation(registry: Registry, on: dt.date, groups: Sequence[Record[Group]] | None = None) -> Representation:
    """The representation in some bodies on a day; without them, in all standing ones."""
    chosen = bodies_on(registry, on) if groups is None else tuple(groups)
    bodies = tuple(_body(registry, group, on) for group in chosen)
    every = [record.id for record in municipalities(registry, on)]
    seated = {id for body in bodies for id in body.municipalities}
    certain = {item.municipality for body in bodies for item in body.seats if item.represents and item.sure}
    by_person: dict[str, dict[str, None]] = {}
    for body in bodies:
        for item in body.seats:
            if item.seat.person and item.sure:
                by_person.setdefault(item.seat.person, {})[body.group.id] = None
    persons = {person: tuple(ids) for person, ids in sorted(by_person.items()) if len(ids) > 1}
    unknown, nobody = _no_seats(bodies), _reason("nobody-named", bodies, lambda item: item.seat.person is None)
    unsure = _reason("dates", bodies, lambda item: not item.sure)
    no_municipality = _reason("no-municipality", bodies, lambda item: item.open)
    return Representation(
        on=on,
        bodies=bodies,
        seated=tuple(id for id in every if id in seated),
        unseated=tuple(id for id in every if id not in seated),
        roles=_bound(sum(item.sure for body in bodies for item in body.seats), None, (*unknown, *nobody, *unsure)),
        municipalities=_bound(sum(id in certain for id in every), len(every), (*unknown, *no_municipality, *unsure)),
        several=_bound(len(persons), None, (*unknown, *nobody, *unsure) if len(bodies) > 1 else ()),
        persons=persons,
    )


def _body(registry: Registry, group: Record[Group], on: dt.date) -> Body:
    seats = held_in(registry, group, on)
    municipal = [item for item in seats if item.represents and item.seat.side == "municipality" and not item.elsewhere]
    told = {item.subregion for item in municipal if item.sure}
    whole = bool(municipal) and all(item.subregion for item in municipal)
    return Body(
        group, seats, {name: True if name in told else False if whole else None for name in subregions(registry)}
    )


def _bound(least: int, most: int | None, reasons: Iterable[Reason]) -> Bound:
    found = tuple(reasons)
    if least == most:  # more there cannot be, whatever is not known
        return Bound(least, most)
    return Bound(least, most if found else least, found)


def _no_seats(bodies: Sequence[Body]) -> tuple[Reason, ...]:
    found = tuple(body.group for body in bodies if not body.seats)
    return (Reason("no-seats", found, 0),) if found else ()


def _reason(why: Why, bodies: Sequence[Body], that: Callable[[Held], bool]) -> tuple[Reason, ...]:
    found = {body.group.id: sum(1 for item in body.seats if that(item)) for body in bodies}
    about = tuple(body.group for body in bodies if found[body.group.id])
    return (Reason(why, about, sum(found.values())),) if about else ()
