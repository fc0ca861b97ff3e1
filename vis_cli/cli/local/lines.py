"""Local agreements in lines, and as data; and several of them compared, field by field."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from vis_cli.cli.dates import in_words, spoken
from vis_cli.cli.language import _
from vis_cli.cli.lines import called, heading, item, wrapped
from vis_cli.cli.local.named import TYPES
from vis_cli.cli.table import table
from vis_cli.diagnostics.wording import fill
from vis_cli.errors import N_

if TYPE_CHECKING:
    from vis_cli.facts.local_agreements import Column, Mark
    from vis_cli.model.local_agreement import LocalAgreement
    from vis_cli.registry import Record, Registry

_IN = "   "
_MARKS: "dict[Mark, str]" = {"same": "=", "differs": "≠", "missing": "–", "said": "+"}
_MEAN: "dict[Mark, str]" = {
    "same": N_("= as the others, or most of them"),
    "differs": N_("≠ otherwise than most, or each its own way"),
    "missing": N_("– not said"),
    "said": N_("+ said"),
}


def every(registry: "Registry", found: "Sequence[Record[LocalAgreement]]", on: dt.date) -> Iterator[str]:
    """Each with what it settles."""
    for number, record in enumerate(found):
        if number:
            yield ""
        yield heading(record.entity.title)
        yield from wrapped(f"{record.id} · {_(TYPES[record.entity.type])}", _IN)
        for label, text in _facts(registry, record, on):
            yield from wrapped(text, f"{_IN}{_IN}", first=f"{_IN}{_(label)}: ")


def _facts(registry: "Registry", record: "Record[LocalAgreement]", on: dt.date) -> Iterator[tuple[str, str]]:
    from vis_cli.facts.areas import now
    from vis_cli.facts.local_agreements import FIELDS, compare

    own = record.entity
    places = []
    for id in own.areas:
        after = [_name(registry, its, "area") for its in now(registry, id, on) if its != id]
        values = {"area": _name(registry, id, "area"), "now": ", ".join(after)}
        places.append(fill(N_("{area} (now {now})"), values, _) if after else values["area"])
    if places:
        yield N_("where"), ", ".join(places)
    if own.agreement:
        yield N_("carries out"), _name(registry, own.agreement, "agreement")
    if own.forum:
        yield N_("it is about"), _name(registry, own.forum, "forum")
    if own.since or own.until:
        first, last = (in_words(end) if end else "" for end in (own.since, own.until))
        yield N_("applies"), f"{first}–{last}"
    for column in compare(registry, [record]):
        values_ = column.wordings[0].values
        if column.field == "verified":
            yield N_("made sure of"), spoken(own.verified) if own.verified else _(N_("not said"))
        else:
            yield FIELDS[column.field], "; ".join(values_) or _(N_("not said"))
    if own.reference:
        yield N_("document"), own.reference


def comparison(
    registry: "Registry", found: "Sequence[Record[LocalAgreement]]", columns: "Sequence[Column]"
) -> Iterator[str]:
    """A grid that marks what differs and what is missing, and below it each field in its wordings."""
    from vis_cli.facts.local_agreements import FIELDS, label

    cells = []
    for record in found:
        cells.append([label(registry, record), *(_MARKS[column.mark(record)] for column in columns)])
    yield table(["", *(_(FIELDS[column.field]) for column in columns)], cells, wrap=True)
    yield ""
    used = {column.mark(record) for column in columns for record in found}
    for mark, words in _MEAN.items():
        if mark in used:
            yield _(words)
    for column in columns:
        yield from ("", heading(_head(column)))
        yield from _wordings(registry, column)


def _head(column: "Column") -> str:
    from vis_cli.facts.local_agreements import FIELDS

    filled = [wording for wording in column.wordings if wording.values]
    missing = sum(len(wording.by) for wording in column.wordings if not wording.values)
    words = []
    if not filled:
        words.append(_(N_("said by none")))
    elif column.differs:
        words.append(fill(N_("{count} different ways"), {"count": len(filled)}, _))
    elif column.field != "verified":
        words.append(_(N_("alike")))
    if missing and filled:
        words.append(fill(N_("not said by {count}"), {"count": missing}, _))
    name = _(FIELDS[column.field])
    head = f"{name[:1].upper()}{name[1:]}"
    return f"{head}: {', '.join(words)}" if words else head


def _wordings(registry: "Registry", column: "Column") -> Iterator[str]:
    from vis_cli.facts.local_agreements import label

    if column.common and column.differs:
        all_have = _(N_("all have"))
        yield from wrapped("; ".join(column.common), f"{_IN}{_IN}", first=f"{_IN}{all_have}: ")
    for wording in column.wordings:
        if not wording.values and len(column.wordings) == 1:
            return
        names = ", ".join(label(registry, record) for record in wording.by)
        if not wording.values:
            said = _(N_("not said"))
        elif column.common and column.differs:
            said = "; ".join(wording.further) or _(N_("nothing more"))
        else:
            said = "; ".join(wording.values)
        yield from item(said, (names,))


def _name(registry: "Registry", id: str, *kinds: str) -> str:
    record = registry.find(id, kinds)
    return called(record) if record else id


def compared_data(
    registry: "Registry", found: "Sequence[Record[LocalAgreement]]", columns: "Sequence[Column]"
) -> dict[str, Any]:
    """The comparison for programs."""
    return {
        "items": [
            {"id": record.id, "title": record.entity.title, "areas": list(record.entity.areas)} for record in found
        ],
        "fields": [
            {
                "field": column.field,
                "differs": column.differs,
                "common": list(column.common),
                "wordings": [
                    {"values": list(wording.values), "by": [record.id for record in wording.by]}
                    for wording in column.wordings
                ],
                "marks": {record.id: column.mark(record) for record in found},
            }
            for column in columns
        ],
    }
