"""What every area must have: its KSA, its GSA, and the local consultations that agreements demand. (R-AGR-11)"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace

from vis_cli.errors import N_
from vis_cli.facts.alphabet import alphabetical, in_order
from vis_cli.facts.areas import predecessors
from vis_cli.facts.beginning import live
from vis_cli.facts.coverage import Expected as Function
from vis_cli.facts.coverage import holders_on, known_holders, unnamed_on
from vis_cli.facts.expected import COVERED, Limit, Subject, excepted, excused
from vis_cli.facts.forums import state_on
from vis_cli.facts.terms import holds
from vis_cli.model.agreement import Agreement
from vis_cli.model.area import Area
from vis_cli.model.contact import Gsa, Ksa
from vis_cli.model.forum import Forum
from vis_cli.model.organisation import Organisation
from vis_cli.model.person import Person
from vis_cli.registry import Record, Registry


@dataclass(frozen=True, slots=True)
class Place:
    """An area that may have been there on a day."""

    area: Record[Area]
    certain: bool
    instead_of: tuple[str, ...]
    """The areas that it took over from, where those may have been there still."""


def places(registry: Registry, on: dt.date) -> list[Place]:
    """The areas that were there on a day, in the order of the alphabet.

    One that takes over from others is not there as long as one of those certainly is. A municipality that is divided
    into districts is covered by these.
    """
    there = {item.id: sure for item in registry.all(Area) if (sure := holds(item.entity, on)) is not False}
    before, found = registry.once(predecessors), []
    divided = {
        item.entity.municipality for item in registry.all(Area) if item.entity.type == "district" and item.id in there
    }
    for record in registry.all(Area):
        if record.entity.type == "municipality" and record.entity.municipality in divided:
            continue
        earlier = [id for id in before.get(record.id, ()) if id in there]
        if record.id not in there or (there[record.id] is None and any(there[id] for id in earlier)):
            continue
        found.append(Place(record, there[record.id] is True, () if there[record.id] else tuple(earlier)))
    return sorted(found, key=lambda item: alphabetical(item.area.name))


def with_ksa(registry: Registry, on: dt.date) -> Iterator[Subject]:
    """The KSA of each area. (001:61-71)"""
    return _functions(registry, on, "ksa")


def with_gsa(registry: Registry, on: dt.date) -> Iterator[Subject]:
    """The GSA of each area. (001:76-77)"""
    return _functions(registry, on, "gsa")


def _functions(registry: Registry, on: dt.date, expects: Function) -> Iterator[Subject]:
    reasons = excused(registry, expects)
    for place in places(registry, on):
        found = _function(registry, place.area, on, expects)
        if found.state not in COVERED and place.area.id in reasons:
            found = excepted(place.area, reasons[place.area.id])
        yield replace(found, certain=place.certain, instead_of=place.instead_of)


def _function(registry: Registry, area: Record[Area], on: dt.date, expects: Function) -> Subject:
    """Who holds it in an area; else who may, who did, or who did in the areas before it."""
    held, known = holders_on(registry, area.id, expects, on), known_holders(registry, area.id, expects)
    if sure := [holder for holder, _sure in held if holds(holder, on)]:
        return Subject(area, "there", "{names}", {"names": [holder_name(registry, item) for item in sure]})
    if held:
        names = [holder_name(registry, holder) for holder, _sure in held]
        return Subject(area, "unknown", N_("perhaps {names}; the dates do not tell"), {"names": names})
    if unnamed := unnamed_on(registry, area.id, expects, on):
        assumed = all(holder.assumed for holder in unnamed)
        template = N_("appointed (assumed), not known who") if assumed else N_("appointed, not known who")
        return Subject(area, "there", template)
    if gone := [(item.until.latest, item) for item in known if item.until and item.until.latest < on]:
        _day, last = max(gone, key=lambda pair: pair[0])
        values = {"names": [holder_name(registry, last)], "until": last.until}
        return Subject(area, "missing", N_("{names} until {until}, nobody after"), values)
    past = [id for id in registry.once(predecessors).get(area.id, ()) if known_holders(registry, id, expects)]
    if past:
        names = [f"{_name(registry, id)}: {_all(registry, id, expects)}" for id in past]
        return Subject(area, "inherited", N_("those before it: {names}; not known who continues"), {"names": names})
    return Subject(area, "unknown", N_("the register says nothing"))


def holder_name(registry: Registry, holder: Ksa | Gsa, *, address: bool = True) -> str:
    """Whom one turns to: a function before a person; by its `address` where it may be told, else only as a last way."""
    if isinstance(holder, Gsa):
        return holder.clinic
    organisation, person = registry.get(Organisation, holder.organisation), registry.get(Person, holder.person)
    named = organisation.name if organisation else person.name if person else ""
    mailbox = holder.mailbox or ""
    name = holder.placement or named or holder.organisation or holder.person or ""
    return mailbox or name if address else name or mailbox


def _all(registry: Registry, area: str, expects: Function) -> str:
    return ", ".join(holder_name(registry, holder) for holder in known_holders(registry, area, expects))


def _name(registry: Registry, area: str) -> str:
    found = registry.get(Area, area)
    return found.name if found else area


def demanding(registry: Registry, on: dt.date) -> list[Record[Agreement]]:
    """The agreements that demand a local consultation in every area."""
    return in_order(record for record in live(registry, on) if record.entity.local_consultation)


def with_consultation(registry: Registry, on: dt.date) -> Iterator[Subject]:
    """Each agreement that demands a local consultation, in each area. (R-AGR-11, 002:480-481)"""
    reasons, forums = excused(registry, "local-consultation"), _consultations(registry, on)
    for agreement in demanding(registry, on):
        its = [(forum, sure) for forum, sure in forums if _is_for(forum, agreement)]
        for place in places(registry, on):
            found = _consultation(registry, place.area, agreement, its)
            if found.state not in COVERED and place.area.id in reasons:
                found = excepted(place.area, reasons[place.area.id], agreement)
            yield replace(found, certain=place.certain, instead_of=place.instead_of)


def _consultation(
    registry: Registry, area: Record[Area], agreement: Record[Agreement], forums: list[tuple[Record[Forum], bool]]
) -> Subject:
    """The consultation of an area for an agreement: its own, or one that it shares with other areas."""
    its = [(forum, sure) for forum, sure in forums if area.id in forum.entity.areas]
    there = [forum for forum, sure in its if sure and forum.entity.number != 0]
    if own := [forum.name for forum in there if len(forum.entity.areas) == 1]:
        return Subject(area, "there", "{names}", {"names": own}, agreement)
    if there:
        others = sorted({_name(registry, id) for forum in there for id in forum.entity.areas if id != area.id})
        values = {"names": [forum.name for forum in there], "areas": others}
        return Subject(area, "shared", N_("{names}, together with {areas}"), values, agreement)
    if none := [forum.name for forum, sure in its if sure]:
        return Subject(area, "missing", N_("{names}: there is none"), {"names": none}, agreement)
    if its:
        names = [forum.name for forum, _sure in its]
        return Subject(
            area, "unknown", N_("perhaps {names}; not known whether it is active"), {"names": names}, agreement
        )
    return Subject(area, "unknown", N_("the register says nothing"), {}, agreement)


def limits_of_consultation(registry: Registry, on: dt.date) -> Iterator[Limit]:
    """What is stated of local consultations in some areas of a municipality, without saying in which."""
    for agreement in demanding(registry, on):
        for forum, sure in _consultations(registry, on):
            extent = forum.entity.extent
            if extent and sure and _is_for(forum, agreement):
                within = (place.area for place in places(registry, on))
                among = [area.id for area in within if area.entity.municipality == extent.within]
                yield Limit(forum, extent.text, frozenset(among), agreement.id, extent.least, extent.most)


def _consultations(registry: Registry, on: dt.date) -> list[tuple[Record[Forum], bool]]:
    """The local consultations that may have been there, or are said not to, each with whether that is certain."""
    found = []
    for record in registry.all(Forum):
        state = state_on(record.entity, on)
        if record.entity.type == "local-consultation" and state in ("yes", "stalled", "no"):
            found.append((record, state != "stalled" and holds(record.entity, on) is True))
    return found


def _is_for(forum: Record[Forum], agreement: Record[Agreement]) -> bool:
    """Whether it follows from the agreement; one that names none is for all."""
    return not forum.entity.agreements or agreement.id in forum.entity.agreements
