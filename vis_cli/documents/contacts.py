"""The contact list (*kontaktlista*): the KSA and GSA of every area, how to reach them, what is not known. (D-23)"""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Any

from vis_cli.documents import swedish
from vis_cli.documents.contact_rows import Row, files, row
from vis_cli.documents.document import Document
from vis_cli.facts.contact_holders import Contacts, Role
from vis_cli.facts.names import full_name
from vis_cli.facts.swedish_dates import in_words
from vis_cli.model.collaboration import Collaboration
from vis_cli.model.values import When
from vis_cli.registry import Registry


def contact_list(registry: Registry, found: Sequence[Contacts], on: dt.date, *, within: str = "") -> Document:
    """The document of some areas on a day; `within` is the municipality or part of the county that they are of."""
    own = next((record.entity for record in registry.all(Collaboration)), None)
    where = within or (own.county if own else "")
    title = f"Kontaktlista{f' för {where}' if where else ''} {swedish.short_date(on)}"
    return Document(
        template="contacts.md.j2",
        title=title,
        subject=f"KSA och GSA{f' i {where}' if where else ''}, {swedish.long_date(on)}",
        organisation=f"{own.name}, {own.county}" if own else "Vård i samverkan",
        day=on,
        state="Kontaktlista",
        context={
            "title": title,
            "on": on.isoformat(),
            "count": len(found),
            "sections": [
                {"heading": heading, "areas": [_area(registry, item) for item in items]}
                for heading, items in _sections(registry, found)
            ],
            "gaps": list(_gaps(found)),
            "assumed": list(_assumed(found)),
        },
        files=files(registry, found),
    )


def _sections(registry: Registry, found: Sequence[Contacts]) -> Iterator[tuple[str, list[Contacts]]]:
    """The municipalities, then the districts of each municipality."""
    whole = [item for item in found if item.area.entity.type == "municipality"]
    if whole:
        yield "Kommuner", whole
    parts: dict[str, list[Contacts]] = {}
    for item in found:
        if item.area.entity.type == "district":
            parts.setdefault(item.area.entity.municipality, []).append(item)
    for id, items in parts.items():
        yield f"Stadsdelar i {full_name(registry, id, 'organisation')}", items


def _area(registry: Registry, contacts: Contacts) -> dict[str, Any]:
    return {
        "name": contacts.area.entity.name,
        "ksa": _cell(registry, contacts.ksa),
        "gsa": _cell(registry, contacts.gsa),
    }


def _cell(registry: Registry, role: Role) -> dict[str, Any]:
    return {
        "held": [_holder(row(registry, held)) for held in role.held],
        "exempt": role.exempt,
        "unnamed": bool(role.unnamed),
        "assumed": bool(role.unnamed) and all(holder.assumed for holder in role.unnamed),
        "earlier": [f"{row(registry, held).organisation} ({held.area.entity.name})" for held in role.earlier],
    }


def _holder(one: Row) -> dict[str, Any]:
    return {
        "name": ", ".join(part for part in (one.organisation, one.placement) if part) or one.person or one.mailbox,
        "mailbox": one.mailbox,
        "phone": one.phone,
        "person": one.person,
        "substitutes": [other.text for other in one.substitutes],
        "since": in_words(When.parse(one.since)) if one.since else "",
        "verified": one.verified,
        "assumed": bool(one.assumed),
    }


def _assumed(found: Sequence[Contacts]) -> Iterator[dict[str, Any]]:
    """Why something is taken to be so that no source states, and where."""
    why: dict[str, list[str]] = {}
    for item in found:
        for role in item.roles:
            for holder in (*(held.holder for held in role.held), *role.unnamed):
                if holder.assumed:
                    why.setdefault(holder.assumed, []).append(f"{item.area.entity.name} ({role.role.upper()})")
    yield from ({"text": text, "areas": areas} for text, areas in why.items())


def _gaps(found: Sequence[Contacts]) -> Iterator[dict[str, Any]]:
    """What is not known, and in which areas."""
    for index, name in enumerate(("KSA", "GSA")):
        of = [(item.area.entity.name, item.roles[index]) for item in found]
        known = [(area, held.holder) for area, role in of for held in role.held]
        lists = (
            (
                f"{name} är utsedd, men vem det är framgår inte",
                [area for area, role in of if role.unnamed and not role.exempt],
            ),
            (
                f"Ingen {name} är känd",
                [area for area, role in of if not role.held and not role.unnamed and not role.exempt],
            ),
            (f"{name} utan brevlåda och telefon", [area for area, one in known if not (one.mailbox or one.phone)]),
            (f"{name} som aldrig har kontrollerats", [area for area, one in known if one.verified_on is None]),
        )
        for text, areas in lists:
            names = list(dict.fromkeys(areas))
            if names:
                yield {"text": text, "count": len(names), "of": len(found), "areas": names}
