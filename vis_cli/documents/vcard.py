"""Contacts as vCard 4.0 (RFC 6350): a card for each function, and one for its person, reached by the function."""

import uuid
from collections.abc import Iterable, Iterator

from vis_cli.documents.contact_rows import Row, rows
from vis_cli.facts.contact_holders import Contacts
from vis_cli.registry import Registry

PRODUCT = "-//vis//vis contacts//SV"
"""Who made the cards; a file that begins with it may be written over."""

_OCTETS = 75
"""So long may a line be, without its end."""
_ESCAPED = {"\\": "\\\\", ",": "\\,", ";": "\\;", "\n": "\\n"}


def cards(registry: Registry, found: Iterable[Contacts]) -> bytes:
    """The cards of all that hold a function in some areas, function mailboxes before persons."""
    every = list(rows(registry, found))
    lines = [line for row in every for line in _function(row)]
    lines += [line for row in every if row.person for line in _person(row)]
    return "".join(_folded(line) for line in lines).encode()


def _function(row: Row) -> Iterator[str]:
    """The function, as an organisation: it stays when the person goes."""
    yield from _begun(
        "org", _id(row), ", ".join(part for part in (f"{row.label} {row.area}", row.organisation) if part)
    )
    yield _line("ORG", *_organisation(row))
    yield _line("ROLE", row.role)
    yield from _reached(row.mailbox, row.phone)
    for number, substitute in enumerate(row.substitutes, 2):
        if substitute.mailbox:
            yield f"EMAIL;TYPE=work;PREF={number}:{_text(substitute.mailbox)}"
        if substitute.phone:
            yield f"TEL;TYPE=work;PREF={number}:{_text(substitute.phone)}"
    yield _line("NOTE", "\n".join(row.notes))
    yield from _ended(row)


def _person(row: Row) -> Iterator[str]:
    """Who holds it: work data only, and so no way to reach her but the function's."""
    first, _space, last = row.person.rpartition(" ")
    yield from _begun("individual", _id(row, row.person), row.person)
    yield f"N:{_text(last)};{_text(first)};;;"
    yield _line("ORG", *_organisation(row))
    yield _line("TITLE", f"{row.label} {row.area}")
    yield f"RELATED;TYPE=agent:{_id(row)}"
    yield from _reached(row.mailbox, row.phone)
    yield from _ended(row)


def _organisation(row: Row) -> list[str]:
    return [part for part in (row.organisation, row.placement) if part] or [row.area]


def _begun(kind: str, id: str, name: str) -> Iterator[str]:
    yield "BEGIN:VCARD"
    yield "VERSION:4.0"
    yield f"PRODID:{PRODUCT}"
    yield f"KIND:{kind}"
    yield f"UID:{id}"
    yield _line("FN", name)


def _reached(mailbox: str, phone: str) -> Iterator[str]:
    if mailbox:
        yield f"EMAIL;TYPE=work;PREF=1:{_text(mailbox)}"
    if phone:
        yield f"TEL;TYPE=work;PREF=1:{_text(phone)}"


def _ended(row: Row) -> Iterator[str]:
    yield f"CATEGORIES:{row.label},{_text(row.area)}"
    if row.verified:
        yield f"REV:{row.verified.replace('-', '')}T000000Z"
    yield "END:VCARD"


def _id(row: Row, *more: str) -> str:
    """The same for the same function or person, however often it is exported."""
    return uuid.uuid5(uuid.NAMESPACE_URL, "/".join(("vis:contact", *row.key, *more))).urn


def _line(name: str, *values: str) -> str:
    return f"{name}:{';'.join(_text(value) for value in values)}"


def _text(value: str) -> str:
    plain = "".join(sign for sign in value if sign == "\n" or sign >= " ")
    return "".join(_ESCAPED.get(sign, sign) for sign in plain)


def _folded(line: str) -> str:
    """The line with its end, in pieces of 75 octets that break no character."""
    pieces, piece, size = [], "", 0
    for sign in line:
        octets = len(sign.encode())
        if size + octets > _OCTETS:
            pieces.append(piece)
            piece, size = " ", 1
        piece += sign
        size += octets
    return "\r\n".join((*pieces, piece)) + "\r\n"
