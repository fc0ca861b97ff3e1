"""How a fund is allocated: what each portion and receiver gets, to the krona, or why that cannot be said. (R-FUN-1)

Of portions beside each other those with an amount of their own are taken first, and one more takes what is left. What
is divided is divided by the largest remainder, so that the parts are the whole. Of a total that is not exact the parts
are as exact as it is: of `more than 81 000 000` they are lower bounds, before they are rounded. (R-FUN-3, 003:34-40)
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal

from vis_cli.facts.alphabet import alphabetical
from vis_cli.facts.inhabitants import inhabitants
from vis_cli.facts.kronor import Sum, bound, stated, together
from vis_cli.facts.largest_remainder import divided, shares
from vis_cli.facts.names import name_of
from vis_cli.facts.versions import principals
from vis_cli.model.collaboration import Collaboration
from vis_cli.model.figure import Figure
from vis_cli.model.fund import Fund, Portion, Qualifier
from vis_cli.model.organisation import Organisation
from vis_cli.model.values import Side
from vis_cli.registry import Registry

Reason = Literal[
    "no-total",
    "no-amount",
    "no-shares",
    "no-figure",
    "no-inhabitants",
    "nobody",
    "per-cent",
    "too-much",
    "no-bound",
    "not-alone",
    "divided-already",
    "no-part",
    "nowhere",
]
"""The total is not known; nor is a fixed amount, the shares, the population, or that of some; nobody is there to
receive it; the shares are not 100 per cent; more is taken than there is, or than is known to be; several portions would
each take what is left; the portion that it is a part of is divided already, has no such part, or is not there."""


@dataclass(frozen=True, slots=True)
class Unknown:
    """Why it cannot be said; `about` are those of whom something is missing."""

    reason: Reason
    about: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Share:
    """What one receiver gets of a portion: a side, an organisation, or several together."""

    to: tuple[str, ...]
    side: Side | None
    weight: int
    weights: int
    """The weight of all of them: per cent, inhabitants, or how many they are."""
    money: Sum | None = None
    before: Fraction | None = None
    """What it would be exactly, before it was made whole kronor."""

    @property
    def added(self) -> Fraction | None:
        """What was added to make whole kronor; below nothing, what was taken away."""
        return self.money.kronor - self.before if self.money and self.before is not None else None


@dataclass(frozen=True, slots=True)
class Line:
    """A portion with what it comes to, and the shares of those that it is divided among."""

    portion: Portion
    depth: int
    money: Sum | None
    shares: tuple[Share, ...] = ()
    unknown: Unknown | None = None


@dataclass(frozen=True, slots=True)
class Left:
    """What is allocated to nobody: of the whole, of a portion, or of one side's part of it."""

    money: Sum
    of: str | None
    side: Side | None
    depth: int


@dataclass(frozen=True, slots=True)
class Allocation:
    """A fund in portions, in the order of its file, each with its own portions below it."""

    total: Sum | None
    lines: tuple[Line | Left, ...]

    @property
    def portions(self) -> tuple[Line, ...]:
        """The portions."""
        return tuple(line for line in self.lines if isinstance(line, Line))

    def of(self, portion: str) -> Line | None:
        """One portion, by its id."""
        return next((line for line in self.portions if line.portion.id == portion), None)


def whole(fund: Fund) -> Sum | None:
    """The whole amount: as stated, or what each receives as often as there are receivers."""
    if fund.total:
        return stated(fund.total)
    if fund.each and fund.receivers:
        return Sum(fund.each.kronor * len(fund.receivers), fund.each.qualifier)
    return None


def allocation(registry: Registry, fund: Fund) -> Allocation:
    """What each portion comes to, as far as that can be said."""
    return _Allocating(registry, fund).run()


def municipalities(registry: Registry, fund: Fund) -> tuple[str, ...]:
    """All municipalities when the fund began."""
    on = dt.date(fund.first_year, 1, 1) if fund.first_year else None
    found = (registry.get(Organisation, id) for id in principals(registry, on))
    return tuple(record.id for record in found if record and record.entity.side == "municipality")


@dataclass
class _Allocating:
    registry: Registry
    fund: Fund
    met: set[str] = field(default_factory=set)

    def run(self) -> Allocation:
        total = whole(self.fund)
        lines = [*self.level(None, None, total, Unknown("no-total"), 0)]
        lost = [item for item in self.fund.portions if item.id not in self.met]
        lines += [Line(item, 0, None, unknown=Unknown("nowhere", (item.of or "",))) for item in lost]
        return Allocation(total, tuple(lines))

    def level(
        self, of: str | None, side: Side | None, money: Sum | None, why: Unknown | None, depth: int
    ) -> Iterator[Line | Left]:
        """The portions of the whole, of a portion or of one side's part of it."""
        beside = [item for item in self.fund.portions if (item.of, item.side if item.of else None) == (of, side)]
        takers = [item for item in beside if item.kronor is None and item.rule != "fixed"]
        left = money
        for item in beside:
            if item.kronor is not None:
                left = left and left - Sum(item.kronor)
            elif item.rule == "fixed":
                left, why = None, Unknown("no-amount", (item.id,))
        over = _over(left) if left else None
        for item in beside:
            if item.id in self.met:
                continue
            self.met.add(item.id)
            if item.kronor is not None:
                yield from self.line(item, Sum(item.kronor), over, depth)
            elif item.rule == "fixed":
                yield from self.line(item, None, Unknown("no-amount"), depth)
            elif len(takers) > 1:
                yield from self.line(item, None, Unknown("not-alone", tuple(one.id for one in takers)), depth)
            else:
                yield from self.line(item, None if over else left, over or (None if left else why), depth)
        if left and not over and not takers and (beside or of is None) and left != Sum(0):
            yield Left(left, of, side, depth)

    def line(self, portion: Portion, money: Sum | None, why: Unknown | None, depth: int) -> Iterator[Line | Left]:
        """A portion, and the portions of it."""
        parts, unknown = self.shared(portion, money)
        yield Line(portion, depth, money, parts, unknown or why)
        below = [item for item in self.fund.portions if item.of == portion.id]
        if not below:
            return
        for side in dict.fromkeys(item.side for item in below):
            part = [one for one in parts if one.side == side] if side else []
            if side and len(part) != 1:
                yield from self.level(portion.id, side, None, Unknown("no-part", (side,)), depth + 1)
            elif side:
                yield from self.level(portion.id, side, part[0].money, why or unknown, depth + 1)
            elif portion.rule in ("equal", "shares", "per-inhabitant"):
                yield from self.level(portion.id, None, None, Unknown("divided-already", (portion.id,)), depth + 1)
            else:
                yield from self.level(portion.id, None, money, why or unknown, depth + 1)

    def shared(self, portion: Portion, money: Sum | None) -> tuple[tuple[Share, ...], Unknown | None]:
        """The shares of those that a portion is divided among, or why they cannot be said."""
        found: list[Share]
        doubt: Qualifier = "exact"
        match portion.rule:
            case "equal":
                found = self.equal(portion)
            case "shares":
                if not portion.shares:
                    return (), Unknown("no-shares")
                percent = sum(item.percent for item in portion.shares)
                found = [
                    Share((item.to,) if item.to else (), item.side or self.side(item.to), item.percent, percent)
                    for item in portion.shares
                ]
                if percent != 100:
                    return tuple(found), Unknown("per-cent")
            case "per-inhabitant":
                figure = self.registry.get(Figure, portion.figure)
                if figure is None:
                    return (), Unknown("no-figure")
                among = portion.among or municipalities(self.registry, self.fund)
                known = inhabitants(self.registry, figure, among)
                if known.missing:
                    return (), Unknown("no-inhabitants", known.missing)
                number = sum(known.of.values())
                doubt = "exact" if figure.entity.qualifier == "exact" else "about"
                found = [Share((id,), None, known.of[id], number) for id in self.ordered(known.of)]
            case _:
                return (), None
        return _with_money(_together(found, portion.together), money, doubt)

    def equal(self, portion: Portion) -> list[Share]:
        """Those named, or else the two sides."""
        if portion.among:
            return [Share((id,), self.side(id), 1, len(portion.among)) for id in self.ordered(portion.among)]
        own = next(iter(self.registry.all(Collaboration)), None)
        sides: Sequence[Side] = [item.side for item in own.entity.sides] if own else ()
        sides = sides or ("region", "municipality")
        return [Share((), side, 1, len(sides)) for side in sides]

    def side(self, id: str | None) -> Side | None:
        found = self.registry.get(Organisation, id)
        return found.entity.side if found else None

    def ordered(self, ids: Iterable[str]) -> list[str]:
        """By name: in this order equal remainders get the kronor that are over."""
        return sorted(ids, key=lambda id: (alphabetical(name_of(self.registry, id)), id))


def _over(left: Sum) -> Unknown | None:
    """Whether more is taken than there is, or than is known to be there."""
    if left.most is not None and left.most < 0:
        return Unknown("too-much")
    return Unknown("no-bound") if left.kronor < 0 else None


def _together(found: list[Share], ids: Sequence[str]) -> list[Share]:
    """Those that are kept together as one, after the others."""
    apart = [item for item in found if not set(item.to) & set(ids)]
    joint = [item for item in found if set(item.to) & set(ids)]
    if len(joint) < 2:
        return found
    names = tuple(id for item in joint for id in item.to)
    return [*apart, Share(names, None, sum(item.weight for item in joint), joint[0].weights)]


def _with_money(found: list[Share], money: Sum | None, doubt: Qualifier) -> tuple[tuple[Share, ...], Unknown | None]:
    """The shares in whole kronor; of a bound each is a bound, otherwise they are the whole."""
    weights = [item.weight for item in found]
    if not sum(weights):
        return tuple(found), Unknown("nobody")
    if money is None:
        return tuple(found), None
    qualifier = together(money.qualifier, doubt)
    exact = shares(money.kronor, weights)
    if qualifier in ("more-than", "less-than"):
        parts = [bound(value, qualifier) for value in exact]
    else:
        parts = divided(money.kronor, weights)
    return tuple(
        Share(item.to, item.side, item.weight, item.weights, Sum(part, qualifier), before)
        for item, part, before in zip(found, parts, exact, strict=True)
    ), None
