"""The transition in lines: what each old group answers for and on whom it rests, and the order of the new ones."""

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING

from vis_cli.cli.dates import in_words
from vis_cli.cli.language import _
from vis_cli.cli.lines import called, heading, item, wrapped
from vis_cli.diagnostics.wording import fill
from vis_cli.errors import N_

if TYPE_CHECKING:
    from vis_cli.facts.establishing import Dependencies, Order
    from vis_cli.facts.transfer import Outgoing
    from vis_cli.facts.transition import Resting
    from vis_cli.model.group import Group
    from vis_cli.registry import Record, Registry


def every(registry: "Registry", on: dt.date) -> Iterator[str]:
    """All old groups, and the order of the new ones."""
    from vis_cli.facts.establishing import order
    from vis_cli.facts.transfer import outgoing

    found = outgoing(registry, on)
    for number, old in enumerate(found):
        if number:
            yield ""
        yield from outgoing_lines(old)
    if not found:
        yield from wrapped(_(N_("no group of the register is to be replaced by another")))
    yield ""
    yield from order_lines(registry, order(registry, on))


def outgoing_lines(old: "Outgoing") -> Iterator[str]:
    """An old group: what it answers for, and on whom that rests."""
    yield heading(f"{old.group.name} · {_(old.group.entity.status)}")
    if old.successors:
        names = ", ".join(record.name for record in old.successors)
        yield from wrapped(fill(N_("continued by {names}"), {"names": names}, _), "  ")
    for rests in old.responsibilities:
        yield from item(rests.responsibility.text, _notes(rests))
    if not old.responsibilities:
        yield from wrapped(_(N_("it is not known what it answers for")), "  ")
    for template, records in (
        (N_("answers for {names}"), old.agreements),
        (N_("may answer for {names}; the dates do not tell"), old.perhaps),
    ):
        if records:
            names = ", ".join(called(record) for record in records)
            yield from item(fill(template, {"names": names}, _))
    yield from wrapped(_verdict(old), "  ")


def _verdict(old: "Outgoing") -> str:
    """Whether it can end, and what is in the way. (000:544-545)"""
    if old.group.entity.status == "discontinued":
        return _(N_("it is discontinued"))
    if not old.responsibilities:
        return _(N_("it goes on: until that is known, nobody can see to it that all is taken over"))
    if old.lacking:
        values = {"lacking": len(old.lacking), "all": len(old.responsibilities)}
        return fill(N_("it goes on: {lacking} of {all} responsibilities lack an established taker"), values, _)
    if old.kept:
        names = ", ".join(record.id for record in old.kept)
        return fill(N_("it goes on: no other group answers yet for {names}"), {"names": names}, _)
    return _(N_("it can be discontinued: all that it answers for has an established taker"))


def _notes(rests: "Resting") -> tuple[str, ...]:
    """On whom it rests, and what of that is only assumed."""
    assumed = rests.responsibility.assumed
    told = (fill(N_("assumed: {why}"), {"why": assumed}, _),) if assumed and rests.takers else ()
    return (resting_words(rests), *told)


def resting_words(rests: "Resting") -> str:
    """`handed over to Provgruppen 2031-05-20`, `Provgruppen shall take over: establishing`, `nobody is named`."""
    if rests.handed:
        words = [f"{_name(rests, entry.to)}{f' {in_words(entry.on)}' if entry.on else ''}" for entry in rests.handed]
        return fill(N_("handed over to {names}"), {"names": ", ".join(words)}, _)
    if rests.state == "unassigned":
        return _(N_("nobody is named to take it over"))
    names = ", ".join(f"{record.name} ({_(record.entity.status)})" for record in rests.takers)
    if rests.state == "ready":
        return fill(N_("can be handed over to {names}"), {"names": names}, _)
    return fill(N_("shall be taken over by {names}, not established yet"), {"names": names}, _)


def _name(rests: "Resting", id: str) -> str:
    return next((record.name for record in rests.takers if record.id == id), id)


def order_lines(registry: "Registry", found: "Order") -> Iterator[str]:
    """The new groups in the order in which they can be established, each with what it depends on."""
    if not found.groups:
        yield from wrapped(_(N_("no consultation group is on its way to be established")))
        return
    yield heading(_(N_("Order of establishment: the fewest known dependencies first (000:535-543)")))
    for number, one in enumerate(found.groups, 1):
        words = f"{number}. {one.group.name} ({_(one.group.entity.status)}): {dependencies(one, bounded=found.bounded)}"
        yield from wrapped(words, "     ", first="  ")
        if one.after:
            names = ", ".join(record.name for id in one.after if (record := registry.find(id, ("group",))))
            yield from wrapped(fill(N_("after {names}, which it takes over from"), {"names": names}, _), "     ")
    for circle in found.circles:
        yield from item(fill(N_("these wait for each other: {ids}"), {"ids": " → ".join((*circle, circle[0]))}, _))
    if found.bounded:
        yield from wrapped(_bounds(found), "  ")


def dependencies(one: "Dependencies", *, bounded: bool) -> str:
    """`at least 5: old groups 2, responsibilities 2, agreements 1, shared with others 0`."""
    values = {
        "count": one.count,
        "old": len(one.old),
        "responsibilities": len(one.responsibilities),
        "agreements": len(one.agreements),
        "shared": len(one.shared),
    }
    if not one.count:
        return _(N_("none known")) if bounded else _(N_("none"))
    template = N_("old groups {old}, responsibilities {responsibilities}, agreements {agreements}, shared {shared}")
    total = fill(N_("at least {count}"), values, _) if bounded else str(one.count)
    return f"{total}: {fill(template, values, _)}"


def _bounds(found: "Order") -> str:
    """Why the counts are least ones."""
    why = []
    if found.unassigned:
        why.append(fill(N_("responsibilities that nobody is named for: {count}"), {"count": len(found.unassigned)}, _))
    if found.unknown:
        names = ", ".join(record.name for record in found.unknown)
        why.append(fill(N_("it is not known what {names} answers for"), {"names": names}, _))
    return fill(N_("the numbers can grow: {why}"), {"why": "; ".join(why)}, _)


def of_group(registry: "Registry", group: "Record[Group]", on: dt.date) -> Iterator[str]:
    """One group: what it leaves, what it takes over, and what it depends on."""
    from vis_cli.facts.establishing import order
    from vis_cli.facts.transfer import incoming, outgoing

    own = next((old for old in outgoing(registry, on) if old.group.id == group.id), None)
    if own:
        yield from outgoing_lines(own)
    taken = list(incoming(registry, group.id, on))
    if not own or taken:
        yield heading(fill(N_("{name} takes over"), {"name": group.name}, _))
    for old, rests in taken:
        yield from item(f"{old.group.name} ({_(old.group.entity.status)})")
        for one in rests:
            yield from item(one.responsibility.text, _notes(one), "    ")
    if not own and not taken:
        yield from wrapped(_(N_("nothing is known that it takes over")), "  ")
    found = order(registry, on)
    place = next((number for number, one in enumerate(found.groups, 1) if one.group.id == group.id), None)
    if place:
        words = dependencies(found.groups[place - 1], bounded=found.bounded)
        values = {"place": place, "all": len(found.groups), "words": words}
        yield from wrapped(fill(N_("number {place} of {all} in the order of establishment; {words}"), values, _))
        yield from wrapped(_bounds(found)) if found.bounded else ()
