"""Stretches of days: which are covered by none of several terms, and which terms clash."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from vis_cli.facts.terms import Period
from vis_cli.model.values import DAY_LAST

T = TypeVar("T")
_DAY = dt.timedelta(days=1)


def uncovered(whole: Period, covers: Iterable[Period]) -> tuple[Period, ...]:
    """The stretches of `whole` that none of `covers` covers."""
    found = []
    first = whole.first
    for cover in sorted((cover for cover in covers if cover & whole), key=lambda cover: cover.first):
        if cover.first > first:
            found.append(Period(first, cover.first - _DAY))
        if cover.last >= whole.last:
            return tuple(found)
        first = max(first, cover.last + _DAY)
    if first <= whole.last:
        found.append(Period(first, whole.last))
    return tuple(found)


def clashes(items: Sequence[tuple[T, Period]]) -> Iterator[tuple[T, T, Period]]:
    """Each item whose days meet those of one that began before it: (that one, the item, the days of both)."""
    reigning: tuple[T, Period] | None = None
    for item, period in sorted((pair for pair in items if pair[1]), key=lambda pair: pair[1].first):
        if reigning is not None and (both := reigning[1] & period):
            yield reigning[0], item, both
        if reigning is None or period.last > reigning[1].last:
            reigning = item, period


def most_at_once(periods: Iterable[Period]) -> int:
    """The greatest number of the periods that share a day."""
    steps: list[tuple[dt.date, int]] = []
    for period in periods:
        if period:
            steps.append((period.first, 1))
            if period.last < DAY_LAST:
                steps.append((period.last + _DAY, -1))
    now = most = 0
    for _, step in sorted(steps):
        now += step
        most = max(most, now)
    return most
