"""What can be found in an agreement: each text in it with what it is, and how much it tells about the agreement."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from vis_cli.errors import N_
from vis_cli.facts.stems import fold
from vis_cli.model.agreement import Agreement
from vis_cli.registry import Record, Registry

_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_SIGNS = re.compile(r"(?m)^\s*(?:#{1,6}|>|[-*+]|\d+[.)])\s+|[*`\\]+")

_WEIGHTS = {
    N_("title"): 12,
    N_("short name"): 12,
    N_("number"): 12,
    N_("alias"): 9,
    N_("summary"): 7,
    N_("target group"): 7,
    N_("subject"): 7,
    N_("heading"): 5,
    N_("definition"): 4,
    N_("task"): 3.5,
    N_("clause"): 3,
    N_("guidance"): 3,
    N_("statement"): 3,
    N_("remark"): 1.5,
}


@dataclass(frozen=True, slots=True)
class Passage:
    """A text of an agreement."""

    agreement: Record[Agreement]
    field: str
    """What it is: title, alias, clause …"""
    text: str
    """The words, on one line and without the signs of Markdown."""
    number: str
    """The number of the section or clause, where it stands in one: `3` or `3.2`."""
    folded: str
    """The text without capitals and accents, sign for sign as long."""

    @property
    def weight(self) -> float:
        """How much a word that stands here says about the agreement."""
        return _WEIGHTS[self.field]


def passages(registry: Registry) -> tuple[Passage, ...]:
    """Every text of every agreement."""
    return registry.once(_passages)


def _passages(registry: Registry) -> tuple[Passage, ...]:
    found = []
    for record in registry.all(Agreement):
        for field, number, text in _texts(record.entity):
            line = _plain(text)
            found.append(Passage(record, field, line, number, fold(line)))
    return tuple(found)


def names(agreement: Agreement) -> tuple[str, ...]:
    """What it is called: its title, its short name and its aliases."""
    return tuple(dict.fromkeys(name for name in (agreement.title, agreement.short_name, *agreement.aliases) if name))


def _texts(agreement: Agreement) -> Iterator[tuple[str, str, str]]:
    """(what it is, number, text)."""
    yield "title", "", agreement.title
    if agreement.short_name:
        yield "short name", "", agreement.short_name
    if agreement.number:
        yield "number", "", str(agreement.number)
    yield from (("alias", "", alias) for alias in agreement.aliases)
    if agreement.summary:
        yield "summary", "", agreement.summary
    yield from (("target group", "", group) for group in agreement.target_groups)
    if agreement.subject:
        yield "subject", "", agreement.subject
    yield from (("task", "", item.task) for item in agreement.responsibilities)
    yield from (("guidance", "", item.title) for item in agreement.guidance)
    statements = (agreement.cost_responsibility, agreement.prevention, agreement.deviations)
    yield from (("statement", "", item.text) for item in statements if item)
    yield from _sections(agreement)
    yield from (("remark", "", remark.text) for remark in agreement.remarks)


def _sections(agreement: Agreement) -> Iterator[tuple[str, str, str]]:
    for i, section in enumerate(agreement.sections, 1):
        yield "heading", str(i), section.heading
        if section.text:
            yield "clause", str(i), section.text
        for definition in section.definitions:
            yield "definition", str(i), f"{definition.term}: {definition.meaning}"
        for j, clause in enumerate(section.clauses, 1):
            if clause.heading:
                yield "heading", f"{i}.{j}", clause.heading
            yield "clause", f"{i}.{j}", clause.text


def _plain(text: str) -> str:
    if "\n" in text or "[" in text or "*" in text or "`" in text or "\\" in text:
        text = _SIGNS.sub("", _LINK.sub(r"\1", text))
    return " ".join(text.split())
