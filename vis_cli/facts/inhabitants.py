"""How many live where, by a figure that a source states: of an organisation, of its area, or of its districts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from vis_cli.facts.terms import holds
from vis_cli.model.area import Area
from vis_cli.model.figure import Figure
from vis_cli.registry import Record, Registry


@dataclass(frozen=True, slots=True)
class Inhabitants:
    """The number of each, and those of whom the figure says nothing."""

    of: Mapping[str, int]
    missing: tuple[str, ...]


def inhabitants(registry: Registry, figure: Record[Figure], organisations: Iterable[str]) -> Inhabitants:
    """The inhabitants of each municipality: its own number, its area's, or the sum of all its districts'."""
    own = {item.organisation: item.value for item in figure.entity.values if item.organisation}
    areas = {item.area: item.value for item in figure.entity.values if item.area}
    found, missing = {}, []
    for id in organisations:
        number = own.get(id)
        if number is None:
            number = _of_areas(registry, id, figure.entity, areas)
        if number is None:
            missing.append(id)
        else:
            found[id] = number
    return Inhabitants(found, tuple(missing))


def _of_areas(registry: Registry, organisation: str, figure: Figure, areas: Mapping[str, int]) -> int | None:
    there = [record for record in registry.all(Area) if record.entity.municipality == organisation]
    for record in there:
        if record.entity.type == "municipality" and record.id in areas:
            return areas[record.id]
    districts = [record for record in there if record.entity.type == "district"]
    then = [record.id for record in districts if holds(record.entity, figure.as_of.latest) is not False]
    since = [record.id for record in districts if not record.entity.until]
    # A number may be told of the districts that there were then, or of those that there are since.
    for ids in (then, since):
        if ids and all(id in areas for id in ids):
            return sum(areas[id] for id in ids)
    return None
