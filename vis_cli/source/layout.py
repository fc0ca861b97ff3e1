"""A YAML text as entries that carry their comments, so that they can be ordered and written anew."""

import math
import re
from bisect import bisect_left
from dataclasses import dataclass, field

from vis_cli.source.comments import COMMENT, HEADER, comments, dash
from vis_cli.source.emit import WIDTH, flow_text, key, quoted
from vis_cli.source.nodes import Node
from vis_cli.source.yaml import resolve

BLANK = "\0"
"""Stands for a blank line among comments; a text cannot hold it."""

_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_FIGURE = re.compile(r"-?[0-9]+\.[0-9]+\Z")


@dataclass(slots=True)
class Entry:
    """A pair or an item (or the whole text): its value, what is in it, and the comments that belong to it."""

    node: Node
    key: Node | None = None
    shape: str = "scalar"
    """How the value is written: `scalar`, `flow` (on one line) or `block`."""
    lead: list[str] = field(default_factory=list)
    """Comments and blank lines above it."""
    beside_head: str = ""
    """The comment on the line of the key or the dash, where the value stands below."""
    below_head: list[str] = field(default_factory=list)
    """Comments between the key or the dash and the value."""
    beside: str = ""
    """The comment on the line of the value."""
    beside_at: int = -1
    below: list[tuple[str, bool]] = field(default_factory=list)
    """Deeper comments under a value that is no block; and whether they continue the comment beside it."""
    entries: list["Entry"] = field(default_factory=list)
    tail: list[str] = field(default_factory=list)
    """Comments at the end of its entries, at their indent."""


@dataclass(slots=True)
class _Mark:
    text: str
    column: int
    beside: str  # the spaces before it, where it stands beside something
    blank: bool  # a blank line comes before it


def layout(text: str, root: Node) -> Entry:
    """The text as entries."""
    return _Layout(text, root).whole()


def token(text: str, node: Node, *, flow: bool = False) -> str:
    """A scalar on one line, in canonical quotes; a figure keeps its decimals."""
    if node.style or text[node.start : node.start + 1] in ("'", '"'):
        return quoted(node.value, flow=flow)
    value = resolve(node.value)
    if isinstance(value, str):
        return quoted(value, flow=flow)
    return node.value if isinstance(value, float) and _FIGURE.match(node.value) else flow_text(value)


def on_one_line(text: str, node: Node) -> str:
    """A list or map in brackets, with the usual spaces."""
    if node.kind == "map":
        pairs = (f"{key(name.value, flow=True)}: {on_one_line(text, value)}" for name, value in node.pairs)
        return "{" + ", ".join(pairs) + "}"
    if node.kind == "list":
        return "[" + ", ".join(on_one_line(text, item) for item in node.items) + "]"
    return token(text, node, flow=True)


class _Layout:
    """One walk over the nodes, in the order of the text; every comment is given to an entry on the way."""

    def __init__(self, text: str, root: Node) -> None:
        self.text = text
        self.root = Entry(root)
        self.comments = [comment.start for comment in comments(text, root)]
        self.cursor = 0
        self.host: Entry | None = None  # what a comment on the same line belongs to
        self.host_has_value = False

    def whole(self) -> Entry:
        root = self.root
        if root.node.kind == "scalar" or root.node.flow:
            self.gap(root, root.node.start, root.lead)
        self.value(root, 0)
        self.gap(root, len(self.text), root.tail)
        return root

    def value(self, entry: Entry, column: int) -> None:
        """The value of an entry, whose own entries are to stand at `column`."""
        node = entry.node
        self.host, self.host_has_value = entry, node.empty
        if node.empty:
            return
        if node.kind != "scalar" and not node.flow:
            entry.shape = "block"
            self.children(entry, column)
            return
        if entry is not self.root:
            for mark in self.marks(node.start)[0]:
                if not self.beside(mark):
                    entry.below_head.append(mark.text)
        self.host_has_value = True
        if node.kind == "list" or node.kind == "map":
            self.brackets(entry, column)
            return
        self.cursor = node.end
        found = HEADER.match(self.text, node.start) if node.style in ("|", ">") else None
        if found and found["comment"]:
            entry.beside = found["space"] + found["comment"].rstrip()

    def brackets(self, entry: Entry, column: int) -> None:
        """A list or map in brackets: on one line, or as a block where it is too long or has comments inside."""
        node = entry.node
        entry.shape = "flow"
        if self.fits(entry, column):
            self.cursor = node.end
            return
        if node.pairs or node.items:
            entry.shape = "block"
            self.host_has_value = False
            self.cursor = node.start + (self.text[node.start] in "[{")
            self.children(entry, column)
            self.gap(entry, node.end, entry.tail)
            return
        for mark in self.marks(node.end)[0]:
            if not self.beside(mark):
                entry.below.append((mark.text, False))

    def fits(self, entry: Entry, column: int) -> bool:
        node = entry.node
        if bisect_left(self.comments, node.end) > bisect_left(self.comments, node.start):
            return False
        if entry is not self.root and not entry.beside_head and not entry.below_head:
            column += len(key(entry.key.value)) if entry.key else 0
        return column + len(on_one_line(self.text, node)) <= WIDTH

    def children(self, owner: Entry, column: int) -> None:
        node = owner.node
        pairs: list[tuple[Node | None, Node]] = [*node.pairs] or [(None, item) for item in node.items]
        for name, value in pairs:
            child = Entry(value, name)
            start = name.start if name else value.start
            if name is None and not node.flow:
                start = dash(self.text, self.cursor if owner.entries else node.start)
            self.gap(owner, start, child.lead)
            if not owner.entries and child.lead[:1] == [BLANK]:
                del child.lead[0]
            self.cursor = name.end if name else start + (not node.flow)
            owner.entries.append(child)
            self.value(child, column + 2)

    def gap(self, owner: Entry, end: int, nearest: list[str]) -> None:
        """Give the comments before `end` away: to what stands before them, by their indent, or to `nearest`."""
        depth: float = math.inf
        homes: tuple[list[str] | None, Entry] = nearest, owner
        marks, blank = self.marks(end)
        for mark in marks:
            if self.beside(mark):
                continue
            deep, home, entry = self.home(owner, mark.column, nearest)
            if deep > depth:  # after a comment further out, none is at home further in
                home, entry = homes
            depth, homes = min(deep, depth), (home, entry)
            words = [BLANK, mark.text] if mark.blank else [mark.text]
            if home is None:
                entry.below += [(word, word != BLANK and mark.column == entry.beside_at) for word in words]
            else:
                home += words
        if blank:
            nearest.append(BLANK)

    def home(self, owner: Entry, column: int, nearest: list[str]) -> tuple[int, list[str] | None, Entry]:
        """How deep and in what list a comment at `column` is at home; no list: below the entry."""
        depth, home = 0, nearest
        while owner.entries and column > self.column(owner.node):
            owner, depth = owner.entries[-1], depth + 1
            if owner.shape != "block":
                return depth, None, owner
            home = owner.tail
            if column <= self.column(owner.node):
                break
        return depth, home, owner

    def column(self, node: Node) -> float:
        return math.inf if node.flow else node.start - self.text.rfind("\n", 0, node.start) - 1

    def marks(self, end: int) -> tuple[list[_Mark], bool]:
        """The comments from the cursor to `end`, and whether a blank line comes after them; the cursor moves on."""
        found, place = [], self.cursor
        for hit in COMMENT.finditer(self.text, self.cursor, end):
            between = self.text[place : hit.start()]
            beside = ""
            if place == self.cursor and place and "\n" not in between:
                beside = between[len(between.rstrip(" \t")) :] or "  "
            column = hit.start() - self.text.rfind("\n", 0, hit.start()) - 1
            found.append(_Mark(hit[0].rstrip(), column, beside, bool(_BLANK_LINE.search(between))))
            place = hit.end()
        blank = bool(_BLANK_LINE.search(self.text, place, end))
        self.cursor = max(self.cursor, end)
        return found, blank

    def beside(self, mark: _Mark) -> bool:
        """Give a comment to what stands on its line, where there is room for it."""
        host = self.host
        if not mark.beside or host is None:
            return False
        if self.host_has_value and not host.beside:
            host.beside, host.beside_at = mark.beside + mark.text, mark.column
        elif not self.host_has_value and not host.beside_head and host is not self.root:
            host.beside_head = mark.beside + mark.text
        else:
            return False
        return True
