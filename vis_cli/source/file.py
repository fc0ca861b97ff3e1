"""One file read: its text, its plain data, and the place of any value in it."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from vis_cli.diagnostics import Diagnostic, Label
from vis_cli.errors import N_
from vis_cli.places import Route, Span, span_at
from vis_cli.source.nodes import Node, compose, compose_to, locate
from vis_cli.source.text import MENDABLE, decode
from vis_cli.source.yaml import YamlFault, parse


@dataclass(slots=True)
class YamlFile:
    """A file that was read as YAML. The node tree is made when a place is first asked for."""

    path: str
    text: str
    data: Any
    """What the text says, until the loader has made entities of it."""
    revision: str = ""
    """The commit that it was read from, in short, where it is compared with what is there now."""
    _root: Node | None = field(default=None, repr=False)
    _top: Node | None = field(default=None, repr=False)
    """The beginning of the tree, as far as the first place that was asked for."""

    @property
    def root(self) -> Node:
        """The node tree of the text."""
        if self._root is None:
            self._root = compose(self.text)
        return self._root

    def span(self, route: Route, *, at_key: bool = False) -> Span:
        """Where `route` is, or else the nearest thing above it that exists."""
        root = self._as_far_as(str(route[0])) if route else self.root
        found = locate(self.path, self.text, root, route, at_key=at_key)
        return replace(found, revision=self.revision) if self.revision else found

    def _as_far_as(self, key: str) -> Node:
        """The tree as far as a key at least; whole, and kept, when a second one is further down."""
        if self._root is None and self._top is None:
            self._top = compose_to(self.text, key)
        if self._root is None and self._top is not None and self._top.child(key):
            return self._top
        return self.root


def read(path: str, data: bytes, known: tuple[Any] | None = None) -> tuple[YamlFile | None, list[Diagnostic]]:
    """The file, and what is wrong with its text; no file where that keeps it from being understood.

    What it holds may be `known` already, of a text that nothing is wrong with.
    """
    if known:
        return YamlFile(path, data.decode(), known[0]), []
    text, found = decode(path, data)
    if any(item.code not in MENDABLE for item in found):
        return None, found
    try:
        value, faults = parse(text)
    except YamlFault as fault:
        faults = [fault]
    if faults:
        return None, [*found, *_diagnostics(path, text, faults)]
    return YamlFile(path, text, value), found


def _diagnostics(path: str, text: str, faults: list[YamlFault]) -> Iterator[Diagnostic]:
    twice = any(fault.code == "VIS010" for fault in faults)
    firsts = dict(_firsts(compose(text))) if twice else {}
    for fault in faults:
        first = firsts.get(fault.start) if fault.code == "VIS010" else None
        at_first = first and Label(span_at(path, text, first.start, first.end), N_("it stands here first"))
        span = span_at(path, text, fault.start, fault.end)
        related = (at_first,) if at_first else ()
        yield Diagnostic(fault.code, "error", span, fault.message, fault.values, fault.help, related)


def _firsts(node: Node) -> Iterator[tuple[int, Node]]:
    """(offset, first key of the same name) of every key that stands again in its map."""
    seen: dict[str, Node] = {}
    for key, value in node.pairs:
        if (first := seen.setdefault(key.value, key)) is not key:
            yield key.start, first
        yield from _firsts(value)
    for item in node.items:
        yield from _firsts(item)
