"""Contacts as data, for programs."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from vis_cli.facts.contact_find import AreaFound, Found, Subject
    from vis_cli.facts.contact_forums import LocalForum
    from vis_cli.facts.contact_holders import Contacts, Held, Role
    from vis_cli.registry import Registry


def found_data(registry: "Registry", found: "Found") -> dict[str, Any]:
    """The answer of `find`."""
    return {
        "areas": [_area(registry, item) for item in found.areas],
        "subject": _subject(found.subject) if found.subject else None,
        "near": [{"area": place.area, "name": place.written} for place in found.near],
    }


def contacts_data(registry: "Registry", contacts: "Contacts") -> dict[str, Any]:
    """Whom to turn to in an area."""
    own = contacts.area.entity
    return {
        "area": contacts.area.id,
        "name": own.name,
        "type": own.type,
        "municipality": own.municipality,
        "subregion": own.subregion,
        "there": contacts.there,
        "ksa": _role(registry, contacts.ksa),
        "gsa": _role(registry, contacts.gsa),
    }


def held_data(registry: "Registry", held: "Held") -> dict[str, Any]:
    """A holder, as its file has it and with the names of what it refers to."""
    from vis_cli.facts.names import full_name

    own = held.holder.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    ids = {key: own[key] for key in ("person", "organisation") if key in own}
    return {
        "area": held.area.id,
        "sure": held.sure,
        **own,
        "names": {key: full_name(registry, id, key) for key, id in ids.items()},
    }


def _role(registry: "Registry", role: "Role") -> dict[str, Any]:
    return {
        "held": [held_data(registry, held) for held in role.held],
        "exempt": role.exempt or None,
        "unnamed": [holder.model_dump(mode="json", by_alias=True, exclude_defaults=True) for holder in role.unnamed],
        "earlier": [held_data(registry, held) for held in role.earlier],
    }


def _area(registry: "Registry", item: "AreaFound") -> dict[str, Any]:
    matched = {"area": item.named.id, "by": item.place.how, "name": item.place.written, "slips": item.place.slips}
    forums = [forum_data(forum) for forum in item.forums]
    return contacts_data(registry, item.contacts) | {"matched": matched, "forums": forums}


def forum_data(item: "LocalForum") -> dict[str, Any]:
    """A local forum in brief."""
    own = item.forum.entity
    return {
        "forum": item.forum.id,
        "name": own.name,
        "convener": own.convener,
        "convening_function": own.convening_function,
        "rhythm": own.rhythm.text if own.rhythm else None,
        "sure": item.sure,
        "by_agreement": item.by_agreement,
    }


def _subject(subject: "Subject") -> dict[str, Any]:
    answer = subject.answerable
    return {
        "words": list(subject.words),
        "agreement": subject.agreement.id if subject.agreement else None,
        "title": subject.agreement.entity.title if subject.agreement else None,
        "owner": answer.owner if answer else None,
        "may_own": list(answer.possible) if answer else [],
        "concerned": list(answer.concerned) if answer else [],
        "others": [record.id for record in subject.others],
        "lacking": list(subject.lacking),
        "near": list(subject.near),
    }
