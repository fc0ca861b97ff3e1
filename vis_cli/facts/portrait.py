"""One entity in full: itself, what follows from it and others, and who refers to it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from vis_cli.errors import N_
from vis_cli.model.agreement import Agreement
from vis_cli.model.area import Area
from vis_cli.model.contact import Contact
from vis_cli.registry import Record, Reference, Registry


@dataclass(frozen=True, slots=True)
class Portrait:
    """An entity, what is computed of it (label, values), and the references to it."""

    record: Record[Any]
    computed: tuple[tuple[str, tuple[str, ...]], ...]
    referrers: tuple[Reference, ...]


def portrait(registry: Registry, record: Record[Any]) -> Portrait:
    """What there is to say of a record."""
    computed = tuple((label, tuple(values)) for label, values in _computed(registry, record) if values)
    return Portrait(record, computed, registry.referrers(record.kind, record.id))


def _computed(registry: Registry, record: Record[Any]) -> Iterator[tuple[str, list[str]]]:
    if record.kind == "agreement":
        children = [item for item in registry.all(Agreement) if item.entity.parent == record.id]
        yield N_("supplements and parts"), [f"{item.entity.title} ({item.id})" for item in children]
    if record.kind == "area":
        before = [
            f"{item.name} ({item.id})"
            for item in registry.all(Area)
            if any(successor.area == record.id for successor in item.entity.successors)
        ]
        yield N_("predecessors"), before
        contact = registry.get(Contact, record.id)
        yield (
            N_("KSA"),
            [_term(item, item.person or item.mailbox or "") for item in contact.entity.ksa] if contact else [],
        )
        yield N_("GSA"), [_term(item, item.clinic) for item in contact.entity.gsa] if contact else []


def _term(item: Any, name: str) -> str:
    since, until = item.since or "", item.until or ""
    return f"{name} ({since}–{until})" if since or until else name
