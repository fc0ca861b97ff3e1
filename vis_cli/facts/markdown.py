"""What a Markdown text holds that a document cannot show: HTML, images, links that lead elsewhere, deep headings."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.token import Token

DEEPEST = 3
"""The deepest heading that still has room below the headings of a document: it has six levels."""

SUSPECT = re.compile(r"<[A-Za-z/!?]|!\[|\]\(|\]:|\\[xuU]")
"""Matches every YAML text in which a Markdown text holds something forbidden, and a few more."""

DEEP = re.compile(r"####|\\[xuU]")
"""Matches every YAML text in which a Markdown text has a heading that is too deep, and a few more."""

_SAFE = re.compile(r"(?:https?://[^/\s]|mailto:[^\s])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Finding:
    """A piece of Markdown: the HTML itself, the address of a link or an image, the words of a heading."""

    kind: Literal["html", "image", "link", "heading"]
    text: str
    level: int = 0
    """The level of a heading."""


def forbidden(text: str) -> Iterator[Finding]:
    """Raw HTML, images, and links to anything but http, https and mailto."""
    if SUSPECT.search(text):
        yield from _forbidden(_reader().parse(text))


def headings(text: str) -> Iterator[Finding]:
    """The headings in it."""
    tokens = _reader().parse(text)
    for token, inline in pairwise(tokens):
        if token.type == "heading_open":
            yield Finding("heading", inline.content, int(token.tag[1:]))


def _forbidden(tokens: Iterable[Token]) -> Iterator[Finding]:
    for token in tokens:
        if token.type in ("html_block", "html_inline"):
            yield Finding("html", token.content.strip())
        elif token.type == "image":
            yield Finding("image", str(token.attrs.get("src", "")))
        elif token.type == "link_open" and not _SAFE.match(address := str(token.attrs.get("href", ""))):
            yield Finding("link", address)
        yield from _forbidden(token.children or ())


class _Reader(MarkdownIt):
    def validateLink(self, url: str) -> bool:  # noqa: N802 - the library's name
        """Read every link as one: a link that is left as text would not be found."""
        return True


@cache
def _reader() -> MarkdownIt:
    return _Reader("commonmark").enable("table")
