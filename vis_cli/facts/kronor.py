"""Reckoning with kronor as exact as they are stated: what comes of `more than 81 000 000` is a bound. (R-FUN-3)"""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor
from typing import Protocol

from vis_cli.model.fund import Qualifier

_TURNED: dict[Qualifier, Qualifier] = {"more-than": "less-than", "less-than": "more-than"}


class Stated(Protocol):
    """Kronor, and how exact they are."""

    @property
    def kronor(self) -> int: ...
    @property
    def qualifier(self) -> Qualifier: ...


@dataclass(frozen=True, slots=True)
class Sum:
    """What kronor come to: so much, about so much, more than it or less than it. Below nothing, it is a debt."""

    kronor: int
    qualifier: Qualifier = "exact"

    def __add__(self, other: Stated) -> "Sum":
        return Sum(self.kronor + other.kronor, together(self.qualifier, other.qualifier))

    def __sub__(self, other: Stated) -> "Sum":
        return Sum(self.kronor - other.kronor, together(self.qualifier, turned(other.qualifier)))

    @property
    def exact(self) -> bool:
        """Whether it is known to the krona."""
        return self.qualifier == "exact"

    @property
    def least(self) -> int | None:
        """It is no less than this; None where that is not known."""
        return {"exact": self.kronor, "more-than": self.kronor + 1}.get(self.qualifier)

    @property
    def most(self) -> int | None:
        """It is no more than this; None where that is not known."""
        return {"exact": self.kronor, "less-than": self.kronor - 1}.get(self.qualifier)


NOTHING = Sum(0)


def stated(amount: Stated) -> Sum:
    """An amount as a file states it."""
    return Sum(amount.kronor, amount.qualifier)


def total(amounts: Iterable[Stated]) -> Sum:
    """All of them."""
    return sum((stated(item) for item in amounts), NOTHING)


def turned(qualifier: Qualifier) -> Qualifier:
    """Of what is taken away: the more it was, the less is left."""
    return _TURNED.get(qualifier, qualifier)


def together(*qualifiers: Qualifier) -> Qualifier:
    """How exact what is made of several is: a bound only where no other one pulls the other way."""
    found = set(qualifiers) - {"exact"}
    if len(found) > 1:
        return "about"
    return found.pop() if found else "exact"


def certainly_more(one: Sum, other: Sum) -> bool:
    """Whether one is more than the other, however both are read."""
    return one.least is not None and other.most is not None and one.least > other.most


def bound(value: Fraction, qualifier: Qualifier) -> int:
    """A part of a krona left out, so that what is said still holds: `more than` is rounded down, `less than` up."""
    return ceil(value) if qualifier == "less-than" else floor(value)
