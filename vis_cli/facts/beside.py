"""What differs beside the text of two versions: parties, dates, owners, amounts, who does what, rules, follow-up."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from vis_cli.facts.prose import words
from vis_cli.facts.redline import Piece, redline
from vis_cli.facts.versions import parties
from vis_cli.model.agreement import Agreement
from vis_cli.model.version import Version
from vis_cli.registry import Record, Registry

Value = Any
"""A text, a whole number, a date as it is known, or a tuple of them."""


@dataclass(frozen=True, slots=True)
class Side:
    """An agreement as it stands in one register, with the file of its version where there is one."""

    registry: Registry
    agreement: Agreement
    version: Record[Version] | None


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact that differs: by its key in the file, and for one of several by what it is about."""

    type: Literal["added", "removed", "changed"]
    field: str
    key: str = ""
    before: Value = None
    after: Value = None
    pieces: tuple[Piece, ...] = ()


def beside(old: Side, new: Side) -> tuple[Fact, ...]:
    """The facts that differ, the weightiest first. Of a version without a file nothing is known, and nothing said."""
    return tuple(_facts(old, new))


SINGLE = ("short_name", "type", "parent", "subject", "cluster", "work_stream", "next_review")
STATEMENTS = ("cost_responsibility", "prevention", "deviations")
SETS = ("concerned", "related", "target_groups")


def _facts(old: Side, new: Side) -> Iterator[Fact]:
    a, b = old.agreement, new.agreement
    yield from _items("parties", _parties(old, new), _parties(new, old))
    if old.version and new.version:
        yield from _version(old.version.entity, new.version.entity)
    yield from _keyed("owners", _owners(a), _owners(b))
    yield from _keyed("amounts", _amounts(a), _amounts(b))
    yield from _keyed("responsibilities", _tasks(a), _tasks(b))
    for name in STATEMENTS:
        before, after = getattr(a, name), getattr(b, name)
        yield from _text(name, before.text if before else "", after.text if after else "")
    yield from _singles("follow_up", a.follow_up, b.follow_up, "interval_months", "next", "responsible")
    yield from _items(
        "follow_up.criteria",
        a.follow_up.criteria if a.follow_up else (),
        b.follow_up.criteria if b.follow_up else (),
    )
    for name in SETS:
        yield from _items(name, getattr(a, name), getattr(b, name))
    yield from _items("legal_basis", (item.text for item in a.legal_basis), (item.text for item in b.legal_basis))
    yield from _single("ages", _ages(a), _ages(b))
    for name in SINGLE:
        yield from _single(name, getattr(a, name), getattr(b, name))
    yield from _keyed("guidance", _guidance(a), _guidance(b))
    yield from _text("summary", a.summary or "", b.summary or "")


def _version(a: Version, b: Version) -> Iterator[Fact]:
    entry = "entry_into_force"
    yield from _singles(entry, a.entry_into_force, b.entry_into_force, "rule", "at_least", "not_before", "date")
    yield from _singles("term", a.term, b.term, "until", "renewal_months")
    yield from _singles("notice", a.notice, b.notice, "months", *(("effect",) if a.notice and b.notice else ()))
    if a.version == b.version:
        yield from _items("accessions", (item.party for item in a.accessions), (item.party for item in b.accessions))


def _parties(side: Side, other: Side) -> tuple[str, ...]:
    """Who is bound; where one of the two has no version, only what both agreements name themselves."""
    if side.version and other.version:
        return parties(side.registry, side.version)
    return side.agreement.parties if other.agreement.parties else ()


def _owners(agreement: Agreement) -> Mapping[str, Value]:
    return {item.group: (item.since, item.until) for item in agreement.owners}


def _amounts(agreement: Agreement) -> Mapping[str, Value]:
    return {item.purpose: (item.qualifier, item.kronor) for item in agreement.amounts}


def _tasks(agreement: Agreement) -> Mapping[str, Value]:
    return {item.task: item.by for item in agreement.responsibilities}


def _guidance(agreement: Agreement) -> Mapping[str, Value]:
    return {item.title: (item.version, item.updated) for item in agreement.guidance}


def _ages(agreement: Agreement) -> Value:
    found = agreement.ages and (agreement.ages.youngest, agreement.ages.oldest)
    return None if found == (None, None) else found


def _single(field: str, before: Value, after: Value) -> Iterator[Fact]:
    if before != after:
        yield Fact(
            "added" if before is None else "removed" if after is None else "changed",
            field,
            before=before,
            after=after,
        )


def _singles(field: str, before: Any, after: Any, *names: str) -> Iterator[Fact]:
    """Values of a map that may be missing altogether."""
    for name in names:
        yield from _single(f"{field}.{name}", getattr(before, name, None), getattr(after, name, None))


def _items(field: str, before: Iterable[str], after: Iterable[str]) -> Iterator[Fact]:
    old, new = list(dict.fromkeys(before)), list(dict.fromkeys(after))
    yield from (Fact("added", field, after=item) for item in new if item not in old)
    yield from (Fact("removed", field, before=item) for item in old if item not in new)


def _keyed(field: str, before: Mapping[str, Value], after: Mapping[str, Value]) -> Iterator[Fact]:
    for key, value in after.items():
        if key not in before:
            yield Fact("added", field, key, after=value)
        elif before[key] != value:
            yield Fact("changed", field, key, before[key], value)
    yield from (Fact("removed", field, key, before=value) for key, value in before.items() if key not in after)


def _text(field: str, before: str, after: str) -> Iterator[Fact]:
    """A statement in Markdown; where only its form differs, nothing is said."""
    if before == after:
        return
    pieces = redline(words(before, _same), words(after, _same))
    if any(piece.kind != "kept" for piece in pieces):
        yield Fact("added" if not before else "removed" if not after else "changed", field, pieces=pieces)


def _same(id: str, after_words: bool) -> str:
    return f"(#{id})" if after_words else f"#{id}"
