"""Contacts in lines: whom to turn to, how to reach them, since when, and what is not known and who can tell."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from vis_cli.cli.dates import in_words
from vis_cli.cli.language import _
from vis_cli.cli.lines import heading, wrapped
from vis_cli.diagnostics.wording import fill
from vis_cli.errors import N_

if TYPE_CHECKING:
    from vis_cli.facts.contact_holders import Contacts, Held, Role
    from vis_cli.facts.coverage import Holder
    from vis_cli.model.area import Area
    from vis_cli.model.contact import Substitute
    from vis_cli.registry import Record, Registry

_IN = "   "
_FAR = "          "
_BETWEEN = " · "


def titled(registry: "Registry", area: "Record[Area]") -> str:
    """`Norrby (district of Exempelstad)`; a municipality is named alone."""
    from vis_cli.facts.names import name_of

    own = area.entity
    if own.type == "municipality":
        return own.name
    values = {"area": own.name, "municipality": name_of(registry, own.municipality, "organisation")}
    return fill(N_("{area} (district of {municipality})"), values, _)


def page(registry: "Registry", contacts: "Contacts", roles: frozenset[str]) -> Iterator[str]:
    """Whom to turn to in an area, in full."""
    for role in contacts.roles:
        if role.role in roles:
            yield from role_lines(registry, contacts, role)


def role_lines(
    registry: "Registry",
    contacts: "Contacts",
    role: "Role",
    *,
    more: "Callable[[Registry, Held], Iterator[str]]" = lambda registry, held: iter(()),
) -> Iterator[str]:
    """The KSA or the GSA of an area; `more` says what else is to be told of each holder."""
    label = f"{_IN}{role.role.upper():<7}"
    first = label
    for held in role.held:
        yield from holder_lines(registry, held, first)
        if not held.sure:
            yield from wrapped(_(N_("whether it holds on that day is not certain")), _FAR)
        yield from more(registry, held)
        first = _FAR
    if role.held:
        for held in role.coming:
            values = {"day": in_words(held.holder.since or ""), "name": _brief(registry, held)}
            yield from wrapped(fill(N_("from {day}: {name}"), values, _), _FAR)
        return
    for held in role.earlier:
        yield from holder_lines(registry, held, first)
        values = {"area": held.area.entity.name}
        yield from wrapped(fill(N_("was that of {area}; whether it went on is not known"), values, _), _FAR)
        first = _FAR
    yield from wrapped(_nobody(registry, contacts, role), _FAR, first=first)


def holder_lines(registry: "Registry", held: "Held", first: str) -> Iterator[str]:
    """A holder: the function and how to reach it first, then the person, since when, who answers otherwise."""
    holder = held.holder
    name = who(registry, holder)
    yield from wrapped(f"{name} ({_(N_('assumed'))})" if holder.assumed else name, _FAR, first=first)
    reached = reach(holder)
    yield from wrapped(reached or _(N_("neither mailbox nor telephone is known")), _FAR)
    if person := person_of(registry, holder):
        yield from wrapped(person, _FAR)
    yield from wrapped(since(held), _FAR)
    for substitute in holder.substitutes:
        yield from wrapped(f"{_(N_('substitute'))}: {substitute_of(registry, substitute)}", _FAR)


def who(registry: "Registry", holder: "Holder") -> str:
    """`Utvecklingsenheten, Exempelby kommun` or `Exempelby vårdcentral`: the function before the person."""
    from vis_cli.facts.names import full_name
    from vis_cli.model.contact import Gsa

    at = full_name(registry, holder.organisation, "organisation") if holder.organisation else ""
    if isinstance(holder, Gsa):
        return holder.clinic if not at or at == holder.clinic else f"{holder.clinic}, {at}"
    words = ", ".join(filter(None, (holder.placement, at)))
    person = full_name(registry, holder.person, "person") if holder.person else ""
    return words or person or holder.mailbox or _(N_("not known"))


def reach(one: "Holder | Substitute") -> str:
    """`ksa@exempelby.example · 08-123 45 67`: the mailbox first."""
    return _BETWEEN.join(filter(None, (one.mailbox, one.phone)))


def person_of(registry: "Registry", holder: "Holder") -> str:
    """The person, with what else she does, where one is known."""
    from vis_cli.facts.names import full_name
    from vis_cli.model.contact import Gsa

    if not holder.person:
        return ""
    name = full_name(registry, holder.person, "person")
    role = None if isinstance(holder, Gsa) else holder.base_role
    return f"{name} ({role})" if role else name


def since(held: "Held") -> str:
    """`since 2031-02-01, verified 2031-03-01`: what is not known is said."""
    holder = held.holder
    begun = fill(N_("since {day}"), {"day": in_words(holder.since)}, _) if holder.since else ""
    if holder.until:
        begun = fill(N_("{since} until {day}"), {"since": begun, "day": in_words(holder.until)}, _).strip()
    checked = fill(N_("verified {day}"), {"day": holder.verified_on}, _) if holder.verified_on else ""
    return ", ".join((begun or _(N_("since when is not known")), checked or _(N_("never verified"))))


def substitute_of(registry: "Registry", substitute: "Substitute") -> str:
    """Who answers otherwise: the function, how to reach it, the person."""
    from vis_cli.facts.names import full_name

    at = full_name(registry, substitute.organisation, "organisation") if substitute.organisation else None
    person = full_name(registry, substitute.person, "person") if substitute.person else None
    parts = (", ".join(filter(None, (substitute.function, at))), reach(substitute), person)
    return _BETWEEN.join(filter(None, parts)) or _(N_("not known"))


def appointed(role: "Role") -> str:
    """`appointed (assumed), not known who`: where a source says that there is one and names nobody."""
    if all(holder.assumed for holder in role.unnamed):
        return _(N_("appointed (assumed), not known who"))
    return _(N_("appointed, not known who"))


def _nobody(registry: "Registry", contacts: "Contacts", role: "Role") -> str:
    """Why nobody is known, and who can tell."""
    if role.exempt:
        return fill(N_("none is expected: {reason}"), {"reason": role.exempt}, _)
    values = {"role": role.role.upper(), "teller": tellers(registry, contacts, role)}
    template = N_("no {role} is known; {teller} can tell") if values["teller"] else N_("no {role} is known")
    if role.earlier:
        template = N_("who it is now {teller} can tell") if values["teller"] else N_("who it is now is not known")
    if role.unnamed:
        who = appointed(role)
        return fill(N_("{appointed}; {teller} can tell"), {**values, "appointed": who}, _) if values["teller"] else who
    return fill(template, values, _)


def tellers(registry: "Registry", contacts: "Contacts", role: "Role") -> str:
    """Who can tell who it is: the municipality appoints its KSA, the region answers for that there is a GSA."""
    from vis_cli.facts.names import name_of
    from vis_cli.model.collaboration import Collaboration

    if role.role == "ksa":
        return name_of(registry, contacts.area.entity.municipality, "organisation")
    sides = (party for record in registry.all(Collaboration) for party in record.entity.sides)
    return next((party.name for party in sides if party.side == "region"), "")


def short(registry: "Registry", contacts: "Contacts", roles: frozenset[str]) -> Iterator[str]:
    """An area among several: one line for each role."""
    yield heading(titled(registry, contacts.area))
    for role in contacts.roles:
        if role.role in roles:
            known = [_brief(registry, held) + ("" if held.sure else "?") for held in role.held]
            known = known or [f"({_brief(registry, held)}, {held.area.entity.name})" for held in role.earlier]
            none = appointed(role) if role.unnamed else _(N_("not known"))
            text = "; ".join(known) or ("–" if role.exempt else none)
            yield from wrapped(text, _FAR, first=f"{_IN}{role.role.upper():<7}")


def _brief(registry: "Registry", held: "Held") -> str:
    name = who(registry, held.holder)
    way = held.holder.mailbox or held.holder.phone or ""
    return name if way in ("", name) else f"{name}{_BETWEEN}{way}"
