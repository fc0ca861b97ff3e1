"""Every origin that an agenda names, of what stands on it and of what was dropped."""

from collections.abc import Iterator
from dataclasses import dataclass

from vis_cli.model.item import Origin
from vis_cli.model.meeting import Meeting
from vis_cli.places import Route
from vis_cli.registry import Place, Record, Registry


@dataclass(frozen=True, slots=True)
class Named:
    """An origin, the meeting whose agenda names it, and where it stands."""

    meeting: Record[Meeting]
    origin: Origin
    route: Route

    def at(self, *keys: str) -> Place:
        """The place of a value of it."""
        return self.meeting.at(*self.route, *keys)


def origins(registry: Registry) -> tuple[Named, ...]:
    """Each origin, by meeting, those of the items first."""
    return registry.once(_origins)


def _origins(registry: Registry) -> tuple[Named, ...]:
    return tuple(found for record in registry.all(Meeting) for found in _origins_of(record))


def _origins_of(record: Record[Meeting]) -> Iterator[Named]:
    for i, item in enumerate(record.entity.items):
        if item.origin:
            yield Named(record, item.origin, ("items", i, "origin"))
    for i, dropped in enumerate(record.entity.dropped):
        yield Named(record, dropped.origin, ("dropped", i, "origin"))
