"""Deviations summed (*sammanställning av avvikelser*): by agreement, area, type and year, and the measures. (P-45)"""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Any

from vis_cli.documents import swedish
from vis_cli.documents.document import Document
from vis_cli.documents.forum_words import DEVIATIONS
from vis_cli.facts.deviations import Row, late_measures, years_of
from vis_cli.facts.names import full_name, name_of
from vis_cli.facts.titles import brief
from vis_cli.model.agreement import Agreement
from vis_cli.model.collaboration import Collaboration
from vis_cli.model.deviation import Deviation
from vis_cli.registry import Record, Registry


def deviation_summary(
    registry: Registry, found: Sequence[Record[Deviation]], rows: Sequence[Row], on: dt.date, year: int | None = None
) -> Document:
    """The document of some deviations as they stood on a day."""
    own = next(iter(registry.all(Collaboration)), None)
    title = f"Avvikelser {year}" if year else f"Avvikelser till och med {swedish.short_date(on)}"
    years = years_of(rows)
    agreements = list(dict.fromkeys(row.agreement for row in rows))
    return Document(
        template="deviations.md.j2",
        title=title,
        subject=f"Sammanställning av avvikelser från överenskommelser, {swedish.long_date(on)}",
        organisation=f"{own.entity.name}, {own.entity.county}" if own else "Vård i samverkan",
        day=on,
        state="Sammanställning av avvikelser",
        context={
            "title": title,
            "cases": sum(row.total for row in rows),
            "reports": len(found),
            "open": sum(1 for record in found if record.entity.closed is None),
            "years": [str(year) if year else "okänt år" for year in years],
            "agreements": [_agreement(registry, id, rows, years) for id in agreements],
            "late": list(_late(registry, found, on)),
            "questions": list(_questions(registry, found)),
        },
        files=_files(registry, [own, *found]),
    )


def _agreement(registry: Registry, id: str, rows: Sequence[Row], years: Sequence[int | None]) -> dict[str, Any]:
    mine = [row for row in rows if row.agreement == id]
    record = registry.get(Agreement, id)
    return {
        "name": brief(record) if record else id,
        "rows": [
            {
                "area": name_of(registry, row.area, "area") if row.area else "Inget område angivet",
                "before": [name_of(registry, area, "area") for area in row.before],
                "type": swedish.sentence(DEVIATIONS[row.type]),
                "numbers": [row.years.get(year, 0) for year in years],
                "total": row.total,
            }
            for row in mine
        ],
        "sums": [sum(row.years.get(year, 0) for row in mine) for year in years],
        "total": sum(row.total for row in mine),
    }


def _late(registry: Registry, found: Sequence[Record[Deviation]], on: dt.date) -> Iterator[dict[str, Any]]:
    chosen = {record.id for record in found}
    for item in late_measures(registry, on):
        if item.deviation.id in chosen and item.measure.due:
            yield {
                "text": item.measure.text,
                "title": item.deviation.entity.title,
                "by": full_name(registry, item.measure.by) if item.measure.by else "Ingen utsedd",
                "due": item.measure.due.isoformat(),
            }


def _questions(registry: Registry, found: Sequence[Record[Deviation]]) -> Iterator[dict[str, Any]]:
    for record in found:
        if record.entity.question:
            yield {"title": record.entity.title, "question": name_of(registry, record.entity.question, "question")}


def _files(registry: Registry, records: Sequence[Record[Any] | None]) -> tuple[str, ...]:
    """Every file that the summary takes something from."""
    found = {record.file.path for record in records if record}
    for record in filter(None, records):
        found |= {
            target.file.path
            for reference in registry.references_of(record)
            if (target := registry.find(reference.id, reference.kinds))
        }
    return tuple(sorted(found))
