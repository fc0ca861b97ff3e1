"""Local agreements and routines compared, field by field: what differs, and what is missing. (R-LOC-1, 002:71-76)"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from vis_cli.errors import N_
from vis_cli.facts.alphabet import alphabetical
from vis_cli.facts.areas import concerns
from vis_cli.facts.spelling import words
from vis_cli.facts.terms import holds
from vis_cli.model.local_agreement import LocalAgreement
from vis_cli.registry import Record, Registry

Field = Literal["rhythm", "convener", "functions", "matters", "parties", "verified"]
Mark = Literal["same", "differs", "missing", "said"]
"""As the most; otherwise than the most; not said; said, where that is all there is to compare."""

FIELDS: dict[Field, str] = {
    "rhythm": N_("how often"),
    "convener": N_("who convenes"),
    "functions": N_("functions"),
    "matters": N_("matters"),
    "parties": N_("parties"),
    "verified": N_("verified"),
}
"""What a local agreement should say: how often one meets, who convenes, who takes part, about what, between whom."""

_LISTS: frozenset[Field] = frozenset({"functions", "matters", "parties"})


@dataclass(frozen=True, slots=True)
class Wording:
    """One way in which a field is filled, and by whom."""

    values: tuple[str, ...]
    """What is said, as the first of them words it; nothing where it is missing."""
    by: tuple[Record[LocalAgreement], ...]
    further: tuple[str, ...] = ()
    """Of a list: what these have and not all do."""


@dataclass(frozen=True, slots=True)
class Column:
    """A field compared between several local agreements."""

    field: Field
    wordings: tuple[Wording, ...]
    """The ways in which it is filled, the most usual first, and last where it is missing."""
    common: tuple[str, ...]
    """Of a list: what all of them have that have any."""

    @property
    def differs(self) -> bool:
        """Whether it is said in more than one way."""
        return self.field != "verified" and len([item for item in self.wordings if item.values]) > 1

    def mark(self, record: Record[LocalAgreement]) -> Mark:
        """How one of them stands beside the others."""
        at = next(item for item in self.wordings if record.id in {its.id for its in item.by})
        if not at.values:
            return "missing"
        if not self.differs:
            return "said" if self.field == "verified" or len(self.wordings[0].by) == 1 else "same"
        most = [len(item.by) for item in self.wordings if item.values]
        usual = len(at.by) == max(most) and most.count(max(most)) == 1
        return "same" if usual else "differs"


def chosen(
    registry: Registry,
    on: dt.date,
    *,
    type: str | None = None,
    agreement: str | None = None,
    areas: Sequence[str] = (),
    forum_type: str | None = None,
) -> tuple[Record[LocalAgreement], ...]:
    """The local agreements of a day that are of a type, carry out an agreement, are for some areas."""
    found = []
    for record in registry.all(LocalAgreement):
        own = record.entity
        forum = registry.find(own.forum, ("forum",)) if own.forum else None
        if (
            holds(own, on) is not False
            and type in (None, own.type)
            and agreement in (None, own.agreement)
            and (forum_type is None or (forum and forum.entity.type == forum_type))
            and (not areas or any(concerns(registry, own, area, on) for area in areas))
        ):
            found.append(record)
    return tuple(sorted(found, key=lambda item: (alphabetical(label(registry, item)), item.id)))


def label(registry: Registry, record: Record[LocalAgreement]) -> str:
    """What it is called in a comparison: its area, where that is one; else its title, as areas can be shared."""
    names = [area.name for id in record.entity.areas if (area := registry.find(id, ("area",)))]
    return names[0] if len(names) == 1 else record.entity.title


def compare(registry: Registry, records: Sequence[Record[LocalAgreement]]) -> tuple[Column, ...]:
    """Every field with the ways in which it is filled."""
    return tuple(_column(registry, field, records) for field in FIELDS)


def _column(registry: Registry, field: Field, records: Sequence[Record[LocalAgreement]]) -> Column:
    said = {record.id: _values(registry, field, record.entity) for record in records}
    groups: dict[Any, list[Record[LocalAgreement]]] = {}
    for record in records:
        groups.setdefault(frozenset(words(value) for value in said[record.id]), []).append(record)
    filled = [key for key in groups if key]
    common = frozenset.intersection(*filled) if filled and field in _LISTS else frozenset()
    wordings = []
    for _key, those in sorted(groups.items(), key=lambda item: (not item[0], -len(item[1]))):
        values = said[those[0].id]
        further = tuple(value for value in values if words(value) not in common) if field in _LISTS else ()
        wordings.append(Wording(values, tuple(those), further))
    first = next((said[groups[key][0].id] for key in filled), ())
    return Column(field, tuple(wordings), tuple(value for value in first if words(value) in common))


def _values(registry: Registry, field: Field, own: LocalAgreement) -> tuple[str, ...]:
    if field == "rhythm":
        return (own.rhythm.text,) if own.rhythm else ()
    if field == "convener":
        return tuple(filter(None, (_name(registry, own.convener) if own.convener else None, own.convening_function)))
    if field == "parties":
        return tuple(_name(registry, party) for party in own.parties)
    if field == "verified":
        return (str(own.verified),) if own.verified else ()
    return own.functions if field == "functions" else own.matters


def _name(registry: Registry, id: str) -> str:
    record = registry.find(id, ("organisation", "group", "person"))
    return record.name if record else id
