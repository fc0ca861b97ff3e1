"""The text of an agreement as it is read: the numbers of its sections and clauses, and the references between them.

A text refers to a section, a clause or a definition of its agreement by its id: `[](#kostnader)` stands for
"avsnitt 3", "punkt 3.2" or the term, `[som sägs om kostnader](#kostnader)` for those words and the number after them.
The ids of all three are one namespace in an agreement.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from vis_cli.facts.markdown import parse, with_lines
from vis_cli.model.agreement import Agreement
from vis_cli.model.values import ID_PATTERN
from vis_cli.places import Route

Kind = Literal["section", "clause", "definition"]

_ID = ID_PATTERN.strip("^$")
_LINK = re.compile(rf"\[((?:[^\[\]\\]|\\.)*)\]\(#({_ID})\)", re.DOTALL)
_SIGNS = re.compile(r"([\\`*_{}\[\]<>#|~!&])")
_SENTENCE_ENDS = re.compile(r"(\w{3,})[.!?]\s+\Z")
_PARAGRAPH_BEGINS = re.compile(r"(?:\A|\n[ \t]*\n)[ \t]*(?:[-*+]|\d+[.)])?[ \t]*\Z|\n[ \t]*(?:[-*+]|\d+[.)])[ \t]+\Z")
_ABBREVIATED = frozenset(("enl", "jfr", "resp", "dvs", "exkl", "inkl", "max", "min", "kap", "art", "bil"))


@dataclass(frozen=True, slots=True)
class Number:
    """What an id of an agreement leads to, and what it is called in print."""

    kind: Kind
    text: str
    """`3` for a section, `3.2` for a clause, the term for a definition."""

    @property
    def words(self) -> str:
        """As a sentence names it: `avsnitt 3`, `punkt 3.2`, the term."""
        return {"section": f"avsnitt {self.text}", "clause": f"punkt {self.text}"}.get(self.kind, self.text)


@dataclass(frozen=True, slots=True)
class ClauseReference:
    """A reference in a text: the line (1-based) and the offsets where it stands, its own words if any, and its id."""

    line: int
    start: int
    end: int
    words: str
    id: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A text of an agreement, where it stands, and the id of what it belongs to."""

    route: Route
    text: str
    id: str


def ids(agreement: Agreement) -> Iterator[tuple[str, Kind, Route]]:
    """(id, what it is, the route to it) of every section, clause and definition, in the order of the text."""
    for i, section in enumerate(agreement.sections):
        yield section.id, "section", ("sections", i, "id")
        for j, definition in enumerate(section.definitions):
            yield definition.id, "definition", ("sections", i, "definitions", j, "id")
        for j, clause in enumerate(section.clauses):
            yield clause.id, "clause", ("sections", i, "clauses", j, "id")


def numbers(agreement: Agreement) -> Mapping[str, Number]:
    """What every id of the text leads to; sections are numbered 1, 2, 3, the clauses of the third 3.1, 3.2, 3.3."""
    found: dict[str, Number] = {}
    for i, section in enumerate(agreement.sections, 1):
        found.setdefault(section.id, Number("section", f"{i}"))
        for definition in section.definitions:
            found.setdefault(definition.id, Number("definition", definition.term))
        for j, clause in enumerate(section.clauses, 1):
            found.setdefault(clause.id, Number("clause", f"{i}.{j}"))
    return found


def passages(agreement: Agreement) -> Iterator[Passage]:
    """Every Markdown text of its sections, in order: the texts in which there can be references."""
    for i, section in enumerate(agreement.sections):
        if section.text is not None:
            yield Passage(("sections", i, "text"), section.text, section.id)
        for j, definition in enumerate(section.definitions):
            yield Passage(("sections", i, "definitions", j, "meaning"), definition.meaning, definition.id)
        for j, clause in enumerate(section.clauses):
            yield Passage(("sections", i, "clauses", j, "text"), clause.text, clause.id)


def references(text: str) -> tuple[ClauseReference, ...]:
    """The references of a Markdown text, in its order; what only looks like one, in code, is none."""
    if "](#" not in text:
        return ()
    candidates = list(_LINK.finditer(text))
    # Each is given an address of its own, so that the parser of Markdown tells which of them are links.
    lines: dict[str, int] = {}
    for line, token in with_lines(parse(_with_addresses(text, "#:{}"))):
        if token.type == "link_open":
            lines[str(token.attrs["href"])] = line
    return tuple(
        ClauseReference(lines[f"#:{i}"], match.start(), match.end(), match[1], match[2])
        for i, match in enumerate(candidates)
        if f"#:{i}" in lines
    )


def mentioned(text: str) -> frozenset[str]:
    """The ids that a text refers to, quicker than `references`; one that only stands in code is here too."""
    return frozenset(match[2] for match in _LINK.finditer(text)) if "](#" in text else frozenset()


def resolve(agreement: Agreement, text: str) -> str:
    """The Markdown text with its references in words; one to an id that is not there stays as it is written."""
    found = references(text)
    known = numbers(agreement) if found else {}
    for reference in reversed(found):
        if number := known.get(reference.id):
            words = _in_words(reference, number, text[: reference.start])
            text = f"{text[: reference.start]}{words}{text[reference.end :]}"
    return text


def with_web_links(text: str) -> str:
    """The text with links to the web in place of its references: for what is to judge all else in it."""
    return _with_addresses(text, "https://{}") if "](#" in text else text


def _with_addresses(text: str, address: str) -> str:
    count = -1

    def other(match: re.Match[str]) -> str:
        nonlocal count
        count += 1
        return f"[{match[1]}]({address.format(count)})"

    return _LINK.sub(other, text)


def _in_words(reference: ClauseReference, number: Number, before: str) -> str:
    if number.kind == "definition":
        return reference.words or _SIGNS.sub(r"\\\1", number.words)
    if reference.words:
        return f"{reference.words} ({number.words})"
    return number.words.capitalize() if _begins_sentence(before) else number.words


def _begins_sentence(before: str) -> bool:
    if _PARAGRAPH_BEGINS.search(before):
        return True
    end = _SENTENCE_ENDS.search(before)
    return end is not None and end[1].lower() not in _ABBREVIATED
