"""How many areas have a forum of a type, and how many forums that is: a figure where it is known, else bounds.

Bounds say what they follow from, in the source's words; they never become a figure. (002:377-389, 002:480-481)
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from vis_cli.facts.areas import areas_on
from vis_cli.facts.forums import Cell, matrix, statements
from vis_cli.facts.names import name_of
from vis_cli.model.area import Area
from vis_cli.model.forum import Forum, ForumType
from vis_cli.model.values import When
from vis_cli.registry import Record, Registry


@dataclass(frozen=True, slots=True)
class Count:
    """What is known of a type of forum in the areas of one municipality, or in the municipalities that are areas."""

    type: ForumType
    municipality: str | None
    """The municipality whose districts these are; None for municipalities that are areas themselves."""
    name: str
    """The name of that municipality."""
    cells: tuple[Cell, ...]
    statements: tuple[Record[Forum], ...]
    """What is said of how many of the areas have one, without naming them."""

    @property
    def total(self) -> int:
        """How many areas there are."""
        return len(self.cells)

    @property
    def yes(self) -> tuple[Cell, ...]:
        """The areas that are known to have one."""
        return tuple(cell for cell in self.cells if cell.state == "yes")

    @property
    def no(self) -> tuple[Cell, ...]:
        """The areas that are known to have none at work."""
        return tuple(cell for cell in self.cells if cell.state not in ("yes", "unknown"))

    @property
    def unknown(self) -> tuple[Cell, ...]:
        """The areas of which nobody knows."""
        return tuple(cell for cell in self.cells if cell.state == "unknown")

    @property
    def least(self) -> int:
        """In how many areas there is one at least."""
        said = [item.entity.extent.least for item in self.statements if item.entity.extent]
        return max([len(self.yes), *said]) if self.agree else len(self.yes)

    @property
    def most(self) -> int:
        """In how many areas there is one at most."""
        room = self.total - len(self.no)
        # What is said without names may be of forums of its own, in other areas than those that are known.
        said = [item.entity.extent.most for item in self.statements if item.entity.extent]
        return min(room, len(self.yes) + sum(said)) if said else room

    @property
    def agree(self) -> bool:
        """Whether what is said without names can be true beside what is known by name."""
        said = [item.entity.extent.least for item in self.statements if item.entity.extent]
        return max([len(self.yes), *said]) <= self.total - len(self.no)

    @property
    def exact(self) -> bool:
        """Whether it is known in how many areas there is one."""
        return self.least == self.most

    @property
    def known(self) -> bool:
        """Whether anything at all is known."""
        return bool(self.statements) or len(self.unknown) < self.total

    @property
    def number(self) -> int | None:
        """How many forums there are in the areas that have one; None where they are not all counted or named."""
        forums = {item.forum.id: item.forum.entity for cell in self.yes for item in cell.entered}
        counted = all(forum.number is not None for forum in forums.values())
        named = all(cell.entered for cell in self.yes)
        return sum(forum.number or 0 for forum in forums.values()) if forums and counted and named else None

    @property
    def as_of(self) -> tuple[When, ...]:
        """The times for which the numbers hold, each once."""
        forums = [item.forum.entity for cell in self.cells for item in cell.entered]
        found = {str(forum.as_of): forum.as_of for forum in forums if forum.number is not None and forum.as_of}
        return tuple(sorted(found.values(), key=lambda item: (item.earliest, item.latest)))


def count(registry: Registry, type: ForumType, areas: Iterable[Record[Area]], on: dt.date) -> tuple[Count, ...]:
    """What is known of a type, first by the municipalities that have districts, last the municipalities themselves."""
    scopes: dict[str | None, list[Cell]] = {}
    for (cell,) in matrix(registry, on, areas, (type,)):
        scopes.setdefault(_scope(cell.area), []).append(cell)
    every = Counter(map(_scope, areas_on(registry, on)))
    order = sorted(scopes, key=lambda scope: (scope is None, scope or ""))
    return tuple(_of(registry, type, scope, scopes[scope], every[scope], on) for scope in order)


def _scope(area: Record[Area]) -> str | None:
    return None if area.entity.type == "municipality" else area.entity.municipality


def _of(
    registry: Registry, type: ForumType, scope: str | None, cells: Sequence[Cell], every: int, on: dt.date
) -> Count:
    """The count of some areas, of the so many `every` that there are in the municipality."""
    # What is said of all the districts of a municipality says nothing of some of them.
    said = statements(registry, type, scope, on) if scope and every == len(cells) else ()
    return Count(type, scope, name_of(registry, scope, "organisation") if scope else "", tuple(cells), said)
