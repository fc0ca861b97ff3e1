"""Where every key and value of a YAML text stands: the second pass, made only where a place is needed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

from vis_cli.places import Route, Span, span_at
from vis_cli.source.events import (
    CParser,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)
from vis_cli.source.text import MAX_LINE

_COLON = re.compile(r"[ \t]*:")


@dataclass(slots=True)
class Node:
    """A scalar, map or list of the text, with the offsets at which its content begins and ends.

    `end` is just after the last character of content: blank lines and comments that follow are not part of it.
    """

    kind: Literal["scalar", "map", "list"]
    start: int
    end: int
    flow: bool = False
    value: str = ""
    style: str = ""
    pairs: list[tuple["Node", "Node"]] = field(default_factory=list)
    items: list["Node"] = field(default_factory=list)
    _by_key: dict[str, tuple["Node", "Node"]] | None = field(default=None, repr=False, compare=False)

    @property
    def empty(self) -> bool:
        """A key without a value has a value of no width."""
        return self.kind == "scalar" and self.start == self.end

    def child(self, step: str | int) -> tuple["Node | None", "Node"] | None:
        """The (key, value) that one step of a route leads to."""
        if self.kind == "map":
            if self._by_key is None:  # of keys that stand twice, the first
                self._by_key = {pair[0].value: pair for pair in reversed(self.pairs)}
            return self._by_key.get(str(step))
        if self.kind == "list" and isinstance(step, int) and 0 <= step < len(self.items):
            return None, self.items[step]
        return None

    def scalars(self) -> Iterator["Node"]:
        """Every scalar in it, keys too, in the order of the text."""
        if self.kind == "scalar":
            yield self
        for key, value in self.pairs:
            yield key
            yield from value.scalars()
        for item in self.items:
            yield from item.scalars()


def compose(text: str) -> Node:
    """The node tree of a text that `parse` accepts."""
    get = CParser(text).get_event
    get()
    if type(get()) is StreamEndEvent:
        return Node("scalar", 0, 0)
    return _node(text, get, get())


def compose_to(text: str, key: str) -> Node | None:
    """The node tree of such a text as far as the first `key` of its outermost map; None where that is not there.

    Most places that are shown are near the top of their files, and there can be thousands of them: to make and keep the
    whole tree of each file takes as long as to read it.
    """
    get = CParser(text).get_event
    get()
    if type(get()) is StreamEndEvent or type(event := get()) is not MappingStartEvent:
        return None
    node = Node("map", event.start_mark.index, event.start_mark.index, bool(event.flow_style))
    while type(event := get()) is not MappingEndEvent:
        name = _node(text, get, event)
        node.pairs.append((name, _node(text, get, get())))
        if name.value == key:
            return node
    return None


def _node(text: str, get: Any, event: Any) -> Node:
    if type(event) is ScalarEvent:
        _, _, _, value, start_mark, end_mark, style = event
        start, end = start_mark.index, end_mark.index
        if style in ("|", ">"):
            end = _block_end(text, start, end, value)
        return Node("scalar", start, end, value=value, style=style or "")
    start, end = event.start_mark.index, event.end_mark.index
    if type(event) is MappingStartEvent:
        node = Node("map", start, end, bool(event.flow_style))
        while type(event := get()) is not MappingEndEvent:
            key = _node(text, get, event)
            node.pairs.append((key, _node(text, get, get())))
        last = node.pairs[-1][1] if node.pairs else None
    elif type(event) is SequenceStartEvent:
        node = Node("list", start, end, bool(event.flow_style))
        while type(event := get()) is not SequenceEndEvent:
            node.items.append(_node(text, get, event))
        last = node.items[-1] if node.items else None
    else:  # an alias, in a text that was refused; it has a place all the same
        return Node("scalar", start, end)
    if node.flow or last is None:
        node.end = event.end_mark.index
    elif last.empty and node.pairs:
        key_end = node.pairs[-1][0].end
        colon = _COLON.match(text, key_end)
        node.end = colon.end() if colon else key_end
    elif last.empty:
        node.end = text.rfind("-", node.start, max(last.start, node.start + 1)) + 1
    else:
        node.end = last.end
    return node


def _block_end(text: str, start: int, end: int, value: str) -> int:
    """Just after the last line of a block text: its end mark is past the blank lines that follow it.

    With `|+` those blank lines belong to the text.
    """
    lines = text[start:end].split("\n")
    if "+" in lines[0].split("#")[0]:
        return end - (len(lines) > 1 and not lines[-1])
    last = value.rstrip("\n").rpartition("\n")[2]
    spaces = len(last) if last.isspace() else MAX_LINE  # a last line of nothing but spaces is text too
    while len(lines) > 1 and not lines[-1].strip() and len(lines[-1]) <= spaces:
        lines.pop()
    return start + len("\n".join(lines))


def find(root: Node, route: Route) -> tuple[Node | None, Node, Route]:
    """The (key, value) that a route leads to, or the nearest thing above it that exists, and the steps not found."""
    key: Node | None = None
    node = root
    for index, step in enumerate(route):
        found = node.child(step)
        if found is None:
            return key, node, route[index:]
        key, node = found
    return key, node, ()


def names_at(root: Node, offset: int) -> tuple[str, ...]:
    """What leads to the value or key at an offset, in words that stay when lines and items are put in before it.

    An item of a list is named by its id, or by itself where it is a scalar; any other only by being one.
    """
    names: list[str] = []
    node = root
    while True:
        if node.kind == "map":
            inside = next(((key, value) for key, value in node.pairs if key.start <= offset <= value.end), None)
            if inside is None:
                return tuple(names)
            names.append(inside[0].value)
            if offset <= inside[0].end:
                return tuple(names)
            node = inside[1]
        elif node.kind == "list":
            item = next((item for item in node.items if item.start <= offset <= item.end), None)
            if item is None:
                return tuple(names)
            names.append(_name(item))
            node = item
        else:
            return tuple(names)


def names_of(root: Node, route: Route) -> tuple[str, ...]:
    """A route in the same words."""
    names: list[str] = []
    node: Node | None = root
    for step in route:
        found = node.child(step) if node else None
        node = found[1] if found else None
        names.append(_name(node) if isinstance(step, int) and node else str(step))
    return tuple(names)


def _name(item: Node) -> str:
    own = item if item.kind == "scalar" else (item.child("id") or (None, None))[1]
    return f"= {own.value}" if own else "-"


def locate(path: str, text: str, root: Node, route: Route, *, at_key: bool = False) -> Span:
    """Where to point for a route: the value; its key where the value is a block, is empty, or `at_key` is asked."""
    key, node, _ = find(root, route)
    block = node.kind != "scalar" and not node.flow
    if key is not None and (at_key or block or node.empty):
        return span_at(path, text, key.start, key.end)
    if block and node.kind == "map" and node.pairs:
        first = node.pairs[0][0]
        return span_at(path, text, first.start, first.end)
    if block and node.kind == "list":
        return span_at(path, text, node.start, node.start + 1)
    return span_at(path, text, node.start, min(node.end, _line_end(text, node.start)))


def _line_end(text: str, offset: int) -> int:
    end = text.find("\n", offset)
    return len(text) if end < 0 else end
