"""Something that is due: what, whose, by when; and something that waits for somebody without a last day."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

from vis_cli.facts.dated import Kind
from vis_cli.model.values import When
from vis_cli.registry import Record

DueKind = Kind | Literal["assignment", "duty", "plan-by", "activity", "contact", "forum", "measure", "retention"]
"""As in a year, and: an assignment that comes back, a report to whoever gives money (*återredovisning*), planning that
has to begin, an activity that ends, a contact or a forum that must be verified again, a measure on a deviation,
the name of somebody who left long ago."""


@dataclass(frozen=True, slots=True)
class Due:
    """Something with a last day. `owners` are those whose it is, as far as that is known; `part` is what it is of the
    record; what is not `left_undone` once its day has passed happens by itself."""

    kind: DueKind
    title: str
    owners: tuple[str, ...]
    when: When
    record: Record[Any]
    left_undone: bool = True
    part: str = ""

    @property
    def order(self) -> tuple[dt.date, dt.date, str, str, str]:
        """By its last day."""
        return self.when.latest, self.when.earliest, self.kind, self.record.id, self.title


_ALIKE: tuple[DueKind, ...] = ("contact", "forum")


def folded(items: Iterable[Due]) -> list[tuple[Due, ...]]:
    """As they are listed: contacts and forums of one day and one owner together, all else alone."""
    found: list[tuple[Due, ...]] = []
    places: dict[tuple[object, ...], int] = {}
    for item in items:
        key = (item.kind, item.when, item.owners)
        if item.kind in _ALIKE and key in places:
            found[places[key]] += (item,)
        else:
            places[key] = len(found)
            found.append((item,))
    return found


@dataclass(frozen=True, slots=True)
class Waits:
    """Something that waits for somebody, without a last day: a decision of parties, an assignment that comes back
    nowhere, a contact or a forum that nobody has verified. `part` is the version, the assignment, the function."""

    kind: Literal["decision", "assignment", "contact", "forum"]
    record: Record[Any]
    owners: tuple[str, ...]
    since: When | None = None
    part: str = ""
