"""A person in lines, and as data: posts and seats over time, and what the person has to do."""

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from vis_cli.cli.group import words
from vis_cli.cli.language import _
from vis_cli.cli.lines import heading, item, wrapped
from vis_cli.diagnostics.wording import fill, visible
from vis_cli.errors import N_

if TYPE_CHECKING:
    from vis_cli.facts.touched import Touch
    from vis_cli.model.person import Person, Post
    from vis_cli.registry import Record, Registry

WORK = {
    "seat": N_("seat"),
    "ksa": N_("KSA"),
    "gsa": N_("GSA"),
    "substitute": N_("substitute"),
    "assignment": N_("open assignment"),
    "presenter": N_("presents"),
    "attendance": N_("called to"),
    "owner": N_("is responsible for"),
    "knowledge-link": N_("knowledge governance"),
    "named": N_("named in"),
}


def page(registry: "Registry", record: "Record[Person]", on: dt.date) -> Iterator[str]:
    """One person in full."""
    from vis_cli.facts.posts import post_on
    from vis_cli.facts.seats import seats_ever
    from vis_cli.facts.terms import holds
    from vis_cli.facts.touched import touched

    own = record.entity
    yield heading(own.name)
    now = post_on(own, on)
    state = post(registry, now) if now else fill(N_("no post is certain on {date}"), {"date": on}, _)
    yield from wrapped(f"{record.id} · {state}")
    if own.aliases:
        yield from wrapped(fill(N_("also written {names}"), {"names": ", ".join(own.aliases)}, _))
    yield from _block(_(N_("Posts")), [post(registry, each) for each in own.posts])
    seats = [
        f"{group.name}: {words.seat(registry, seat)}{'' if holds(seat, on) else _mark(holds(seat, on))}"
        for group, _index, seat in seats_ever(registry, record.id)
    ]
    yield from _block(_(N_("Seats")), seats)
    rest = [touch(registry, each) for each in touched(registry, record.id, on) if each.work != "seat"]
    yield from _block(_(N_("Has to do with")), rest)
    if met := meetings(registry, record.id, on):
        text = N_("meetings in the register at which the person was: {count}, from {first} to {last}")
        yield ""
        yield from wrapped(fill(text, {"count": len(met), "first": met[0], "last": met[-1]}, _))


def meetings(registry: "Registry", person: str, on: dt.date) -> list[dt.date]:
    """The days of the meetings until a day at which the person is known to have been."""
    from vis_cli.model.meeting import Meeting

    return sorted(
        record.entity.date
        for record in registry.all(Meeting)
        if record.entity.date <= on
        and any(each.person == person and each.present is True for each in record.entity.attendance)
    )


def _mark(held: bool | None) -> str:
    words = N_("not certain on this day") if held is None else N_("not on this day")
    return f" ({_(words)})"


def _block(title: str, texts: list[str]) -> Iterator[str]:
    if texts:
        yield ""
        yield heading(title)
        for text in texts:
            yield from item(text)


def post(registry: "Registry", own: "Post") -> str:
    """`socialdirektör, Exempelby kommun, from 2031-02-01`."""
    from vis_cli.facts.names import name_of

    where = name_of(registry, own.organisation, "organisation")
    return visible(", ".join(part for part in (own.title, own.unit, where, words.term(own)) if part))


def touch(registry: "Registry", found: "Touch") -> str:
    """`seat: Äldregruppen, chair, region, from 2031`; `open assignment: Ta fram en rutin (…#uppdrag-1)`."""
    from vis_cli.cli.lines import called
    from vis_cli.facts.names import name_of
    from vis_cli.model.group import Seat
    from vis_cli.model.item import Assignment, Item
    from vis_cli.model.meeting import Meeting

    own, source = found.part, found.source
    if isinstance(own, Seat):
        whose = name_of(registry, own.organisation, "organisation") if own.organisation else ""
        parts = (called(source), _(own.role), _(own.side), own.function, whose, words.term(own))
        text = ", ".join(part for part in parts if part)
    elif isinstance(own, Assignment):
        text = f"{own.text} ({source.id}#{own.id})"
    elif isinstance(source.entity, Meeting):
        body = name_of(registry, source.entity.group, "group")
        text = f"{body} {source.entity.date}" + (f": {own.heading}" if isinstance(own, Item) else "")
    elif source.kind == "contact":
        text = name_of(registry, source.id, "area")
    else:
        text = f"{called(source)} ({_(source.kind)})"
    return visible(f"{_(WORK[found.work])}: {text}")


def as_data(registry: "Registry", record: "Record[Person]", on: dt.date) -> dict[str, Any]:
    """A person as data for programs."""
    from vis_cli.cli.group.data import seat
    from vis_cli.facts.plain import plain
    from vis_cli.facts.posts import post_on
    from vis_cli.facts.seats import seats_ever, sitting
    from vis_cli.facts.touched import touched

    now = post_on(record.entity, on)
    return plain(record) | {
        "computed": {
            "on": str(on),
            "post": {"title": now.title, "organisation": now.organisation, "unit": now.unit} if now else None,
            "seats": [seat(each) for each in sitting(registry, on, people=(record.id,))],
            "seats_ever": [
                {
                    "group": group.id,
                    "role": own.role,
                    "from": str(own.since) if own.since else None,
                    "until": str(own.until) if own.until else None,
                }
                for group, _index, own in seats_ever(registry, record.id)
            ],
            "touches": [
                {
                    "work": each.work,
                    "kind": each.source.kind,
                    "id": each.source.id,
                    "key": ".".join(map(str, each.reference.route)),
                }
                for each in touched(registry, record.id, on)
            ],
            "meetings": [str(day) for day in meetings(registry, record.id, on)],
        }
    }
