"""What a change does to who sits and answers where: seats in groups, the KSA and GSA of areas, posts."""

from collections.abc import Iterator, Sequence
from typing import Any

from vis_cli.errors import Word
from vis_cli.facts.effect import Altered, Change, Effect
from vis_cli.facts.names import name_of
from vis_cli.facts.touched import touched
from vis_cli.model.contact import Contact, Gsa, Ksa
from vis_cli.model.group import Group, Seat
from vis_cli.model.person import Person
from vis_cli.registry import Record, Registry


def groups(change: Change) -> Iterator[Effect]:
    """New groups, what status each reached, who takes a seat, changes role or leaves."""
    for record in change.added(Group):
        own = record.entity
        values = {"type": Word(own.type), "status": Word(own.status), "count": len(own.members)}
        yield Effect("people", "group-new", record, values, tells=(record,))
    for altered in change.altered(Group):
        yield from _statuses(altered)
        yield from _seats(change, altered)
        for item in altered.at("mandate"):
            if item.before is None:
                yield Effect("people", "mandate-new", altered.after, {"date": item.after.adopted}, tells=(item,))


def _statuses(altered: Altered[Group]) -> Iterator[Effect]:
    old, new = altered.before.entity, altered.after.entity
    if old.status != new.status:
        reached = new.reached.on if new.reached and altered.of("reached") else None
        values = {"status": Word(new.status), "was": Word(old.status), "on": reached}
        # When it was reached, and what it had before, follow from that; what else is said of it is told by itself.
        told = (*altered.at("status"), *altered.at("reached"), *altered.at("reached", "on"), *altered.at("earlier"))
        yield Effect("people", "group-status", altered.after, values, tells=told)
    for item in altered.at("until"):
        kind = "group-ends" if item.after else "group-goes-on"
        yield Effect("people", kind, altered.after, {"until": item.after or item.before}, tells=(item,))


def _seats(change: Change, altered: Altered[Group]) -> Iterator[Effect]:
    before = altered.before.entity.members
    for item in altered.of("members"):
        if item.path == ("members",) and item.type == "reordered":
            continue
        seat: Seat = item.within[0] if item.within else item.after or item.before  # type: ignore[assignment]
        values = {"who": who(change, seat), "role": Word(seat.role), "since": seat.since, "until": seat.until}
        kind = ""
        if item.path == ("members",) and item.type == "added":
            had = seat.person and any(one.person == seat.person and one.until is None for one in before)
            kind = "seat-role" if had else "seat-taken"
        elif item.path == ("members",) and item.type == "removed":
            kind = "seat-gone"
        elif item.path == ("members", "until"):
            kind = "seat-left" if item.after else "seat-kept"
        elif item.path == ("members", "role"):
            kind = "seat-role"
        elif item.path == ("members", "person") and item.before is None:
            kind = "seat-named"
        if kind:
            yield Effect("people", kind, altered.after, values, tells=(item,))


def who(change: Change, seat: Seat) -> str:
    """Who has a seat: the person and the house, or the function, as far as that is known."""
    house = change.name(seat.organisation, "organisation")
    return _with_house(change.name(seat.person, "person") or seat.function or "", house)


def _with_house(name: str, *houses: str) -> str:
    """`Anna Exempel (socialförvaltningen)`; where there is no name, the house alone."""
    house = ", ".join(filter(None, houses))
    return f"{name} ({house})" if name and house else name or house


def contacts(change: Change) -> Iterator[Effect]:
    """The KSA and GSA of areas: set, replaced, ended."""
    for record in change.added(Contact):
        found = list(_came(change, record, None))
        area = {"area": change.name(record.id, "area")}
        yield from found or [Effect("people", "contact-new", record, area)]
        yield Effect("people", "told", record, tells=(record,))
    for altered in change.altered(Contact):
        yield from _came(change, altered.after, altered)


def _came(change: Change, record: Record[Contact], altered: Altered[Contact] | None) -> Iterator[Effect]:
    for role in ("ksa", "gsa"):
        old: Sequence[Ksa | Gsa] = getattr(altered.before.entity, role) if altered else ()
        new: Sequence[Ksa | Gsa] = getattr(record.entity, role)
        keys = [(role,), *((role, key) for key in ("until", "person", "organisation", "placement", "clinic"))]
        told = [item for key in keys for item in altered.at(*key)] if altered else []
        came = [item for item in _open(new) if _holder(item) not in map(_holder, _open(old))]
        left = [item for item in _open(old) if _holder(item) not in map(_holder, _open(new))]
        if not came and not left:
            continue
        told = [
            item for item in told if _is_of(item.within[0] if item.within else item.after or item.before, came, left)
        ]
        ended = next((item.until for item in new for gone in left if _same(item, gone) and item.until), None)
        values = {
            "role": role.upper(),
            "area": change.name(record.id, "area"),
            "came": tuple(_called(change.after, item) for item in came),
            "left": tuple(_called(change.before, item) for item in left),
            "since": came[0].since if came else None,
            "until": ended,
            "alone": not _open(new),
        }
        kind = "contact-replaced" if came and left else "contact-set" if came else "contact-left"
        yield Effect("people", kind, record, values, tells=tuple(told))


def _open(items: Sequence[Ksa | Gsa]) -> list[Ksa | Gsa]:
    return [item for item in items if item.until is None]


def _holder(item: Ksa | Gsa) -> tuple[str | None, ...]:
    return (item.person, item.organisation, item.clinic if isinstance(item, Gsa) else item.placement)


def _same(one: Ksa | Gsa, other: Ksa | Gsa) -> bool:
    return _holder(one) == _holder(other)


def _is_of(item: object, came: Sequence[Ksa | Gsa], left: Sequence[Ksa | Gsa]) -> bool:
    return isinstance(item, Ksa | Gsa) and any(_same(item, one) for one in (*came, *left))


def _called(registry: Registry, item: Ksa | Gsa) -> str:
    """Who holds it, by what the register names: never an address or a number."""
    if isinstance(item, Gsa):
        return item.clinic
    person = name_of(registry, item.person, "person") if item.person else ""
    house = name_of(registry, item.organisation, "organisation") if item.organisation else ""
    return _with_house(person, item.placement or "", house)


def people(change: Change) -> Iterator[Effect]:
    """Names that give way to the role; posts that people take or leave, and where each has something to do."""
    for record in change.added(Person):
        if was := [id for id, role in change.forgotten.items() if role == record.id]:
            gone = (item for item in change.removed(Person) if item.id in was)
            yield Effect("people", "name-forgotten", record, tells=(record, *gone))
    for altered in change.altered(Person):
        came = [item for item in altered.at("posts") if item.type == "added"]
        left = [item for item in altered.at("posts", "until") if item.after is not None]
        if not came and not left:
            continue
        values = {
            "came": tuple((item.after.title, change.name(item.after.organisation), item.after.since) for item in came),
            "left": tuple(
                (item.within[0].title, change.name(item.within[0].organisation), item.after)  # type: ignore[attr-defined]
                for item in left
            ),
        }
        found = touched(change.after, altered.after.id, change.on)
        places = tuple(dict.fromkeys((Word(item.work), _place(change, item.source)) for item in found))
        touches = (Effect("people", "person-touches", altered.after, {"places": places}),) if places else ()
        yield Effect("people", "person-posts", altered.after, values, touches, (*came, *left))


def _place(change: Change, record: Record[Any]) -> str:
    if record.kind == "contact":
        return change.name(record.id, "area")
    if record.kind == "meeting":
        meeting = record.entity
        return f"{change.name(meeting.group, 'group')} {meeting.date}"
    return str(record.name)
