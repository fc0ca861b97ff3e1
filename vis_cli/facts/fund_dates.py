"""Dates of funds: what is to be reported to the giver, and when the planning of the years after begins. (R-FUN-5)"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from vis_cli.facts.dated import Dated
from vis_cli.facts.days import day
from vis_cli.model.fund import Fund, ReportingDuty
from vis_cli.model.group import Group
from vis_cli.model.values import When
from vis_cli.registry import Record, Registry

State = Literal["done", "late", "perhaps-late", "coming", "undated"]


@dataclass(frozen=True, slots=True)
class Due:
    """Something that a fund demands by a day: a report (`duty`), or that the planning of the next years begins."""

    fund: Record[Fund]
    duty: ReportingDuty | None
    due: When | None

    @property
    def owner(self) -> str | None:
        """Who sees to it: the duty's owner, or else the body that decides on the fund."""
        return (self.duty.owner if self.duty else None) or self.fund.entity.group

    @property
    def done(self) -> dt.date | None:
        """When it was done."""
        return self.duty.done if self.duty else None

    def state(self, on: dt.date) -> State:
        """How it stands on a day. Of the planning nobody enters that it began, so a past day is only perhaps late."""
        if self.done and self.done <= on:
            return "done"
        if self.due is None:
            return "undated"
        if self.due.earliest > on:
            return "coming"
        return "late" if self.due.latest < on and self.duty else "perhaps-late"


def dues(registry: Registry) -> tuple[Due, ...]:
    """Everything that the funds demand, by day; what has no day last."""
    found = [item for record in registry.all(Fund) for item in dues_of(record)]
    return tuple(sorted(found, key=_order))


def dues_of(record: Record[Fund]) -> Iterator[Due]:
    """What one fund demands."""
    for duty in record.entity.duties:
        yield Due(record, duty, duty.due)
    if record.entity.plan_by:
        yield Due(record, None, record.entity.plan_by)


def from_funds(registry: Registry, year: int) -> Iterator[Dated]:
    """The same for the plan of a year."""
    for item in dues(registry):
        if when := item.due or (day(item.done) if item.done else None):
            kind: Literal["report", "funds"] = "report" if item.duty else "funds"
            yield Dated(when, kind, title(item), body(registry, item), item.fund, done=item.done is not None)


def title(item: Due) -> str:
    """`Prov-medel: slutredovisning`, `Prov-medel: planeringen av 2032 börjar`."""
    fund = item.fund.entity
    if item.duty:
        return f"{fund.name}: {item.duty.text}"
    return f"{fund.name}: planeringen av {fund.last_year + 1 if fund.last_year else 'åren efter'} börjar"


def body(registry: Registry, item: Due) -> str | None:
    """The body that it comes to: its owner, where that is a group, or else the one that decides on the fund."""
    owner = item.duty.owner if item.duty else None
    return owner if owner and registry.get(Group, owner) else item.fund.entity.group


def _order(item: Due) -> tuple[bool, dt.date, dt.date, str, str]:
    known = item.due
    first, last = (known.earliest, known.latest) if known else (dt.date.max, dt.date.max)
    return known is None, first, last, item.fund.id, item.duty.id if item.duty else ""
