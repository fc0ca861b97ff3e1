"""The canonical form of a YAML text, as `vis fmt` writes it: the same data and comments, in one style."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

from vis_cli.places import Route
from vis_cli.source.comments import comments
from vis_cli.source.editor_line import is_editor_line
from vis_cli.source.emit import inline, key, quoted
from vis_cli.source.layout import BLANK, Entry, layout, on_one_line, token
from vis_cli.source.nodes import Node, compose
from vis_cli.source.proof import EditError, data_of, prove
from vis_cli.source.yaml import resolve

KeyOrder = Callable[[Route, Sequence[str]], Sequence[str]]
"""Given the route of a map and the keys in it, the keys in the order wanted; keys left out come last."""

_NO_BLANK = "\1"
_START = re.compile(r"((?:[ \t]*(?:#[^\n]*)?\n)*)---(?=[ \n]|\Z)")


def canonical(text: str, key_order: KeyOrder | None = None) -> str:
    """The text in canonical form: the same data and comments. A text that cannot be read raises YamlFault."""
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n"))
    want = data_of(text)
    text = _START.sub(r"\1   ", text, count=1) if _START.match(text) else text
    root = compose(text)
    entry, found = layout(text, root), comments(text, root)
    if key_order is not None:
        _order(entry, (), key_order)
        want = _ordered(want, (), key_order)
    result = _finished([*_above(entry.lead, 0), *_root(text, entry), *_above(entry.tail, 0)])
    prove(result, want, found)
    if Counter(it.text for it in found) != Counter(it.text for it in comments(result, compose(result))):
        raise EditError("the canonical text has a comment too many")
    return result


def _root(text: str, entry: Entry) -> list[str]:
    if entry.shape == "block":
        return _inside(text, entry, 0)
    first, *rest = _content(text, entry, 0, 2)
    return [first + entry.beside, *rest, *_above([words for words, _ in entry.below], 0)]


def _inside(text: str, entry: Entry, column: int) -> list[str]:
    below = [line for child in entry.entries for line in _written(text, child, column)]
    if entry.tail and column:
        below += _above(entry.tail, column)
    return below


def _written(text: str, entry: Entry, column: int) -> list[str]:
    """The lines of a pair or an item whose head stands at `column`, with its comments."""
    pad, inner = " " * column, " " * (column + 2)
    head = pad + (f"{key(entry.key.value)}:" if entry.key else "-")
    above, between = _above(entry.lead, column), _above(entry.below_head, column + 2)
    if entry.shape == "block":
        inside = _inside(text, entry, column + 2)
        if entry.key or entry.beside_head or between or entry.entries[0].lead:
            return [*above, head + entry.beside_head, *between, *inside]
        return [*above, f"{head} {inside[0][column + 2 :]}", *inside[1:]]
    if entry.beside_head or between:
        above += [head + entry.beside_head, *between]
        head = inner
    elif not entry.node.empty:
        head += " "
    first, *rest = _content(text, entry, len(head), column + 2)
    margin = len(head + first) + len(entry.beside) - len(entry.beside.lstrip())
    below = []
    for words, continued in entry.below:
        place = column if rest else margin if continued else column + 2
        below += _above([words], place)
    return [*above, head + first + entry.beside, *rest, *below]


def _above(words: list[str], column: int) -> list[str]:
    return [line if line == BLANK else " " * column + line for line in words]


def _content(text: str, entry: Entry, column: int, below: int) -> list[str]:
    """A scalar, or brackets, that begin at `column`; the further lines of a block text begin at `below`."""
    node = entry.node
    if node.empty:
        return [""]
    if entry.shape == "flow":
        return [on_one_line(text, node)]
    if node.style in ("|", ">"):
        return _block_text(text, node, below)
    if node.style or isinstance(resolve(node.value), str):
        return inline(node.value, column, below)
    return [token(text, node)]


def _block_text(text: str, node: Node, column: int) -> list[str]:
    """A block text as it is, but for its indent."""
    body = node.value.rstrip("\n")
    if not body.strip(" \n"):
        return [quoted(node.value)]
    rows = text[node.start : node.end].split("\n")[1:]
    indent = _indent(rows) - _indent(body.split("\n"))
    rows = [row[indent:] for row in rows]
    while not rows[-1]:
        rows.pop()
    ends = len(node.value) - len(body)
    header = node.style + ("2" if next(row for row in rows if row).startswith(" ") else "")
    lines = [" " * column + row if row else "" for row in rows]
    if ends < 2:
        return [header + ("" if ends else "-"), *lines]
    return [header + "+", *lines, *[""] * (ends - 1), _NO_BLANK]


def _indent(rows: list[str]) -> int:
    first = next(row for row in rows if row.strip(" "))
    return len(first) - len(first.lstrip(" "))


def _finished(rows: list[str]) -> str:
    """The rows as a text: no blank line at its ends, two in a row, or where it would become part of a block text."""
    lines: list[str] = []
    previous = BLANK
    for row in rows:
        if row == BLANK and previous in (BLANK, _NO_BLANK):
            continue
        if row != _NO_BLANK:
            lines.append(row)
        previous = row
    while lines[-1] == BLANK:
        lines.pop()
    return "".join("\n" if line == BLANK else line + "\n" for line in lines)


def _order(entry: Entry, route: Route, key_order: KeyOrder) -> None:
    if entry.shape == "flow":
        _order_in_flow(entry.node, route, key_order)
        return
    names = [child.key.value for child in entry.entries if child.key]
    for index, child in enumerate(entry.entries):
        _order(child, (*route, child.key.value if child.key else index), key_order)
    wanted = _sorted(names, route, key_order)
    if wanted == names:
        return
    first = entry.entries[0]
    if BLANK in first.lead:  # comments set off by a blank line are about the whole, not about the first key
        cut = len(first.lead) - first.lead[::-1].index(BLANK)
        opening, first.lead = first.lead[:cut], first.lead[cut:]
    else:
        cut = 1 if first.lead and is_editor_line(first.lead[0]) else 0
        opening, first.lead = first.lead[:cut], first.lead[cut:]
    entry.entries.sort(key=lambda child: wanted.index(child.key.value) if child.key else 0)
    first = entry.entries[0]
    while first.lead[:1] == [BLANK]:
        del first.lead[0]
    first.lead[:0] = opening


def _order_in_flow(node: Node, route: Route, key_order: KeyOrder) -> None:
    for name, value in node.pairs:
        _order_in_flow(value, (*route, name.value), key_order)
    for index, item in enumerate(node.items):
        _order_in_flow(item, (*route, index), key_order)
    wanted = _sorted([name.value for name, _ in node.pairs], route, key_order)
    node.pairs.sort(key=lambda pair: wanted.index(pair[0].value))


def _ordered(data: Any, route: Route, key_order: KeyOrder) -> Any:
    if isinstance(data, dict):
        names = _sorted(list(data), route, key_order)
        return {name: _ordered(data[name], (*route, name), key_order) for name in names}
    if isinstance(data, list):
        return [_ordered(item, (*route, index), key_order) for index, item in enumerate(data)]
    return data


def _sorted(names: list[str], route: Route, key_order: KeyOrder) -> list[str]:
    rank = {name: place for place, name in enumerate(key_order(route, names) if names else ())}
    return sorted(names, key=lambda name: rank.get(name, len(rank)))
