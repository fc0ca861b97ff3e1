"""Local agreements compared (*jämförelse av lokala överenskommelser*): what differs, what is missing. (P-11)"""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from vis_cli.documents import swedish
from vis_cli.documents.document import Document
from vis_cli.facts.local_agreements import Column, Field, label
from vis_cli.facts.swedish_dates import in_words
from vis_cli.model.collaboration import Collaboration
from vis_cli.model.local_agreement import LocalAgreement
from vis_cli.model.values import When
from vis_cli.registry import Record, Registry

_FIELDS: dict[Field, str] = {
    "rhythm": "Hur ofta",
    "convener": "Sammankallande",
    "functions": "Funktioner",
    "matters": "Frågor",
    "parties": "Parter",
    "verified": "Verifierad",
}


def local_comparison(
    registry: Registry, found: Sequence[Record[LocalAgreement]], columns: Sequence[Column], on: dt.date
) -> Document:
    """The document of a comparison as it stood on a day."""
    own = next(iter(registry.all(Collaboration)), None)
    title = f"Lokala överenskommelser jämförda {swedish.short_date(on)}"
    return Document(
        template="local-agreements.md.j2",
        title=title,
        subject=f"Lokala överenskommelser och rutiner, fält för fält, {swedish.long_date(on)}",
        organisation=f"{own.entity.name}, {own.entity.county}" if own else "Vård i samverkan",
        day=on,
        state="Jämförelse av lokala överenskommelser",
        context={
            "title": title,
            "count": len(found),
            "heads": [_FIELDS[column.field] for column in columns],
            "rows": [
                {
                    "name": label(registry, record),
                    "title": record.entity.title,
                    "marks": [column.mark(record) for column in columns],
                }
                for record in found
            ],
            "fields": [_column(registry, column) for column in columns],
        },
        files=_files(registry, [*found, *([own] if own else [])]),
    )


def _column(registry: Registry, column: Column) -> dict[str, Any]:
    filled = [wording for wording in column.wordings if wording.values]
    missing = sum(len(wording.by) for wording in column.wordings if not wording.values)
    words = ["Sägs inte av någon"] if not filled else []
    if filled and column.differs:
        words.append(f"På {swedish.numeral(len(filled), neuter=True)} olika sätt")
    elif filled and column.field != "verified":
        words.append("Lika hos alla som säger något" if missing else "Lika hos alla")
    if missing and filled:
        words.append(f"{'saknas' if words else 'Saknas'} hos {swedish.numeral(missing)}")
    shared = column.common if column.differs else ()
    return {
        "head": _FIELDS[column.field],
        "words": ", ".join(words),
        "common": list(shared),
        "wordings": [
            {
                "words": _said(column, wording.values if not shared else wording.further or ("inget mer",))
                if wording.values
                else ["Sägs inte"],
                "by": [label(registry, record) for record in wording.by],
            }
            for wording in column.wordings
            if filled
        ],
    }


def _said(column: Column, values: Sequence[str]) -> list[str]:
    return [in_words(When.parse(value)) for value in values] if column.field == "verified" else list(values)


def _files(registry: Registry, records: Sequence[Record[Any]]) -> tuple[str, ...]:
    """Every file that the comparison takes something from."""
    found = {record.file.path for record in records}
    for record in records:
        found |= {
            target.file.path
            for reference in registry.references_of(record)
            if (target := registry.find(reference.id, reference.kinds))
        }
    return tuple(sorted(found))
