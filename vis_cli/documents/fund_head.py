"""What every document of a fund begins with, and the files that it is made from."""

from collections.abc import Iterable
from typing import Any

from vis_cli.documents import fund_words as words
from vis_cli.facts.names import full_name
from vis_cli.model.collaboration import Collaboration
from vis_cli.model.fund import Fund
from vis_cli.registry import Record, Registry


def head(registry: Registry, fund: Fund) -> dict[str, Any]:
    """What it is, who gives it, who decides on it, for which years."""
    own = next(iter(registry.all(Collaboration)), None)
    return {
        "organisation": f"{own.entity.name}, {own.entity.county}" if own else "Vård i samverkan",
        "name": fund.name,
        "type": words.TYPES[fund.type],
        "giver": full_name(registry, fund.giver) if fund.giver else None,
        "body": full_name(registry, fund.group) if fund.group else None,
        "years": words.years(fund),
        "sources": list(fund.sources),
    }


def files(registry: Registry, records: Iterable[Record[Any] | None]) -> tuple[str, ...]:
    """Every file that a document of some records takes something from."""
    found = {record.file.path for record in registry.all(Collaboration)}
    for record in filter(None, records):
        found.add(record.file.path)
        for reference in registry.references_of(record):
            if target := registry.find(reference.id, reference.kinds):
                found.add(target.file.path)
    return tuple(sorted(found))
