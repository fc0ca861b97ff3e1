"""What a Markdown text holds that a document cannot show: HTML, images, links that lead elsewhere, stray headings."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

DEEPEST = 3
"""The deepest heading that has room below the headings of every document: a document has six levels."""

SUSPECT = re.compile(r"<[A-Za-z/!?]|!\[|\]\(|\]:|```|~~~|\\[xuU]")
"""Matches every YAML text in which a Markdown text holds something forbidden, and a few more."""

_HEADING = re.compile(r"^[\s>*+\-\d.)]*#|^[\s>]*(?:=+|-+)[ \t]*$", re.MULTILINE)
_SAFE = re.compile(r"(?:https?://[^/\s]|mailto:[^\s])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Finding:
    """A piece of Markdown: the HTML, the address of an image or a link, the label of a link target, the code."""

    kind: Literal["html", "image", "link", "target", "fence"]
    text: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a text, and the level of the one before it (0 for the first)."""

    text: str
    level: int
    above: int
    underlined: bool = False


def forbidden(text: str) -> Iterator[Finding]:
    """Raw HTML, images, links to anything but http, https and mailto, targets apart from their links, open code."""
    if not SUSPECT.search(text):
        return
    found: dict[str, Any] = {}
    tokens = _reader().parse(text, found)
    yield from _forbidden(tokens)
    for label in found.get("references", {}):
        yield Finding("target", label.lower())
    lines = text.split("\n")
    for token in tokens:
        if token.type == "fence" and token.map and not _ends(token, lines):
            yield Finding("fence", token.markup)


def headings(text: str) -> Iterator[Heading]:
    """The headings in it, in their order."""
    if not ("#" in text or "\n" in text) or not _HEADING.search(text):
        return
    above = 0
    for token, inline in pairwise(_reader().parse(text)):
        if token.type == "heading_open":
            level = int(token.tag[1:])
            yield Heading(inline.content, level, above, not token.markup.startswith("#"))
            above = level


def _forbidden(tokens: Iterable["Token"]) -> Iterator[Finding]:
    for token in tokens:
        if token.type in ("html_block", "html_inline"):
            yield Finding("html", token.content.strip())
        elif token.type == "image":
            yield Finding("image", str(token.attrs.get("src", "")))
        elif token.type == "link_open" and not _SAFE.match(address := str(token.attrs.get("href", ""))):
            yield Finding("link", address)
        yield from _forbidden(token.children or ())


def _ends(fence: "Token", lines: list[str]) -> bool:
    """Whether code that a line of signs begins is ended by another such line."""
    first, end = fence.map or [0, 0]
    last = re.sub(r"^[\s>]*", "", lines[end - 1]).rstrip() if end - 1 > first else ""
    return last.startswith(fence.markup) and not last.strip(fence.markup[0])


@cache
def _reader() -> "MarkdownIt":
    from markdown_it import MarkdownIt  # only the few texts that have something to be read load it

    class Reader(MarkdownIt):
        def validateLink(self, url: str) -> bool:  # noqa: N802 - the library's name
            """Read every link as one: a link that is left as text would not be found."""
            return True

    return Reader("commonmark").enable("table")
