"""Local forums by area and type on a day: where there is one, where there is none, and where nobody knows."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from vis_cli.facts.areas import areas_on, now
from vis_cli.facts.terms import holds
from vis_cli.model.area import Area
from vis_cli.model.forum import Forum, ForumType
from vis_cli.registry import Record, Registry

TYPES: tuple[ForumType, ...] = get_args(ForumType)
"""The types in the order in which they are told."""

State = Literal["yes", "planned", "stalled", "no", "ended", "unknown"]
"""There is one; one is planned; one has stalled; there is none; there was one; nobody knows."""

_BEST: tuple[State, ...] = ("yes", "planned", "stalled", "ended", "no")


@dataclass(frozen=True, slots=True)
class Entered:
    """A forum that counts for an area."""

    forum: Record[Forum]
    sure: bool
    """Whether it is certain that it is there on the day."""
    before: Record[Area] | None
    """The area that it was entered for, where this one has taken over from it."""
    others: tuple[Record[Area], ...]
    """The other areas that share it."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What is known of a type of forum in an area on a day."""

    area: Record[Area]
    type: ForumType
    state: State
    entered: tuple[Entered, ...]
    """The forums that tell it."""
    said: Record[Forum] | None
    """What tells it where no forum of the area does: a statement of all the areas, or of none."""

    @property
    def number(self) -> int | None:
        """How many there are, where each of them is counted."""
        counted = [item.forum.entity.number for item in self.entered if item.forum.entity.number is not None]
        here = self.state == "yes" and len(counted) == len(self.entered)
        return sum(counted) if here and counted and not self.shared else None

    @property
    def shared(self) -> tuple[Record[Area], ...]:
        """The areas that share all that there is here; none where something here is the area's own."""
        if self.state != "yes" or any(not item.others for item in self.entered):
            return ()
        return tuple({area.id: area for item in self.entered for area in item.others}.values())

    @property
    def before(self) -> tuple[Record[Area], ...]:
        """The old areas that something here was entered for."""
        return tuple({item.before.id: item.before for item in self.entered if item.before}.values())

    @property
    def sure(self) -> bool:
        """Whether the state is certain, as far as the dates tell."""
        return not self.entered or any(item.sure for item in self.entered)


def matrix(
    registry: Registry, on: dt.date, areas: Iterable[Record[Area]], types: Iterable[ForumType] = TYPES
) -> tuple[tuple[Cell, ...], ...]:
    """A row of cells for each area, one for each type."""
    entered = _entered(registry, on)
    chosen = tuple(types)
    beside: dict[str, list[Record[Area]]] = {}
    for area in areas_on(registry, on):
        beside.setdefault(area.entity.municipality, []).append(area)
    return tuple(
        tuple(_cell(registry, area, type, entered, beside.get(area.entity.municipality, ()), on) for type in chosen)
        for area in areas
    )


def statements(registry: Registry, type: ForumType, municipality: str, on: dt.date) -> tuple[Record[Forum], ...]:
    """What is said of how many areas of a municipality have a forum of a type, without naming them."""
    return tuple(
        record
        for record in registry.all(Forum)
        if record.entity.type == type
        and record.entity.extent
        and record.entity.extent.within == municipality
        and record.entity.status in (None, "active")
        and holds(record.entity, on) is not False
    )


def unplaced(registry: Registry, on: dt.date, types: Iterable[ForumType] = TYPES) -> tuple[Record[Forum], ...]:
    """The forums of a day that are tied to no area, and to no number of areas."""
    chosen = frozenset(types)
    return tuple(
        record
        for record in registry.all(Forum)
        if record.entity.type in chosen
        and not (record.entity.areas or record.entity.extent)
        and record.entity.status != "discontinued"
        and holds(record.entity, on) is not False
    )


def _entered(registry: Registry, on: dt.date) -> Mapping[tuple[str, ForumType], tuple[Entered, ...]]:
    found: dict[tuple[str, ForumType], list[Entered]] = {}
    for record in registry.all(Forum):
        places: dict[str, Record[Area] | None] = {}
        for id in record.entity.areas:
            for current in now(registry, id, on):
                if current == id:
                    places[current] = None
                else:
                    places.setdefault(current, registry.get(Area, id))
        known = {id: area for id in places if (area := registry.get(Area, id))}
        sure = holds(record.entity, on) is not None
        for id, before in places.items():
            others = tuple(area for other, area in known.items() if other != id)
            found.setdefault((id, record.entity.type), []).append(Entered(record, sure, before, others))
    return {key: tuple(items) for key, items in found.items()}


def _cell(
    registry: Registry,
    area: Record[Area],
    type: ForumType,
    entered: Mapping[tuple[str, ForumType], tuple[Entered, ...]],
    beside: Sequence[Record[Area]],
    on: dt.date,
) -> Cell:
    """What the forums of an area tell; else what is said of all the areas of its municipality, those `beside` it."""
    here = _states(entered, area.id, type, on)
    if not _tell_all(registry, area.id, here, on):
        # That there is none in a part of an area says nothing of the rest of it.
        here = [(item, its) for item, its in here if its == "yes" or item.before is None]
    for state in _BEST:
        if those := tuple(item for item, its in here if its == state):
            return Cell(area, type, state, those, None)
    known = [[state for _item, state in _states(entered, other.id, type, on)] for other in beside]
    lacking = any(its and "yes" not in its for its in known)
    for record in statements(registry, type, area.entity.municipality, on):
        extent = record.entity.extent
        if extent and extent.least >= len(beside) and not lacking:
            return Cell(area, type, "yes", (), record)
        if extent and extent.most == 0:
            return Cell(area, type, "no", (), record)
    return Cell(area, type, "unknown", (), None)


def _tell_all(registry: Registry, area: str, here: list[tuple[Entered, State]], on: dt.date) -> bool:
    """Whether what is entered for those that the area has taken over from is for all of them."""
    told = {item.before.id for item, _state in here if item.before}
    old = {record.id: _after(registry, record.id) for record in registry.all(Area) if record.id != area}
    first = [
        after
        for id, after in old.items()
        if area in now(registry, id, on) and not any(id in its for other, its in old.items() if other != id)
    ]
    return not told or all(told & after for after in first)


def _after(registry: Registry, area: str) -> frozenset[str]:
    """An area, and all that have taken over from it since."""
    seen: set[str] = set()
    ahead = [area]
    while ahead:
        record = registry.get(Area, ahead.pop())
        if record and record.id not in seen:
            seen.add(record.id)
            ahead += [item.area for item in record.entity.successors]
    return frozenset(seen)


def _states(
    entered: Mapping[tuple[str, ForumType], tuple[Entered, ...]], area: str, type: ForumType, on: dt.date
) -> list[tuple[Entered, State]]:
    """The forums of a type in an area, each with how it stands."""
    return [(item, state) for item in entered.get((area, type), ()) if (state := state_on(item.forum.entity, on))]


def state_on(forum: Forum, on: dt.date) -> State | None:
    """How a forum stands on a day; None where it had not begun. One of which only the status is missing is there."""
    if forum.number == 0:
        return "no" if holds(forum, on) is not False else None
    if holds(forum, on) is False:
        return "ended" if forum.until and forum.until.latest < on else None
    if forum.status == "discontinued":
        return "ended"
    return forum.status if forum.status in ("planned", "stalled") else "yes"


def may_be_there(forum: Forum, on: dt.date) -> bool:
    """Whether there is, or may be, a forum on a day: it has not ended, nor is it said not to be. One planned may be."""
    return state_on(forum, on) in ("yes", "planned", "stalled")


def at_work(forum: Forum, on: dt.date) -> bool | None:
    """Whether a forum is at work on a day: None where nobody knows, as where it has no status."""
    if state_on(forum, on) not in ("yes", "stalled"):
        return False
    return holds(forum, on) if forum.status == "active" else None
