"""Markdown as vis reads it: CommonMark with tables; without HTML, images and links to anywhere but the web and mail."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

from vis_cli.errors import N_

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_SUSPECT = re.compile(r"<[A-Za-z/!?]|!\[|\]\(|\]:|```|~~~|\\[xuU]")
_HEADING = re.compile(r"^[\s>*+\-\d.)]*#|^[\s>]*(?:=+|-+)[ \t]*$", re.MULTILINE)


def suspect(text: str) -> bool:
    """Whether a YAML text can have a Markdown text with something refused in it; plain signs before the pattern."""
    plain = "<" in text or "`" in text or "~" in text or "\\" in text or "](" in text or "]:" in text or "![" in text
    return plain and bool(_SUSPECT.search(text))


def has_headings(text: str) -> bool:
    """Whether a Markdown text can have a heading."""
    return ("#" in text or "\n" in text) and bool(_HEADING.search(text))


SCHEMES = ("http:", "https:", "mailto:")
"""Where a link may lead."""

DEEPEST = 6
"""The deepest level of a heading."""


@dataclass(frozen=True, slots=True)
class MarkdownFault:
    """A fault at a line (1-based) of a Markdown text; `message` is a template and `values` what goes in."""

    line: int
    message: str
    values: Mapping[str, Any] = field(default_factory=dict)
    help: str = ""
    heading: bool = False
    """Whether it is about a heading: its level, its form, its words."""


@cache
def parser() -> "MarkdownIt":
    """The parser of every text. It sees HTML, images and strange links, so that they are named and not mistaken."""
    from markdown_it import MarkdownIt  # only the few texts that have something to be read load it

    found = MarkdownIt("commonmark", {"html": True}).enable("table")
    found.validateLink = lambda url: True  # type: ignore[method-assign]
    return found


def parse(text: str) -> "list[Token]":
    """The tokens of `text`."""
    return parser().parse(text)


def faults(text: str, *, shift: int = 0) -> list[MarkdownFault]:
    """What keeps `text` from being a field of type Markdown, in the order of its lines.

    `shift` is how many levels its headings are moved down where it is printed.
    """
    references: dict[str, Any] = {}
    tokens = parser().parse(text, references)
    found = [*_refused(tokens), *_headings(tokens, shift), *_open_fences(tokens, text)]
    found += [
        MarkdownFault(
            definition["map"][0] + 1,
            N_("the link target `{label}` is defined apart from its link"),
            {"label": label.lower()},
            N_("write the address in the link: [text](address)"),
        )
        for label, definition in references.get("references", {}).items()
    ]
    return sorted(found, key=lambda fault: fault.line)


def link_refused(url: str) -> bool:
    """Whether a link may not lead to `url`."""
    return not url.lower().startswith(SCHEMES)


def no_html(line: int, html: str) -> MarkdownFault:
    """The fault of raw HTML."""
    return MarkdownFault(
        line, N_("raw HTML: `{html}`"), {"html": _short(html)}, N_("write \\< where the sign itself is meant")
    )


def no_image(line: int) -> MarkdownFault:
    """The fault of an image."""
    return MarkdownFault(line, N_("an image"), {}, N_("attach the image as a file, and link to it"))


def no_such_link(line: int, url: str) -> MarkdownFault:
    """The fault of a link that leads elsewhere than to the web or to mail."""
    help_ = N_("a link begins with https:, http: or mailto:")
    return MarkdownFault(line, N_("a link to `{url}`"), {"url": _short(url)}, help_)


def empty_heading(line: int) -> MarkdownFault:
    """The fault of a heading without a text."""
    return MarkdownFault(line, N_("an empty heading"), {}, N_("give it a text, or remove it"), heading=True)


def level_skipped(line: int, level: int, above: int) -> MarkdownFault:
    """The fault of a heading more than one level below the one before it; `above` is 0 for the first."""
    message = (
        N_("a heading of level {level} follows level {above}") if above else N_("the first heading is of level {level}")
    )
    help_ = N_("use the levels in order: #, ##, ###")
    return MarkdownFault(line, message, {"level": level, "above": above}, help_, heading=True)


def with_lines(tokens: "Sequence[Token]") -> "Iterator[tuple[int, Token]]":
    """Every token, those inside a line too, with the line (1-based) of the text where it stands."""
    line = 1
    for token in tokens:
        if token.map:
            line = token.map[0] + 1
        yield line, token
        inner = line
        for child in token.children or ():
            yield inner, child
            inner += child.type in ("softbreak", "hardbreak")


def _refused(tokens: "Sequence[Token]") -> Iterator[MarkdownFault]:
    for line, token in with_lines(tokens):
        if token.type in ("html_block", "html_inline"):
            yield no_html(line, token.content)
        elif token.type == "image":
            yield no_image(line)
        elif token.type == "link_open" and link_refused(url := str(token.attrs["href"])):
            yield no_such_link(line, url)


def _headings(tokens: "Sequence[Token]", shift: int) -> Iterator[MarkdownFault]:
    above = 0
    for i, token in enumerate(tokens):
        if token.type != "heading_open" or not token.map:
            continue
        line, level = token.map[0] + 1, int(token.tag[1])
        if not token.markup.startswith("#"):
            help_ = N_("begin the line with # for a heading; leave a line empty before a rule")
            yield MarkdownFault(line, N_("a heading made by a line under it"), {}, help_, heading=True)
        elif not tokens[i + 1].content.strip():
            yield empty_heading(line)
        if level > above + 1:
            yield level_skipped(line, level, above)
        if level + shift > DEEPEST:
            most = DEEPEST - shift
            message = N_("a heading of level {level}, where {most} is the deepest")
            yield MarkdownFault(line, message, {"level": level, "most": most}, heading=True)
        above = level


def _open_fences(tokens: "Sequence[Token]", text: str) -> Iterator[MarkdownFault]:
    lines = text.split("\n")
    for token in tokens:
        if token.type == "fence" and token.map:
            first, end = token.map
            last = re.sub(r"^[\s>]*", "", lines[end - 1]).rstrip() if end - 1 > first else ""
            if not (last.startswith(token.markup) and not last.strip(token.markup[0])):
                help_ = N_("end it with a line of {sign}")
                yield MarkdownFault(first + 1, N_("code that has no end"), {"sign": token.markup}, help_)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 40 else f"{line[:39]}…"
