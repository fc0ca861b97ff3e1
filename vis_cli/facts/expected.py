"""What is expected of whom, and how far it is there: the values that expectations are answered with."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from vis_cli.errors import N_
from vis_cli.facts.exemptions import exemptions
from vis_cli.model.collaboration import Exemption, Expected
from vis_cli.registry import Record, Registry

State = Literal["there", "shared", "inherited", "excepted", "missing", "unknown"]
"""It is there; it is there and shared with others; only that of those before it is known (*föregångare*); it is not
expected, for a reason; it is not there; the register cannot know."""
STATES: tuple[State, ...] = ("there", "shared", "inherited", "excepted", "missing", "unknown")
COVERED: frozenset[State] = frozenset({"there", "shared"})
LACKING: frozenset[State] = frozenset({"inherited", "missing", "unknown"})
OPEN: frozenset[State] = frozenset({"inherited", "unknown"})
"""What may be there all the same: nobody has said."""


@dataclass(frozen=True, slots=True)
class Subject:
    """Something of which a thing is expected, and how that stands.

    `note` says more, as a template with its values. `beside` is what else it is for: the agreement of a local
    consultation, the party of an adoption. One that is not `certain` may not have been there that day, so that nothing
    may have been expected of it.
    """

    record: Record[Any]
    state: State
    note: str = ""
    values: Mapping[str, Any] = field(default_factory=dict)
    beside: Record[Any] | None = None
    certain: bool = True
    instead_of: tuple[str, ...] = ()
    """Those in whose place it came, where it is not certain which were there that day: never both."""

    @property
    def lacking(self) -> bool:
        """Whether somebody has to do or to find out something."""
        return self.state in LACKING


@dataclass(frozen=True, slots=True)
class Limit:
    """What is stated of some subjects together: it is there for at least, and at most, so many of them."""

    record: Record[Any]
    text: str
    among: frozenset[str]
    beside: str | None
    least: int
    most: int


@dataclass(frozen=True, slots=True)
class Expectation:
    """Something that everything of a kind must have. `find` says how it stands with each on a day."""

    key: Expected
    source: str
    find: Callable[[Registry, dt.date], Iterable[Subject]]
    limits: Callable[[Registry, dt.date], Iterable[Limit]] = lambda _registry, _on: ()


@dataclass(frozen=True, slots=True)
class Found:
    """An expectation on a day: each of its subjects, and what is stated of several together."""

    expectation: Expectation
    on: dt.date
    subjects: tuple[Subject, ...]
    limits: tuple[Limit, ...] = ()

    def of(self, *states: State) -> tuple[Subject, ...]:
        """Those in some states."""
        return tuple(item for item in self.subjects if item.state in states)

    @property
    def expected(self) -> int:
        """Of how many it is expected for certain, those that are excepted left out."""
        return sum(1 for item in self.subjects if item.certain and item.state != "excepted")

    @property
    def least(self) -> int:
        """For how many it is there at least."""
        sure = self._keys_of(COVERED, certain=True)
        return len(sure) + sum(max(max(one.least for one in its) - len(sure & all), 0) for all, its in self._bounded())

    @property
    def most(self) -> int:
        """For how many it can be there at most."""
        sure, can = self._keys_of(COVERED, certain=True), self._keys_of(COVERED | OPEN)
        less = sum(
            max(len(can & all) - len(sure & all) - sum(one.most for one in its), 0) for all, its in self._bounded()
        )
        return len(can) - less - sum(min(len(can & old), len(can & new)) for old, new in self._alternatives())

    def _keys_of(self, states: frozenset[State], *, certain: bool = False) -> "set[_Key]":
        return {_key(item) for item in self.subjects if item.state in states and (item.certain or not certain)}

    def _bounded(self) -> "list[tuple[set[_Key], list[Limit]]]":
        """What is stated of several together; statements on the same subjects may mean the same ones."""
        found: list[tuple[set[_Key], list[Limit]]] = []
        for limit in self.limits:
            all, its = set(_keys(limit)), [limit]
            for other in [pair for pair in found if pair[0] & all]:
                found.remove(other)
                all, its = all | other[0], [*its, *other[1]]
            found.append((all, its))
        return found

    def _alternatives(self) -> "list[tuple[set[_Key], set[_Key]]]":
        """Those that were there before a change whose day is not known, and those that came in their place."""
        found: list[tuple[set[_Key], set[_Key]]] = []
        for item in self.subjects:
            old, new = {(id, _key(item)[1]) for id in item.instead_of}, {_key(item)}
            for other in [pair for pair in found if pair[0] & old] if old else []:
                found.remove(other)
                old, new = old | other[0], new | other[1]
            found += [(old, new)] if old else []
        return found

    @property
    def gaps(self) -> tuple[Subject, ...]:
        """Those of which it is not known to be there, and should be."""
        return tuple(item for item in self.subjects if item.lacking)


_Key = tuple[str, str | None]


def _key(item: Subject) -> _Key:
    return item.record.id, item.beside.id if item.beside else None


def _keys(limit: Limit) -> frozenset[_Key]:
    return frozenset((id, limit.beside) for id in limit.among)


def excused(registry: Registry, key: Expected) -> Mapping[str, Exemption]:
    """The exemptions from one thing, by the id of what they are of."""
    return {id: item for (expects, id), item in exemptions(registry).items() if expects == key}


def excepted(record: Record[Any], exemption: Exemption, beside: Record[Any] | None = None) -> Subject:
    """One of which nothing is expected."""
    note = N_("{reason} (assumed)") if exemption.assumed else "{reason}"
    return Subject(record, "excepted", note, {"reason": exemption.reason.rstrip(".")}, beside)
