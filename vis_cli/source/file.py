"""One file read: its text, its plain data, and the place of any value in it."""

from dataclasses import dataclass, field
from typing import Any

from vis_cli.diagnostics import Diagnostic, Label
from vis_cli.errors import N_
from vis_cli.places import Route, Span, span_at
from vis_cli.source.nodes import Node, compose, locate
from vis_cli.source.text import MENDABLE, decode
from vis_cli.source.yaml import YamlFault, parse


@dataclass(slots=True)
class YamlFile:
    """A file that was read as YAML. The node tree is made when a place is first asked for."""

    path: str
    text: str
    data: Any
    """What the text says, until the loader has made entities of it."""
    _root: Node | None = field(default=None, repr=False)

    @property
    def root(self) -> Node:
        """The node tree of the text."""
        if self._root is None:
            self._root = compose(self.text)
        return self._root

    def span(self, route: Route, *, at_key: bool = False) -> Span:
        """Where `route` is, or else the nearest thing above it that exists."""
        return locate(self.path, self.text, self.root, route, at_key=at_key)


def read(path: str, data: bytes) -> tuple[YamlFile | None, list[Diagnostic]]:
    """The file, and what is wrong with its text; no file where that keeps it from being understood."""
    text, found = decode(path, data)
    if any(item.code not in MENDABLE for item in found):
        return None, found
    try:
        value, faults = parse(text)
    except YamlFault as fault:
        return None, [*found, _diagnostic(path, text, fault)]
    if faults:
        return None, [*found, *(_diagnostic(path, text, fault) for fault in faults)]
    return YamlFile(path, text, value), found


def _diagnostic(path: str, text: str, fault: YamlFault) -> Diagnostic:
    span = span_at(path, text, fault.start, fault.end)
    related: tuple[Label, ...] = ()
    if fault.code == "VIS010":
        first = _first_of(compose(text), fault.start)
        if first is not None:
            related = (Label(span_at(path, text, first.start, first.end), N_("it stands here first")),)
    return Diagnostic(fault.code, "error", span, fault.message, fault.values, fault.help, related)


def _first_of(node: Node, offset: int) -> Node | None:
    """The first key with the same name as the key at `offset`, in the map that holds that key."""
    for key, value in node.pairs:
        if key.start == offset:
            return next(other for other, _ in node.pairs if other.value == key.value)
        if value.start <= offset and (found := _first_of(value, offset)):
            return found
    return next((found for item in node.items if (found := _first_of(item, offset))), None)
