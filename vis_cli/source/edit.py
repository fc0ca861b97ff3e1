"""Changes to a YAML text that leave every other line and every other comment as they are.

A text goes in and a text comes out. Each result is read again and compared with the same change
made to the plain data; a difference raises EditError, and no text comes out at all.
A route that is not there raises KeyError; a text that cannot be read raises YamlFault.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from vis_cli.places import Route
from vis_cli.source.comments import Comment, comments, gaps, within
from vis_cli.source.form import canonical
from vis_cli.source.move import moved
from vis_cli.source.nodes import Node, compose
from vis_cli.source.proof import EditError, data_of, prove
from vis_cli.source.splice import Splice, Spot, inserted, removed, replaced, spot

__all__ = ["EditError", "add_key", "append_item", "apply_edits", "insert_item", "move_item", "remove", "set_value"]


def set_value(text: str, route: Route, value: Any) -> str:
    """Another value at a route that is there; the comment on its line stays."""
    value = _nfc(value)

    def change(data: Any) -> Any:
        if not route:
            return value
        holder = _held(data, route[:-1])
        _held(holder, route[-1:])
        holder[route[-1]] = value
        return data

    return _edited(text, route, change, lambda at, _: replaced(at, value))


def add_key(
    text: str,
    route_of_map: Route,
    key: str,
    value: Any,
    *,
    after: str | None = None,
    order: Sequence[str] | None = None,
) -> str:
    """A new key: directly after the key `after`, or by its rank in `order`, or last. KeyError where it is there."""
    value, key = _nfc(value), _nfc(key)
    index = 0

    def change(data: Any) -> Any:
        nonlocal index
        held = _held(data, route_of_map)
        if held is not None and (not isinstance(held, dict) or key in held):
            raise KeyError((*route_of_map, key))
        pairs = list((held or {}).items())
        index = _place(key, [name for name, _ in pairs], after, order)
        pairs.insert(index, (key, value))
        return _put(data, route_of_map, dict(pairs))

    return _edited(text, route_of_map, change, lambda at, whole: inserted(at, index, key, value, whole))


def append_item(text: str, route_of_list: Route, value: Any) -> str:
    """A new item at the end of a list, or as the first of an empty one."""
    return insert_item(text, route_of_list, None, value)


def insert_item(text: str, route_of_list: Route, index: int | None, value: Any) -> str:
    """A new item before the one at `index`; None is the end."""
    value = _nfc(value)
    place = 0

    def change(data: Any) -> Any:
        nonlocal place
        held = _held(data, route_of_list)
        if held is not None and not isinstance(held, list):
            raise KeyError(route_of_list)
        items = list(held or [])
        place = len(items) if index is None else index
        if not 0 <= place <= len(items):
            raise KeyError((*route_of_list, place))
        items.insert(place, value)
        return _put(data, route_of_list, items)

    return _edited(text, route_of_list, change, lambda at, whole: inserted(at, place, None, value, whole))


def remove(text: str, route: Route) -> str:
    """Without a key and its value, or without an item; the comment directly above it, at its indent, goes with it."""
    if not route:
        raise KeyError(route)
    *above, last = route

    def change(data: Any) -> Any:
        holder = _held(data, tuple(above))
        _held(holder, (last,))
        del holder[last]
        return data

    def plan(at: Spot, _: Any) -> list[Splice]:
        names = [name.value for name, _ in at.node.pairs]
        child = at.children()[names.index(str(last)) if names else int(last)]
        return removed(child, at)

    return _edited(text, tuple(above), change, plan)


def move_item(text: str, route_of_list: Route, index: int, to: int) -> str:
    """An item of a list at another place, its lines and its comments as they are; `to` is its index afterwards."""
    text, root = _ready(text)
    want = data_of(text)
    held = _held(want, route_of_list)
    for place in (index, to):
        if not isinstance(held, list) or place not in range(len(held)):
            raise KeyError((*route_of_list, place))
    held.insert(to, held.pop(index))
    result = moved(spot(text, root, route_of_list), index, to)
    prove(result, want, comments(text, root))
    return result


def apply_edits(text: str, edits: Iterable[tuple[Any, ...]]) -> str:
    """Several changes, one after the other: `[(append_item, ("members",), {"person": "exempel-person-a"}), …]`."""
    for edit, *arguments in edits:
        text = edit(text, *arguments)
    return text


def _edited(text: str, route: Route, change: Callable[[Any], Any], plan: Callable[[Spot, Any], list[Splice]]) -> str:
    text, root = _ready(text)
    want = change(data_of(text))
    splices = sorted(plan(spot(text, root, route), _held(want, route)), key=lambda splice: splice[:2])
    result, kept = _applied(text, comments(text, root), splices)
    prove(result, want, kept)
    return result


def _applied(text: str, found: list[Comment], splices: list[Splice]) -> tuple[str, list[Comment]]:
    """The new text, and the comments that are to be in it."""
    parts, kept, cursor = [], [], 0
    for start, end, words in splices:
        parts += [text[cursor:start], words]
        kept += within(found, cursor, start)
        cursor = end
    return "".join([*parts, text[cursor:]]), [*kept, *within(found, cursor, len(text))]


def _ready(text: str) -> tuple[str, Node]:
    """The text with an end to its last line, in a style that splices know, and its nodes."""
    data = data_of(text)
    root = compose(text)
    if not text.endswith("\n"):
        if repr(data_of(text + "\n")) != repr(data):  # a block text that keeps its last line end, and has none
            start = list(root.scalars())[-1].start
            header = re.compile(r"([|>])([1-9]?)[-+]?([1-9]?)").sub(r"\1\2\3-", text[start:], count=1)
            text = text[:start] + header
        text += "\n"
        root = compose(text)
    if _unusual(text, root):
        text = canonical(text)
        root = compose(text)
    return text, root


def _unusual(text: str, root: Node) -> bool:
    """Explicit keys (`? a`), and maps in a list in brackets without braces of their own (`[a: 1]`)."""
    if not re.search(r"(?:^|[\s\[{,-])\?\s|\[", text):
        return False
    for start, end in gaps(root):
        if "?" in re.sub(r"#[^\n]*", "", text[start : end if end >= 0 else len(text)]):
            return True
    return _braceless(text, root)


def _braceless(text: str, node: Node) -> bool:
    if node.kind == "map" and node.flow and text[node.start] != "{":
        return True
    return any(_braceless(text, child) for child in [*node.items, *(value for _, value in node.pairs)])


def _held(data: Any, route: Route) -> Any:
    for step in route:
        there = step in data if isinstance(data, dict) else isinstance(data, list) and step in range(len(data))
        if not there:
            raise KeyError(route)
        data = data[step]
    return data


def _put(data: Any, route: Route, value: Any) -> Any:
    if not route:
        return value
    _held(data, route[:-1])[route[-1]] = value
    return data


def _place(key: str, names: list[str], after: str | None, order: Sequence[str] | None) -> int:
    if after is not None:
        if after not in names:
            raise KeyError(after)
        return names.index(after) + 1
    if order is None or key not in order:
        return len(names)
    rank = {name: place for place, name in enumerate(order)}
    before = [place for place, name in enumerate(names) if rank.get(name, len(rank)) < rank[key]]
    if before:
        return before[-1] + 1
    return 0 if any(name in rank for name in names) else len(names)


def _nfc(value: Any) -> Any:
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value)
    if isinstance(value, dict):
        return {_nfc(name): _nfc(item) for name, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_nfc(item) for item in value]
    return value
