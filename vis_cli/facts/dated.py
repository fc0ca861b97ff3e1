"""Something that happens in a year: what, whose, and when, placed no more precisely than it is known."""

import calendar
import datetime as dt
from dataclasses import dataclass
from typing import Any, Literal

from vis_cli.model.values import DAY_LAST, DAY_ONE, When
from vis_cli.registry import Record

Kind = Literal[
    "meeting",
    "notice",
    "papers",
    "minutes",
    "review",
    "follow-up",
    "expiry",
    "renewal",
    "ending",
    "referral",
    "decision-point",
    "pre-meeting",
    "report",
    "funds",
    "measure",
    "event",
    "group-ends",
]
"""A meeting; the last day for its notice, papers or minutes; an agreement that is to be looked over (*översyn*) or
followed up, whose term runs out, is renewed by itself, or that ends; the last day to reply to a referral (*remiss*);
a matter that a body shall take up (*beslutspunkt*); a preparatory meeting, a report due, funds, what is to be
done about a deviation (*åtgärd*), anything else; a group whose time is up."""

OF_AGREEMENTS: tuple[Kind, ...] = ("review", "follow-up", "expiry", "renewal", "ending", "referral")


@dataclass(frozen=True, slots=True)
class Dated:
    """Something with a date. `title` is what the register calls it, `group` whose it is, where that is known."""

    when: When
    kind: Kind
    title: str
    group: str | None
    record: Record[Any]
    done: bool = False
    cancelled: bool = False

    @property
    def order(self) -> tuple[dt.date, dt.date, str, str, str]:
        """By day; what is only known to be some time in a season stands where the season begins."""
        return self.when.earliest, self.when.latest, self.kind, self.group or "", self.title


def touches(when: When, year: int) -> bool:
    """Whether it may be in a year. An open end says nothing: `[..2031]` is placed by its end, `[2031..]` by its
    beginning."""
    first = when.latest if when.earliest == DAY_ONE else when.earliest
    last = when.earliest if when.latest == DAY_LAST else when.latest
    return first.year <= year <= last.year and first > DAY_ONE and last < DAY_LAST


def month_of(when: When, year: int) -> int | None:
    """The month of the year that it is in; None where it may be in another."""
    first, last = when.earliest, when.latest
    return first.month if (first.year, first.month) == (last.year, last.month) == (year, first.month) else None


def within(when: When, year: int) -> tuple[dt.date, dt.date]:
    """The days of the year that it can mean; `touches` must hold."""
    last = calendar.monthrange(year, 12)[1]
    return max(when.earliest, dt.date(year, 1, 1)), min(when.latest, dt.date(year, 12, last))
