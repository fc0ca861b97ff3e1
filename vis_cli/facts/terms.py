"""Terms: what is certain and what is possible of a time whose ends may be imprecise or unknown."""

import datetime as dt
from dataclasses import dataclass
from typing import Protocol

from vis_cli.model.values import DAY_LAST, DAY_ONE, When


class HasTerm(Protocol):
    """Anything with a first and a last day; an empty first day is "always", an empty last day "still"."""

    @property
    def since(self) -> When | None: ...
    @property
    def until(self) -> When | None: ...


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of days, both ends included; empty where `last` is before `first`."""

    first: dt.date
    last: dt.date

    def __bool__(self) -> bool:
        return self.first <= self.last

    def __contains__(self, day: dt.date) -> bool:
        return self.first <= day <= self.last

    def __and__(self, other: "Period") -> "Period":
        return Period(max(self.first, other.first), min(self.last, other.last))


def certain(term: HasTerm) -> Period:
    """The days on which it held, however its imprecise ends are read; may be empty."""
    return Period(
        term.since.latest if term.since else DAY_ONE,
        term.until.earliest if term.until else DAY_LAST,
    )


def possible(term: HasTerm) -> Period:
    """The days on which it can have held."""
    return Period(
        term.since.earliest if term.since else DAY_ONE,
        term.until.latest if term.until else DAY_LAST,
    )


def holds(term: HasTerm, on: dt.date) -> bool | None:
    """Whether it held on a day; None where the dates do not tell."""
    since, until = term.since, term.until
    if (since and on < since.earliest) or (until and on > until.latest):
        return False
    return True if (not since or on >= since.latest) and (not until or on <= until.earliest) else None


def backwards(term: HasTerm) -> bool:
    """Whether it ends before it begins, however its ends are read."""
    return bool(term.since and term.until) and not possible(term)
