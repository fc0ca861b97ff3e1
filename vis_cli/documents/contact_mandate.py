"""The mandate document of the KSA (*uppdragsbeskrivning*): the county's, or with what is an area's own. (D-07)

The duties and the knowledge are those of the main agreement (001:61-75); there is one for the county, and a
municipality notes where it deviates (002:84-86).
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Any

from vis_cli.documents import swedish
from vis_cli.documents.contact_rows import files, row
from vis_cli.documents.contact_words import DUTIES, FIELDS, KNOWLEDGE
from vis_cli.documents.document import Document
from vis_cli.documents.markdown import field
from vis_cli.facts.alphabet import alphabetical
from vis_cli.facts.areas import areas_on
from vis_cli.facts.contact_forums import forums_of
from vis_cli.facts.contact_holders import Contacts, Held, contacts_on
from vis_cli.facts.names import full_name
from vis_cli.facts.swedish_dates import in_words
from vis_cli.model.area import Area
from vis_cli.model.collaboration import Collaboration
from vis_cli.model.contact import Ksa
from vis_cli.registry import Record, Registry

_TITLE = "Uppdragsbeskrivning för kommunal samordnande funktion (KSA)"


def county_mandate(registry: Registry, on: dt.date) -> Document:
    """The countywide document, with who has adopted it and what is otherwise where."""
    areas = sorted(areas_on(registry, on), key=lambda area: alphabetical(area.entity.name))
    found = [contacts_on(registry, area, on) for area in areas]
    adopted = [item for contacts in found for held in contacts.ksa.held if (item := _adopted(contacts, held))]
    own = next((record.entity for record in registry.all(Collaboration)), None)
    where = own.county if own else ""
    context = _common(_TITLE, where) | {
        "area": None,
        "adopted": adopted,
        "count": len(found),
        "unknown": len(found) - len({item["area"] for item in adopted}),
        "placements": list(_sums(found)),
    }
    return _document(registry, _TITLE, where, on, context, found)


def area_mandate(registry: Registry, area: Record[Area], on: dt.date) -> Document:
    """The document of an area: the county's, with the placement, the financing and the deviations that are its own."""
    found = contacts_on(registry, area, on)
    name = area.entity.name
    title = f"{_TITLE} i {name}"
    context = _common(title, name) | {
        "area": name,
        "municipality": full_name(registry, area.entity.municipality, "organisation"),
        "holders": [_holder(registry, held) for held in found.ksa.held],
        "gsa": [row(registry, held).organisation for held in found.gsa.held],
        "meetings": [forum.entity.name for forum in forums_of(registry, area, on) if forum.entity.type == "ksa-gsa"],
    }
    return _document(registry, title, name, on, context, [found])


def _document(
    registry: Registry, title: str, where: str, on: dt.date, context: dict[str, Any], found: Sequence[Contacts]
) -> Document:
    own = next((record.entity for record in registry.all(Collaboration)), None)
    return Document(
        template="ksa-mandate.md.j2",
        title=title,
        subject=f"Uppgifter, kunskap, mandat, placering och finansiering{f', {where}' if where else ''}",
        organisation=f"{own.name}, {own.county}" if own else "Vård i samverkan",
        day=on,
        state="Uppdragsbeskrivning",
        context=context | {"on": on.isoformat()},
        files=files(registry, found),
    )


def _common(title: str, where: str) -> dict[str, Any]:
    return {
        "title": title,
        "where": where,
        "duties": list(DUTIES.values()),
        "knowledge": list(KNOWLEDGE.values()),
    }


def _holder(registry: Registry, held: Held) -> dict[str, Any]:
    """What is known of one who holds it; None where it is not."""
    one, own = row(registry, held), held.holder
    assert isinstance(own, Ksa)
    mandate = own.mandate
    return {
        "name": ", ".join(part for part in (one.organisation, one.placement) if part) or one.person or one.mailbox,
        "reach": ", ".join(part for part in (one.mailbox, one.phone) if part),
        "person": one.person,
        "base_role": own.base_role,
        "combined": own.combined,
        "percent": own.percent,
        "financing": own.financing,
        "fields": [FIELDS[name] for name in own.fields],
        "private_providers": own.private_providers,
        "acknowledged": [
            *({"text": text, "met": duty in own.duties} for duty, text in DUTIES.items()),
            *({"text": text, "met": name in own.knowledge} for name, text in KNOWLEDGE.items()),
        ],
        "version": mandate.version if mandate else None,
        "adopted": in_words(mandate.adopted) if mandate and mandate.adopted else None,
        "deviations": field(mandate.deviations, shift=4) if mandate and mandate.deviations else None,
        "substitutes": [other.text for other in one.substitutes],
    }


def _adopted(contacts: Contacts, held: Held) -> dict[str, Any] | None:
    """A mandate that an area has, or None where nothing is known of one."""
    mandate = held.holder.mandate if isinstance(held.holder, Ksa) else None
    if mandate is None:
        return None
    return {
        "area": contacts.area.entity.name,
        "version": mandate.version or "",
        "adopted": in_words(mandate.adopted) if mandate.adopted else "",
        "deviations": field(mandate.deviations, shift=3) if mandate.deviations else None,
    }


def _sums(found: Sequence[Contacts]) -> Iterator[dict[str, Any]]:
    """What is known of those who hold it in the county, counted."""
    holders = [held.holder for contacts in found for held in contacts.ksa.held if isinstance(held.holder, Ksa)]
    if not holders:
        return
    shared = sum(1 for contacts in found if len(contacts.ksa.held) > 1)
    yield {"text": "Områden där flera delar på uppdraget", "count": shared}
    for text, value in (("Uppdraget kombineras med ett annat", True), ("Uppdraget är renodlat", False)):
        yield {"text": text, "count": sum(one.combined is value for one in holders)}
    yield {"text": "Omfattar privata utförare", "count": sum(one.private_providers is True for one in holders)}
    school = sum("school" in one.fields for one in holders)
    yield {"text": "Omfattar skolan", "count": school}
    yield {"text": swedish.sentence("finansieringen är känd"), "count": sum(bool(one.financing) for one in holders)}
