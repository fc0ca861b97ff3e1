"""Where an agreement is named in other texts: by its title, short name or alias, whole and as it is written."""

import re
from collections.abc import Iterator

from vis_cli.facts.fields import marked
from vis_cli.facts.searchable import names, searchable
from vis_cli.facts.stems import fold
from vis_cli.model.agreement import Agreement
from vis_cli.model.item import Item
from vis_cli.model.meeting import Meeting
from vis_cli.model.values import IsMarkdown
from vis_cli.registry import Record, Registry

_TEXT = frozenset({"summary", "heading", "section", "clause", "definition", "task", "statement"})
"""What an agreement itself says."""


def mentioned_by(registry: Registry, agreement: Record[Agreement]) -> tuple[tuple[Record[Agreement], str], ...]:
    """Other agreements that name it in what they say, each with the numbers of the places or what they are."""
    named = _pattern(agreement.entity)
    found: dict[str, tuple[Record[Agreement], dict[str, None]]] = {}
    for text in searchable(registry):
        if text.field in _TEXT and text.agreement.id != agreement.id and named.search(text.folded):
            _, places = found.setdefault(text.agreement.id, (text.agreement, {}))
            places[text.number or text.field] = None
    return tuple((record, ", ".join(places)) for record, places in found.values())


def mentioned_in_meetings(registry: Registry, agreement: Record[Agreement]) -> Iterator[tuple[Record[Meeting], str]]:
    """Meetings at which it was named, the latest first, each with the heading of the item."""
    named = _pattern(agreement.entity)
    for meeting in sorted(registry.all(Meeting), key=lambda item: item.entity.date, reverse=True):
        for item in meeting.entity.items:
            if any(named.search(fold(" ".join(text.split()))) for text in _said(item)):
                yield meeting, item.heading


def _pattern(agreement: Agreement) -> re.Pattern[str]:
    """Its names as whole words, a short name with the genitive too: `HÖK`, `HÖKs`."""
    each = sorted((re.escape(fold(" ".join(name.split()))) for name in names(agreement)), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(each)})(?:s|en|ens)?(?!\w)")


def _said(item: Item) -> Iterator[str]:
    yield item.heading
    yield from (text for _, text in marked(item, IsMarkdown))
    yield from (decision.text for decision in item.decisions)
    yield from (assignment.text for assignment in item.assignments)
    yield from item.topics
