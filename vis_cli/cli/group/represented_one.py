"""Representation in lines: one body with its seats, its chairs and who comes; one municipality with its seats."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from vis_cli.cli.group.represented import answers, bounded, why
from vis_cli.cli.language import _
from vis_cli.cli.lines import heading, item, wrapped
from vis_cli.diagnostics.wording import fill, visible
from vis_cli.errors import N_

if TYPE_CHECKING:
    from vis_cli.facts.representation import Body, Representation
    from vis_cli.facts.representing import Held
    from vis_cli.registry import Registry

_COVERED = {True: N_("a seat"), False: N_("no seat"), None: N_("not known")}
_LAST = 6
"""So many of the latest chairs are shown."""


def body(registry: "Registry", whole: "Representation") -> Iterator[str]:
    """The seats of one body, the parts of the county, the chairs and the attendance."""
    (own,) = whole.bodies
    yield heading(f"{own.group.entity.name} ({whole.on})")
    if not own.seats:
        yield from wrapped(_(N_("no seats are known")), "  ")
    for held in own.seats:
        yield from item(seat(registry, held))
    yield ""
    yield from answers(registry, whole)
    if own.subregions and own.seats:
        yield heading(_(N_("Parts of the county")))
        for name, covered in own.subregions.items():
            yield from item(f"{visible(name)}: {_(_COVERED[covered])}")
    yield from _chairs(registry, own, whole)
    yield from _attendance(registry, own, whole)


def seat(registry: "Registry", held: "Held", *, body: bool = False) -> str:
    """`member, municipality: Ann Exempel, Exempelby (Södra länet)`."""
    from vis_cli.facts.names import name_of

    own = held.seat
    words = [name_of(registry, own.person, "person") if own.person else _(N_("no known holder"))]
    words += [own.function] if own.function else []
    words += [name_of(registry, own.organisation, "organisation")] if own.organisation else []
    words += [held.subregion] if held.subregion else []
    words += [] if held.sure else [_(N_("the dates do not tell whether it is there"))]
    which = f"{held.sitting.group.name}, {_(own.role)}" if body else f"{_(own.role)}, {_(own.side)}"
    return f"{which}: {', '.join(words)}"


def _chairs(registry: "Registry", own: "Body", whole: "Representation") -> Iterator[str]:
    """Who has chaired the latest meetings, and where one side did twice in a row. (R-GRP-12)"""
    from vis_cli.facts.chairs import chaired
    from vis_cli.facts.names import name_of

    found = chaired(registry, own.group.id, whole.on)
    if not found:
        return
    entity = own.group.entity
    said = _(N_("shall alternate between the sides")) if entity.alternates else entity.chairing
    yield heading(_(N_("Chair")) + (f": {visible(said)}" if said else ""))
    for one in found[-_LAST:]:
        side = _(one.side) if one.side else _(N_("side not known"))
        who = name_of(registry, one.person, "person") if one.person else _(N_("nobody is noted"))
        again = _(N_("; the same side as the meeting before")) if one.again and entity.alternates else ""
        yield from item(f"{one.meeting.entity.date} {side}: {who}{again}")


def _attendance(registry: "Registry", own: "Body", whole: "Representation") -> Iterator[str]:
    """Who has come to the meetings, as the minutes say."""
    from vis_cli.facts.attendance import attended
    from vis_cli.facts.names import name_of

    found = attended(registry, own.group.id, whole.on)
    if not found.held:
        return
    values = {"known": len(found.known), "held": found.held}
    yield heading(fill(N_("Attendance: known of {known} of {held} meetings held"), values, _))
    for capacity, number in found.by_capacity.items():
        if number:
            yield from item(fill(N_("{side}: {number} in all"), {"side": _(capacity), "number": number}, _))
    for id, number in found.by_municipality.items():
        named = {"name": name_of(registry, id), "number": number, "known": len(found.known)}
        yield from item(fill(N_("{name}: at {number} of {known} meetings"), named, _))


def municipality(registry: "Registry", whole: "Representation", id: str) -> Iterator[str]:
    """The seats of one municipality in all bodies, where it may have more, and to which meetings it has come."""
    from vis_cli.facts.attendance import attended
    from vis_cli.facts.names import name_of

    yield heading(f"{name_of(registry, id)} ({whole.on})")
    own = [held for body in whole.bodies for held in body.seats if held.municipality == id and held.represents]
    for held in own:
        yield from item(seat(registry, held, body=True))
    if not own:
        yield from wrapped(_(N_("no seat of it is known")), "  ")
    for reason in whole.municipalities.reasons:
        yield from item(fill(N_("it may have more: {why}"), {"why": why(reason, 99)}, _))
    for one in whole.bodies:
        found = attended(registry, one.group.id, whole.on)
        if found.known:
            number = found.by_municipality.get(id, 0)
            values = {"name": one.group.name, "number": number, "known": len(found.known)}
            yield from item(fill(N_("{name}: at {number} of {known} meetings"), values, _))
    yield ""
    text = fill(N_("Municipalities with a seat: {bound}"), {"bound": bounded(whole.municipalities)}, _)
    yield from wrapped(text)
