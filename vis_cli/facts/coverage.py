"""Coverage: whether an area has its KSA and its GSA, on a day and over all its time. (002:78-80, 116-118)"""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from vis_cli.facts.areas import predecessors
from vis_cli.facts.exemptions import exemptions
from vis_cli.facts.stretches import uncovered
from vis_cli.facts.terms import Period, certain, holds, possible
from vis_cli.model.area import Area
from vis_cli.model.contact import Contact, Gsa, Ksa
from vis_cli.registry import Record, Registry

Expected = Literal["ksa", "gsa"]
Holder = Ksa | Gsa
EXPECTED: tuple[Expected, ...] = ("ksa", "gsa")


@dataclass(frozen=True, slots=True)
class Coverage:
    """What is known of the KSA or the GSA of an area."""

    area: str
    expects: Expected
    known: tuple[Holder, ...]
    """Those that are known, over all time."""
    stretches: tuple[Period, ...]
    """The days of the area on which none of the known can have held; empty where none is known."""
    exempt: str
    """Why none is expected; empty where one is."""

    @property
    def missing(self) -> bool:
        """Whether none is known, though one is expected."""
        return not self.known and not self.exempt


def is_known(holder: Holder) -> bool:
    """Whether there is somebody to turn to: a clinic; a person, an organisation or a mailbox."""
    return isinstance(holder, Gsa) or bool(holder.person or holder.organisation or holder.mailbox)


def known_holders(registry: Registry, area: str, expects: Expected) -> tuple[Holder, ...]:
    """The known KSA or GSA of an area, over all time."""
    contact = registry.get(Contact, area)
    holders: Sequence[Holder] = () if contact is None else getattr(contact.entity, expects)
    return tuple(holder for holder in holders if is_known(holder))


def holders_on(registry: Registry, area: str, expects: Expected, on: dt.date) -> tuple[tuple[Holder, bool], ...]:
    """The KSA or GSA of an area on a day, each with whether that is certain."""
    found = registry.get(Area, area)
    within = holds(found.entity, on) if found is not None else None
    if within is False:
        return ()
    held = ((holder, holds(holder, on)) for holder in known_holders(registry, area, expects))
    return tuple((holder, bool(sure and within)) for holder, sure in held if sure is not False)


def unnamed_on(registry: Registry, area: str, expects: Expected, on: dt.date) -> tuple[Holder, ...]:
    """Those that were certainly appointed for an area on a day, while who they are is not known. (002:101-102)"""
    contact, found = registry.get(Contact, area), registry.get(Area, area)
    if contact is None or found is None or not holds(found.entity, on):
        return ()
    every: Sequence[Holder] = getattr(contact.entity, expects)
    return tuple(holder for holder in every if not is_known(holder) and holds(holder, on))


def coverage(registry: Registry, area: Record[Area], expects: Expected) -> Coverage:
    """What is known of the KSA or the GSA of an area over all its time."""
    return _coverage(registry, area, expects, _reasons(registry))


def coverages(registry: Registry, expects: Expected) -> Iterator[tuple[Record[Area], Coverage]]:
    """The same for every area."""
    excused = _reasons(registry)
    return ((area, _coverage(registry, area, expects, excused)) for area in registry.all(Area))


def _coverage(
    registry: Registry, area: Record[Area], expects: Expected, excused: Mapping[tuple[str, str], str]
) -> Coverage:
    known = known_holders(registry, area.id, expects)
    stretches = _stretches(area.entity, known)
    return Coverage(area.id, expects, known, stretches, excused.get((expects, area.id), ""))


def _reasons(registry: Registry) -> Mapping[tuple[str, str], str]:
    return {key: exemption.reason for key, exemption in exemptions(registry).items()}


def _stretches(area: Area, holders: Sequence[Holder]) -> tuple[Period, ...]:
    if not holders:
        return ()
    spans = [possible(holder) for holder in holders]
    whole = certain(area)
    if area.since is None:  # it has always been there; nobody expects a function from before the first one
        whole = Period(min(span.first for span in spans), whole.last)
    return uncovered(whole, spans)


def certain_days(area: Area, holder: Holder) -> Period:
    """The days on which a KSA or GSA of the area held for certain: its own, while the area was there."""
    return certain(area) & certain(holder)


def uncovered_areas(
    registry: Registry, expects: Expected
) -> Iterator[tuple[Record[Area], tuple[str, ...], tuple[str, ...]]]:
    """The areas without a known KSA or GSA that should have one: (area, successors without one, areas before it).

    An area that took over is left out where those before it lack one too: it is then among their successors.
    Where the file with the exemptions could not be understood, it is not known which are expected.
    """
    if registry.has_broken("collaboration"):
        return
    missing = {
        record.id: record
        for record, found in coverages(registry, expects)
        if found.missing and not registry.is_broken(record.id, ("contact",))
    }
    before = registry.once(predecessors)
    for id, record in missing.items():
        earlier = before.get(id, ())
        if not earlier or any(area not in missing for area in earlier):
            after = (succession.area for succession in record.entity.successors)
            yield record, tuple(dict.fromkeys(area for area in after if area in missing)), earlier
