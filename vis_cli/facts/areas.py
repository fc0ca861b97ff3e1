"""The areas of a day, and what became of areas that merged or were split: those after one, and those before it."""

import datetime as dt
from collections.abc import Mapping
from typing import Protocol

from vis_cli.facts.alphabet import alphabetical
from vis_cli.facts.terms import holds, possible
from vis_cli.model.area import Area
from vis_cli.registry import Record, Registry


class HasAreas(Protocol):
    """Anything that is for some areas."""

    @property
    def areas(self) -> tuple[str, ...]: ...


def areas_on(registry: Registry, on: dt.date) -> tuple[Record[Area], ...]:
    """The areas that there are or may be on a day: districts first, each kind by name."""
    there = [record for record in registry.all(Area) if holds(record.entity, on) is not False]
    return tuple(sorted(there, key=lambda item: (item.entity.type == "municipality", alphabetical(item.entity.name))))


def areas_after(registry: Registry, area: Record[Area], on: dt.date) -> tuple[Record[Area], ...]:
    """The areas that have taken over from one that has ended, on a day; itself while it is there."""
    found: dict[str, Record[Area]] = {}

    def follow(at: Record[Area], seen: frozenset[str]) -> None:
        period = possible(at.entity)
        if period.last >= on or not at.entity.successors:
            found.setdefault(at.id, at)
            return
        for succession in at.entity.successors:
            after = registry.get(Area, succession.area)
            if after and after.id not in seen:
                follow(after, seen | {after.id})

    follow(area, frozenset((area.id,)))
    return tuple(found.values())


def now(registry: Registry, area: str, on: dt.date) -> tuple[str, ...]:
    """The ids of the areas that an area is on a day: itself, or those that have taken over from it."""
    record = registry.get(Area, area)
    return tuple(item.id for item in areas_after(registry, record, on)) if record else ()


def concerns(registry: Registry, its: HasAreas, area: str, on: dt.date) -> bool:
    """Whether something is for an area, or for one that it has taken over from."""
    return any(area == id or area in now(registry, id, on) for id in its.areas)


def areas_before(registry: Registry, area: Record[Area]) -> tuple[Record[Area], ...]:
    """The areas that one was made of, and those that they were made of."""
    made_of = registry.once(predecessors)
    found: dict[str, Record[Area]] = {}

    def follow(id: str) -> None:
        for before in made_of.get(id, ()):
            if before != area.id and before not in found and (record := registry.get(Area, before)):
                found[before] = record
                follow(before)

    follow(area.id)
    return tuple(found.values())


def predecessors(registry: Registry) -> Mapping[str, tuple[str, ...]]:
    """For each area that took over from others, those others."""
    found: dict[str, list[str]] = {}
    for record in registry.all(Area):
        for succession in record.entity.successors:
            found.setdefault(succession.area, []).append(record.id)
    return {area: tuple(dict.fromkeys(before)) for area, before in found.items()}


def areas_instead(registry: Registry, area: Record[Area], on: dt.date) -> tuple[Record[Area], ...]:
    """The areas that are, or may be, there on a day in the place of one: before its time those that it was made of."""
    if possible(area.entity).first > on:
        before = tuple(one for one in areas_before(registry, area) if holds(one.entity, on) is not False)
        return before or (area,)
    return areas_after(registry, area, on)
