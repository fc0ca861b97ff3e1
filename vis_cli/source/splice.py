"""Which stretches of a text to replace so that one value is set, added or removed, and nothing else changes."""

import re
from dataclasses import dataclass
from typing import Any

from vis_cli.places import Route
from vis_cli.source.comments import HEADER, dash
from vis_cli.source.editor_line import opening
from vis_cli.source.emit import WIDTH, entry, flow_text, key, lines
from vis_cli.source.nodes import Node

Splice = tuple[int, int, str]
"""Replace `text[start:end]` by a string."""

_COMMA = re.compile(r"(?:[ \t\n]|#[^\n]*)*,")
_REST = re.compile(r"[ \t]*(,?)[ \t]*(?:#[^\n]*)?\n")
_COLON = re.compile(r"[ \t]*:")


@dataclass(frozen=True, slots=True)
class Spot:
    """A value in its text: the node, what it belongs to, and its head (`key:` or the dash)."""

    text: str
    node: Node
    parent: Node | None = None
    index: int = 0
    flow: bool = False
    """Inside brackets, where line breaks and indents mean nothing."""

    @property
    def key(self) -> Node | None:
        """The key, where it is a map's value."""
        return self.parent.pairs[self.index][0] if self.parent and self.parent.kind == "map" else None

    @property
    def start(self) -> int:
        """Where the key or the dash begins."""
        if self.key:
            return self.key.start
        if self.parent is None or self.parent.flow:
            return self.node.start
        before = self.parent.items[self.index - 1].end if self.index else self.parent.start
        return dash(self.text, before)

    @property
    def head_end(self) -> int:
        """Just after the colon or the dash."""
        if self.key:
            colon = _COLON.match(self.text, self.key.end)
            return colon.end() if colon else self.key.end
        return self.start if self.parent is None or self.parent.flow else self.start + 1

    @property
    def end(self) -> int:
        """Just after the value, or after the head where there is none."""
        return self.head_end if self.node.empty and not self.flow else self.node.end

    @property
    def block(self) -> bool:
        """A map or list written with indents."""
        return self.node.kind != "scalar" and not self.node.flow

    def children(self) -> list["Spot"]:
        """The values of the map or list, in the order of the text."""
        flow = self.flow or self.node.flow
        values = [value for _, value in self.node.pairs] or self.node.items
        return [Spot(self.text, value, self.node, index, flow) for index, value in enumerate(values)]


def spot(text: str, root: Node, route: Route) -> Spot:
    """The value that a route leads to. KeyError where there is none."""
    found = Spot(text, root)
    for step in route:
        names: list[Any] = [name.value for name, _ in found.node.pairs] or list(range(len(found.node.items)))
        wanted = str(step) if found.node.kind == "map" else step
        if wanted not in names:
            raise KeyError(route)
        found = found.children()[names.index(wanted)]
    return found


def replaced(at: Spot, value: Any) -> list[Splice]:
    """Another value in the place of this one."""
    text, node = at.text, at.node
    if at.flow:
        colon = "" if not at.key or ":" in text[at.key.end : node.start] else ":"
        space = " " if node.empty and text[node.start - 1 : node.start] not in (" ", "[", "\n") else ""
        return [(node.start, node.end, colon + space + flow_text(value))]
    if at.parent is None:
        first, *rest = lines(value, 0, blocks=not _deeper_below(text, node.end, 0))
        lone = _alone(text, node.start)
        start = _line_start(text, node.start) if lone else node.start
        return _in_line(text, start, node, first if lone else "\n" + first, rest)
    column = _column(text, at.start)
    head = text[at.key.start : at.key.end] + ":" if at.key else "-"
    later = "\n" in text[at.head_end : node.start]
    begin = _lead(text, node.start, _column(text, node.start), _line_end(text, at.head_end)) if later else 0
    # A comment that came to stand below a block text, as deep as its lines, would become part of it.
    blocks = not _deeper_below(text, at.end, column) and "#" not in text[_line_end(text, at.head_end) : begin]
    first, *rest = entry(head, value, column, blocks=blocks)
    first = first[column + len(head) :].strip()
    if node.empty:
        return [_after(at.head_end, first), _below(text, at.head_end, rest)]
    if later and at.block:
        return [
            _after(at.head_end, first),
            _below(text, at.head_end, rest),
            (begin, _line_end(text, node.end), ""),
        ]
    if later and isinstance(value, (dict, list)) and value:
        first, *rest = lines(value, _column(text, node.start), blocks=blocks)
        first = first.lstrip()
    elif not later and (not first or at.key is None):  # what is below must stand in line with what is beside the dash
        return _in_line(text, at.head_end, node, " " + first if first else "", rest)
    return _in_line(text, node.start, node, first, rest)


def inserted(at: Spot, index: int, name: str | None, value: Any, whole: Any) -> list[Splice]:
    """A further pair (`name`) or item before the child at `index`; `whole` is what the map or list is to become."""
    text, node, children = at.text, at.node, at.children()
    if node.kind == "scalar" or (not children and "#" not in text[node.start : node.end]):
        return replaced(at, whole)
    if node.flow:
        piece = f"{key(name, flow=True)}: {flow_text(value)}" if name is not None else flow_text(value)
        if not at.flow and not _fits(at, piece, value):
            return replaced(at, whole)
        if not children:
            return [(node.start + 1, node.start + 1, piece)]
        if index == 0:
            return [(children[0].start, children[0].start, piece + ", ")]
        end = children[index - 1].end
        return [(end, end, ", " + piece)]
    column = _column(text, node.start)
    rows = entry("-" if name is None else f"{key(name)}:", value, column)
    if index:
        place = _tail(text, children[index - 1].end, column)
        return [(place, place, _joined(rows))]
    start = children[0].start
    if not _alone(text, start):
        return [(start, start, _joined(rows).lstrip() + " " * column)]
    place = _lead(text, start, column, _line_end(text, at.head_end) if at.parent else 0)
    if place == opening(text):  # a comment that opens the file is about the file
        place = _line_start(text, start)
    return [(place, place, _joined(rows))]


def removed(at: Spot, owner: Spot) -> list[Splice]:
    """Neither this value nor its key or dash; `owner` is the map or list that holds it."""
    text, siblings = at.text, owner.children()
    if at.flow:
        return _removed_in_flow(at, siblings)
    column = _column(text, at.start)
    stop = _tail(text, at.end, column)
    if len(siblings) == 1:
        token = "{}" if at.key else "[]"
        if not _alone(text, at.start):
            return [(at.start, stop - 1, token)]
        begin = _lead(text, at.start, column, _line_end(text, owner.head_end) if owner.parent else 0)
        if owner.parent is None:
            return [(begin, stop, token + "\n")]
        return [_after(owner.head_end, token), (begin, stop, "")]
    if not _alone(text, at.start):
        follower = siblings[1].start
        if not text[stop:follower].strip():
            return [(at.start, follower, "")]
        return [(len(text[: at.start].rstrip(" ")), stop - 1, "")]
    if at.index:
        floor = _line_end(text, siblings[at.index - 1].end)
    else:
        floor = _line_end(text, owner.head_end) if owner.parent else 0
    begin = _lead(text, at.start, column, floor)
    follows_text = at.index and _keeps_blanks(text, siblings[at.index - 1].node)
    blank_above = begin == 0 or text.endswith("\n\n", 0, begin)
    while (blank_above or follows_text) and text.startswith("\n", stop):
        stop += 1
    if stop == len(text):
        while begin > floor and text[begin - 2 : begin] == "\n\n":
            begin -= 1
    return [(begin, stop, "")]


def stretch(at: Spot, owner: Spot) -> tuple[int, int]:
    """From where to where an item stands: in a block with all of its lines and the comments that are about it."""
    if owner.node.flow:
        return at.start, at.end
    if not _alone(at.text, owner.node.start):
        return at.start, _tail(at.text, at.end, _column(at.text, at.start))
    column, floor = _column(at.text, at.start), _line_end(at.text, owner.head_end) if owner.parent else 0
    return _lead(at.text, at.start, column, floor), _tail(at.text, at.end, column)


def _removed_in_flow(at: Spot, siblings: list[Spot]) -> list[Splice]:
    text = at.text
    rest = _REST.match(text, at.end)
    if rest and _alone(text, at.start) and (rest[1] or at.index + 1 == len(siblings)):
        floor = _line_end(text, siblings[at.index - 1].end) if at.index else 0
        return [(_lead(text, at.start, _column(text, at.start), floor), rest.end(), "")]
    if at.index + 1 < len(siblings):
        follower = siblings[at.index + 1].start
        if "#" not in text[at.end : follower]:
            return [(at.start, follower, "")]
    elif at.index and "#" not in text[siblings[at.index - 1].end : at.start]:
        return [(siblings[at.index - 1].end, at.end, "")]
    comma = _COMMA.match(text, at.end)
    return [(at.start, at.end, ""), *([(comma.end() - 1, comma.end(), "")] if comma else [])]


def _fits(at: Spot, piece: str, value: Any) -> bool:
    """Whether brackets that hold `piece` too are still one short line; with comments inside they stay as they are."""
    held = at.text[at.node.start : at.node.end]
    if "#" in held:
        return True
    if (isinstance(value, (dict, list)) and value) or (isinstance(value, str) and "\n" in value):
        return False
    return "\n" in held or _column(at.text, at.node.end) + len(piece) + 2 <= WIDTH


def _in_line(text: str, start: int, node: Node, first: str, rest: list[str]) -> list[Splice]:
    """`first` where the value was, the rest below its last line; the comment on a block text's first line stays."""
    header = HEADER.match(text, node.start) if node.style in ("|", ">") else None
    kept = header["space"] + header["comment"] if header and header["comment"] else ""
    return [(start, node.end, first + kept), _below(text, node.end, rest)]


def _after(offset: int, words: str) -> Splice:
    return offset, offset, " " + words if words else ""


def _below(text: str, offset: int, rows: list[str]) -> Splice:
    place = _line_end(text, offset)
    return place, place, _joined(rows)


def _joined(rows: list[str]) -> str:
    return "".join(row + "\n" for row in rows)


def _tail(text: str, offset: int, column: int) -> int:
    """The line after what ends at `offset` in a block at `column`, and after the deeper comments that follow it."""
    place = scan = _line_end(text, offset)
    while scan < len(text):
        stop = _line_end(text, scan)
        words = text[scan:stop].lstrip(" ")
        if words.startswith("#") and stop - scan - len(words) > column:
            place = stop
        elif words.strip():
            break
        scan = stop
    return place


def _deeper_below(text: str, offset: int, column: int) -> bool:
    return _tail(text, offset, column) > _line_end(text, offset)


def _lead(text: str, offset: int, column: int, floor: int) -> int:
    """Where the comment begins that stands directly above, at the same indent and not above `floor`."""
    place, floor = _line_start(text, offset), max(floor, opening(text))
    while place > floor:
        above = _line_start(text, place - 1)
        if above < floor or not text.startswith(" " * column + "#", above):
            break
        place = above
    return place


def _keeps_blanks(text: str, node: Node) -> bool:
    """Whether blank lines that came to stand after the node would belong to it (`|+`)."""
    last = list(node.scalars())[-1:]
    return bool(last) and last[0].style in ("|", ">") and "+" in text[last[0].start : last[0].start + 3]


def _alone(text: str, offset: int) -> bool:
    return not text[_line_start(text, offset) : offset].strip()


def _column(text: str, offset: int) -> int:
    return offset - _line_start(text, offset)


def _line_start(text: str, offset: int) -> int:
    return text.rfind("\n", 0, offset) + 1


def _line_end(text: str, offset: int) -> int:
    """The beginning of the next line."""
    end = text.find("\n", offset)
    return len(text) if end < 0 else end + 1
