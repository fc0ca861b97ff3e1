"""How much of a grant can be used under a condition: in kronor, where what is received is known. (003:94-96)"""

from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

from vis_cli.facts.allocation import Allocation, whole
from vis_cli.facts.kronor import Sum, stated, together
from vis_cli.model.fund import Condition, Fund, Qualifier


@dataclass(frozen=True, slots=True)
class Usable:
    """At least and at most so much of what is received; None where no bound follows."""

    condition: Condition
    of: Sum | None
    """What the receiver gets, or the whole; None where that is not known, and then nothing follows."""
    least: Sum | None
    most: Sum | None


def usable(fund: Fund, allocated: Allocation) -> tuple[Usable, ...]:
    """What can be used under each condition that says how much."""
    return tuple(
        _of(item, _received(fund, allocated, item.receiver))
        for item in fund.conditions
        if item.usable_percent_least is not None or item.usable_percent_most is not None
    )


def _of(condition: Condition, received: Sum | None) -> Usable:
    if received is None:
        return Usable(condition, None, None, None)
    qualifier = together(received.qualifier, "about" if condition.usable_about else "exact")
    least = _share(received.kronor, condition.usable_percent_least, up=False, qualifier=qualifier)
    most = _share(received.kronor, condition.usable_percent_most, up=True, qualifier=qualifier)
    # Of "more than" nothing follows for the upper end, of "less than" nothing for the lower one.
    return Usable(
        condition,
        received,
        None if received.qualifier == "less-than" else least,
        None if received.qualifier == "more-than" else most,
    )


def _share(kronor: int, percent: int | None, *, up: bool, qualifier: Qualifier) -> Sum | None:
    if percent is None:
        return None
    exact = Fraction(kronor * percent, 100)
    return Sum(ceil(exact) if up else floor(exact), qualifier)


def _received(fund: Fund, allocated: Allocation, receiver: str | None) -> Sum | None:
    if receiver is None:
        return whole(fund)
    parts = [share.money for line in allocated.portions for share in line.shares if share.to == (receiver,)]
    if len(parts) == 1:
        return parts[0]
    if fund.each and receiver in fund.receivers:
        return stated(fund.each)
    return whole(fund) if fund.receivers == (receiver,) else None
