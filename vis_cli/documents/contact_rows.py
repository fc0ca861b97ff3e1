"""Contacts in Swedish words, one row for each who holds a function: for lists, tables and cards."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from vis_cli.facts.contact_holders import Contacts, Held
from vis_cli.facts.names import full_name
from vis_cli.facts.swedish_dates import in_words, stored
from vis_cli.model.area import Area
from vis_cli.model.base import Entity
from vis_cli.model.contact import Gsa, Substitute
from vis_cli.registry import Record, Registry

ROLES = {"ksa": "Kommunal samordnande funktion", "gsa": "Geografiskt samordnande vårdcentral"}
TYPES = {"municipality": "kommun", "district": "stadsdel"}


@dataclass(frozen=True, slots=True)
class Other:
    """A substitute, in words."""

    name: str
    mailbox: str
    phone: str

    @property
    def text(self) -> str:
        """All of it on a line."""
        return ", ".join(part for part in (self.name, self.mailbox, self.phone) if part)


@dataclass(frozen=True, slots=True)
class Row:
    """Who holds a function in an area; empty is not known."""

    key: tuple[str, ...]
    """What tells it from others, and stays."""
    area: str
    type: str
    municipality: str
    subregion: str
    label: str
    """KSA or GSA."""
    role: str
    organisation: str
    """Where a KSA is placed, or the health centre."""
    placement: str
    mailbox: str
    phone: str
    person: str
    substitutes: tuple[Other, ...]
    since: str
    """As it is written in the register."""
    until: str
    verified: str
    assumed: str
    notes: tuple[str, ...]
    """Since when, verified when, what is not certain: in sentences."""


def rows(registry: Registry, found: Iterable[Contacts]) -> Iterator[Row]:
    """The rows of some areas, the KSA of each first."""
    for contacts in found:
        for role in contacts.roles:
            for held in role.held:
                yield row(registry, held)


def row(registry: Registry, held: Held) -> Row:
    """One who holds a function."""
    holder, area = held.holder, held.area.entity
    at = full_name(registry, holder.organisation, "organisation") if holder.organisation else ""
    clinic = isinstance(holder, Gsa)
    return Row(
        key=(held.area.id, held.role, str(held.index)),
        area=area.name,
        type=TYPES[area.type],
        municipality=full_name(registry, area.municipality, "organisation"),
        subregion=area.subregion or "",
        label=held.role.upper(),
        role=ROLES[held.role],
        organisation=holder.clinic if isinstance(holder, Gsa) else at,
        placement=at if isinstance(holder, Gsa) and at != holder.clinic else "" if clinic else _placement(holder),
        mailbox=holder.mailbox or "",
        phone=holder.phone or "",
        person=full_name(registry, holder.person, "person") if holder.person else "",
        substitutes=tuple(_other(registry, one) for one in holder.substitutes),
        since=str(holder.since or ""),
        until=str(holder.until or ""),
        verified=str(holder.verified_on or ""),
        assumed=holder.assumed or "",
        notes=tuple(_notes(held)),
    )


def files(registry: Registry, found: Iterable[Contacts]) -> tuple[str, ...]:
    """Every file that the rows take something from."""
    paths: set[str] = set()
    for contacts in found:
        paths |= files_of(registry, contacts.area)
        for role in contacts.roles:
            for held in (*role.held, *role.earlier):
                paths |= files_of(registry, held.contact)
    return tuple(sorted(paths))


def files_of(registry: Registry, record: Record[Area] | Record[Entity]) -> set[str]:
    """The file of a record and of all that it refers to."""
    targets = (registry.find(one.id, one.kinds) for one in registry.references_of(record))
    return {record.file.path, *(target.file.path for target in targets if target)}


def _placement(holder: object) -> str:
    return getattr(holder, "placement", None) or ""


def _other(registry: Registry, one: Substitute) -> Other:
    at = full_name(registry, one.organisation, "organisation") if one.organisation else None
    person = full_name(registry, one.person, "person") if one.person else None
    name = ", ".join(part for part in (one.function, at, person) if part)
    return Other(name, one.mailbox or "", one.phone or "")


def _notes(held: Held) -> Iterator[str]:
    holder = held.holder
    begun = f"från {in_words(holder.since)}" if holder.since else "okänt sedan när"
    ended = f" till {in_words(holder.until)}" if holder.until else ""
    yield stored(f"Gäller {begun}{ended}." if holder.since else f"Det är {begun} uppgiften gäller{ended}.")
    yield f"Kontrollerad {holder.verified_on}." if holder.verified_on else "Aldrig kontrollerad."
    if not held.sure:
        yield "Det är inte säkert att uppgiften gäller."
    if holder.assumed:
        yield f"Förmodat: {holder.assumed}"
