"""Deviations (*avvikelser*): what is open or late, to whom they go, and how many of what there are. (R-UPP-3)"""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import get_args

from vis_cli.errors import N_
from vis_cli.facts.agreements import owner, parent
from vis_cli.facts.areas import concerns, now
from vis_cli.facts.terms import holds
from vis_cli.model.agreement import Agreement
from vis_cli.model.area import Area
from vis_cli.model.deviation import Deviation, Measure
from vis_cli.model.forum import Forum
from vis_cli.model.group import Group
from vis_cli.registry import Record, Registry

TYPES: tuple[str, ...] = get_args(Deviation.model_fields["type"].annotation)
"""What a deviation can be, in the order in which they are told."""

WORDS: dict[str, str] = {
    "participation": N_("did not take part"),
    "summons": N_("was not summoned"),
    "information": N_("information did not come"),
    "plan": N_("no plan was made"),
    "handover": N_("the handover failed"),
    "cost": N_("dispute on who pays"),
    "access": N_("no access"),
    "other": N_("something else"),
}


@dataclass(frozen=True, slots=True)
class Late:
    """A measure that should have been done."""

    deviation: Record[Deviation]
    number: int
    measure: Measure
    days: int


@dataclass(frozen=True, slots=True)
class Stage:
    """Somebody that a deviation should be reported to, and why."""

    to: str
    why: str


@dataclass(frozen=True, slots=True)
class Row:
    """Cases of one type, deviating from one agreement in one area, by the year; None for a year not known."""

    agreement: str
    area: str | None
    before: tuple[str, ...]
    """The old areas that some of them were reported for."""
    type: str
    years: dict[int | None, int]

    @property
    def total(self) -> int:
        """All the cases."""
        return sum(self.years.values())


def deviations(registry: Registry) -> tuple[Record[Deviation], ...]:
    """All of them, the latest first."""
    return tuple(sorted(registry.all(Deviation), key=lambda item: (_key(item), item.id), reverse=True))


def _key(record: Record[Deviation]) -> tuple[dt.date, dt.date]:
    return record.entity.date.latest, record.entity.date.earliest


def in_area(registry: Registry, record: Record[Deviation], area: str, on: dt.date) -> bool:
    """Whether it happened in an area, or in one that it has taken over from."""
    own = record.entity.area
    return bool(own) and (own == area or area in now(registry, own or "", on))


def late_measures(registry: Registry, on: dt.date) -> tuple[Late, ...]:
    """The measures whose day has passed undone, the longest ago first; of closed deviations too."""
    found = [
        Late(record, number, measure, (on - measure.due).days)
        for record, number, measure in undone(registry, on)
        if measure.due and measure.due < on
    ]
    return tuple(sorted(found, key=lambda item: (-item.days, item.deviation.id, item.number)))


def undone(registry: Registry, on: dt.date) -> Iterator[tuple[Record[Deviation], int, Measure]]:
    """The measures that were not done on a day, with their numbers; those of closed deviations too."""
    for record in registry.all(Deviation):
        for number, measure in enumerate(record.entity.measures, 1):
            if measure.done is None or measure.done > on:
                yield record, number, measure


def route(registry: Registry, agreement: Record[Agreement], area: str | None, on: dt.date) -> tuple[Stage, ...]:
    """To whom a deviation should be reported, in order: from the area to the group that answers for the agreement,
    and from there to those that it reports to. (000:338-348, 000:261-263)"""
    return tuple({stage.to: stage for stage in _route(registry, agreement, area, on)}.values())


def _route(registry: Registry, agreement: Record[Agreement], area: str | None, on: dt.date) -> Iterator[Stage]:
    for record in registry.all(Forum) if area else ():
        own = record.entity
        local = own.group and own.status in (None, "active") and holds(own, on) is not False
        if local and area and agreement.id in own.agreements and concerns(registry, own, area, on):
            yield Stage(own.group or "", N_("the forum in the area is linked to"))
    answers = owner(registry, agreement, on)
    if answers:
        yield Stage(answers, N_("answers for the agreement"))
    seen: set[str] = set()
    group = registry.get(Group, answers)
    while group and group.id not in seen:
        seen.add(group.id)
        if group.entity.reports_to:
            yield Stage(group.entity.reports_to, N_("the one before reports to"))
        group = registry.get(Group, group.entity.reports_to)


def rest_of_route(registry: Registry, record: Record[Deviation], on: dt.date) -> tuple[Stage, ...]:
    """Those that a deviation has not been reported to yet."""
    agreement = registry.get(Agreement, record.entity.agreement)
    if agreement is None or record.entity.closed:
        return ()
    had = {item.to for item in record.entity.route}
    return tuple(item for item in route(registry, agreement, record.entity.area, on) if item.to not in had)


def statement(registry: Registry, agreement: Record[Agreement]) -> str | None:
    """What an agreement, or the one that it is a part of, says of how deviations are handled."""
    seen: set[str] = set()
    found: Record[Agreement] | None = agreement
    while found and found.id not in seen:
        if found.entity.deviations:
            return found.entity.deviations.text
        seen.add(found.id)
        found = parent(registry, found)
    return None


def summary(registry: Registry, chosen: Iterable[Record[Deviation]], on: dt.date) -> tuple[Row, ...]:
    """The cases by agreement, area, type and year. What was reported for an area that has merged counts for the one
    that took over; for one that was split, for itself."""
    found: dict[tuple[str, str | None, str], Row] = {}
    for record in chosen:
        own = record.entity
        after = now(registry, own.area, on) if own.area else ()
        area = after[0] if len(after) == 1 else own.area
        key = (own.agreement, area, own.type)
        row = found.get(key) or Row(*key[:2], (), own.type, {})
        before = dict.fromkeys((*row.before, *([own.area] if own.area and own.area != area else [])))
        year = own.date.earliest.year if own.date.earliest.year == own.date.latest.year else None
        years = {**row.years, year: row.years.get(year, 0) + own.count}
        found[key] = Row(own.agreement, area, tuple(before), own.type, years)
    return tuple(sorted(found.values(), key=lambda row: _order(registry, row)))


def _order(registry: Registry, row: Row) -> tuple[object, ...]:
    agreement, area = registry.get(Agreement, row.agreement), registry.get(Area, row.area)
    number = agreement.entity.number if agreement else None
    name = area.entity.name if area else ""
    return (number is None, number or 0, row.agreement, not name, name, TYPES.index(row.type))


def years_of(rows: Iterable[Row]) -> tuple[int | None, ...]:
    """The years that the rows tell of, in order; None, where a year is not known, last."""
    found = {year for row in rows for year in row.years}
    return tuple(sorted(found, key=lambda year: (year is None, year or 0)))
