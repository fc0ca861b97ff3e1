"""The matrix of local forums (*områden och forum*): area by type, with what cannot be known and why."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Any

from vis_cli.documents import swedish
from vis_cli.documents.document import Document
from vis_cli.documents.forum_words import MANY, ONE, SHORT, STATES
from vis_cli.facts.forum_counts import Count
from vis_cli.facts.forums import Cell
from vis_cli.facts.swedish_dates import in_words
from vis_cli.model.collaboration import Collaboration
from vis_cli.model.forum import Forum
from vis_cli.registry import Record, Registry

_COLUMNS = 6
"""So many types stand side by side on a page."""
_FEW = 3


def forum_matrix(
    registry: Registry,
    rows: Sequence[Sequence[Cell]],
    counts: Sequence[Count],
    on: dt.date,
    unplaced: Sequence[Record[Forum]] = (),
) -> Document:
    """The document of a matrix as it stood on a day."""
    own = next(iter(registry.all(Collaboration)), None)
    title = f"Lokala samverkansforum {swedish.short_date(on)}"
    told = [row for row in rows if any(cell.state != "unknown" for cell in row)]
    known = {count.type for count in counts if count.known} | {record.entity.type for record in unplaced}
    shown = [at for at in range(len(rows[0])) if any(row[at].state != "unknown" for row in rows)] if rows else []
    blocks = [shown[at : at + _COLUMNS] for at in range(0, len(shown), _COLUMNS)] if told else []
    return Document(
        template="forums.md.j2",
        title=title,
        subject=f"Områden och lokala samverkansforum, {swedish.long_date(on)}",
        organisation=f"{own.entity.name}, {own.entity.county}" if own else "Vård i samverkan",
        day=on,
        state="Lokala samverkansforum",
        context={
            "title": title,
            "on": on.isoformat(),
            "blocks": [_block(told, block) for block in blocks],
            "open": any(row[at].state == "unknown" for row in told for at in shown),
            "old": list(_old(told, shown)),
            "counts": [_count(count) for count in counts if count.known],
            "unplaced": [f"{record.entity.name} ({ONE[record.entity.type]})" for record in unplaced],
            "silent": [row[0].area.entity.name for row in rows if row not in told],
            "missing": [MANY[cell.type] for cell in rows[0] if cell.type not in known] if rows else [],
        },
        files=tuple(
            sorted(
                {record.file.path for kind in ("forum", "area") for record in registry.of_kind(kind)}
                | ({own.file.path} if own else set())
            )
        ),
    )


def _block(rows: Sequence[Sequence[Cell]], block: Sequence[int]) -> dict[str, Any]:
    return {
        "heads": [SHORT[rows[0][at].type] for at in block],
        "rows": [{"area": row[0].area.entity.name, "cells": [_cell(row[at]) for at in block]} for row in rows],
    }


def _cell(cell: Cell) -> str:
    word = STATES[cell.state]
    if cell.state == "yes" and cell.number is not None:
        word = swedish.number(cell.number)
    elif cell.shared:
        names = [area.entity.name for area in cell.shared]
        word = f"delat med {swedish.listing(names)}" if len(names) <= _FEW else f"delat av {len(names) + 1}"
    return f"{word}{'' if cell.sure else ' (osäkert)'}{' ¹' if cell.before else ''}"


def _old(rows: Sequence[Sequence[Cell]], shown: Sequence[int]) -> Iterator[str]:
    for row in rows:
        for at in shown:
            if before := row[at].before:
                names = swedish.listing([area.entity.name for area in before])
                yield f"{row[at].area.entity.name}, {ONE[row[at].type]}: infört för {names}, före sammanslagningen"


def _count(count: Count) -> dict[str, Any]:
    return {"head": swedish.sentence(_head(count)), "because": list(_because(count))}


def _head(count: Count) -> str:
    number = count.number if count.exact else None
    what = f"{swedish.number(number)} {(ONE if number == 1 else MANY)[count.type]}" if number else MANY[count.type]
    areas = f"stadsdelsområden i {count.name}" if count.municipality else "kommuner"
    if not count.exact:
        where = f"i minst {count.least} och högst {count.most} av {count.total} {areas}"
    elif count.least == count.total > 1:
        where = f"i alla {count.total} {areas}"
    else:
        where = f"i {count.least} av {count.total} {areas}"
    when = ", ".join(map(in_words, count.as_of))
    return f"{what} {where} ({when})" if when else f"{what} {where}"


def _because(count: Count) -> Iterator[str]:
    for record in count.statements:
        if extent := record.entity.extent:
            where = ", ".join(extent.sources or record.entity.sources)
            source = f" ({where})" if where else ""
            said = f"Källan säger ”{extent.text}”{source}"
            which = f": minst {extent.least} och högst {extent.most}. Vilka det är sägs inte."
            yield f"{said}." if extent.least >= count.total else f"{said}{which}"
    if not count.agree:
        yield "Det som sägs stämmer inte med det som är känt område för område; bara det senare är räknat."
    told = (
        ("Finns inte i", "no"),
        ("Planeras i", "planned"),
        ("Har avstannat i", "stalled"),
        ("Har upphört i", "ended"),
        ("Okänt i", "unknown"),
    )
    for words, state in told:
        cells = [cell.area.entity.name for cell in count.cells if cell.state == state]
        if cells and (state != "unknown" or len(cells) < count.total):
            yield f"{words} {swedish.listing(cells)}."
