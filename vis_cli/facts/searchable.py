"""What can be found in an agreement: each text in it with what it is, and how much it tells about the agreement."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from vis_cli.errors import N_
from vis_cli.facts.clauses import Number, numbers
from vis_cli.facts.stems import fold
from vis_cli.model.agreement import Agreement
from vis_cli.registry import Record, Registry

_LINK = re.compile(r"\[([^\]]*)\]\(([^)]*)\)")
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
    N_("section"): 3,
    N_("clause"): 3,
    N_("guidance"): 3,
    N_("statement"): 3,
    N_("remark"): 1.5,
}


@dataclass(frozen=True, slots=True)
class Searchable:
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


def searchable(registry: Registry) -> tuple[Searchable, ...]:
    """Every text of every agreement."""
    return registry.once(_searchable)


def _searchable(registry: Registry) -> tuple[Searchable, ...]:
    found = []
    for record in registry.all(Agreement):
        known = numbers(record.entity)
        for field, number, text in _texts(record.entity, known):
            line = _plain(text, known)
            found.append(Searchable(record, field, line, number, fold(line)))
    return tuple(found)


def names(agreement: Agreement) -> tuple[str, ...]:
    """What it is called: its title, its short name and its aliases."""
    return tuple(dict.fromkeys(name for name in (agreement.title, agreement.short_name, *agreement.aliases) if name))


def _texts(agreement: Agreement, known: Mapping[str, Number]) -> Iterator[tuple[str, str, str]]:
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
    for section in agreement.sections:
        number = known[section.id].text
        yield "heading", number, section.heading
        if section.text:
            yield "section", number, section.text
        for definition in section.definitions:
            yield "definition", number, f"{definition.term}: {definition.meaning}"
        for clause in section.clauses:
            if clause.heading:
                yield "heading", known[clause.id].text, clause.heading
            yield "clause", known[clause.id].text, clause.text
    yield from (("remark", "", remark.text) for remark in agreement.remarks)


def _plain(text: str, known: Mapping[str, Number]) -> str:
    """The text on one line, with words where it refers to a clause, and without the signs of Markdown."""

    def words(link: re.Match[str]) -> str:
        number = known.get(link[2].removeprefix("#"))
        return link[1] or (number.words if number else "")

    if any(sign in text for sign in "\n[*`\\"):
        text = _SIGNS.sub("", _LINK.sub(words, text))
    return " ".join(text.split())
