"""The geometry of the organisation chart: boxes and lines in numbers, laid out as a hanging tree in two columns.

What is and what is to be stands to the left, each body below the one that it reports to and further in. The forums
that are to be replaced stand to the right, beside the body that they report to, with an arrow to those that take over.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Any

LEFT, TOP, BOX, INDENT, GAP = 24.0, 92.0, 430.0, 30.0, 12.0
GUTTER, OLD = 170.0, 460.0
WIDTH = LEFT * 2 + BOX + GUTTER + OLD
NAME, SMALL = 16.0, 13.0
_LINE, _NOTE = 20.0, 17.0
_LETTER = 0.62
"""How wide a letter is at the most on the average, in its own size; with some to spare for other fonts than ours."""
_GLYPH = 30.0
_LANE, _SPINE = 9.0, 8.0


@dataclass(frozen=True, slots=True)
class Item:
    """A body to draw: what it is called and said to be, below which it stands, and to which it passes."""

    id: str
    name: str
    status: str
    notes: tuple[str, ...]
    says: str
    """All of it in words, for whoever cannot see the lines."""
    old: bool
    depth: int
    above: str | None
    """The body that it reports to, where that is drawn."""
    passes_to: tuple[str, ...]


@dataclass(slots=True)
class _Placed:
    item: Item
    x: float
    y: float
    width: float
    lines: list[str]
    notes: list[str]
    height: float = field(init=False)

    def __post_init__(self) -> None:
        self.height = 14 + _LINE * len(self.lines) + _NOTE * len(self.notes)

    @property
    def middle(self) -> float:
        return self.y + self.height / 2

    @property
    def right(self) -> float:
        return self.x + self.width


def shape(items: Sequence[Item]) -> dict[str, Any]:
    """The chart as plain data for the template; the items in reading order."""
    placed: dict[str, _Placed] = {}
    y = TOP
    for item in _by_top([item for item in items if not item.old]):
        y = _place(placed, item, LEFT, BOX, y)
    lowest, y = y, TOP
    anchors = _anchors(items, placed)
    for item in sorted((item for item in items if item.old), key=lambda item: anchors[item.id]):
        if item.above in placed and not placed[item.above].item.old:
            y = max(y, placed[item.above].y)
        y = _place(placed, item, LEFT + BOX + GUTTER, OLD, y)
    ordered = [placed[item.id] for item in items]
    spines = {id: number % 5 for number, id in enumerate(dict.fromkeys(item.above for item in items if item.old))}
    return {
        "width": WIDTH,
        "bottom": max(lowest, y),
        "boxes": [_box(one) for one in ordered],
        "lines": [line for one in ordered for line in _above(one, placed, spines)],
        "arrows": list(_arrows(ordered, placed)),
        "olds": any(item.old for item in items),
        "old_x": LEFT + BOX + GUTTER,
    }


def wrapped(text: str, width: float, size: float) -> list[str]:
    """The text in lines that fit, broken between words."""
    most = max(int(width / (size * _LETTER)), 8)
    lines: list[str] = []
    for word in text.split():
        if lines and len(lines[-1]) + 1 + len(word) <= most:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines or [""]


def _place(placed: dict[str, _Placed], item: Item, left: float, width: float, y: float) -> float:
    """Put the item at `y`; where the next one goes."""
    inset = min(INDENT * item.depth, width / 2)
    room = width - inset - _GLYPH - 14
    notes = [line for note in item.notes for line in wrapped(note, room, SMALL)]
    one = _Placed(item, left + inset, y, width - inset, wrapped(item.name, room, NAME), notes)
    placed[item.id] = one
    return y + one.height + GAP


def _by_top(items: Sequence[Item]) -> list[Item]:
    """Bodies of one tree together, in reading order: what reports to an old group is a tree of its own."""
    tops: dict[str, str] = {}
    for item in items:
        tops[item.id] = tops.get(item.above or "", item.id)
    order = {top: number for number, top in enumerate(dict.fromkeys(tops.values()))}
    return sorted(items, key=lambda item: order[tops[item.id]])


def _anchors(items: Sequence[Item], placed: Mapping[str, _Placed]) -> dict[str, float]:
    """Where the body to the left stands that each old group hangs on; those that hang on none come last.

    Old groups below an old group stay below it, since they come after it in reading order.
    """
    found: dict[str, float] = {}
    for item in items:
        if item.old:
            above = item.above or ""
            found[item.id] = placed[above].y if above in placed else found.get(above, float("inf"))
    return found


def _box(one: _Placed) -> dict[str, Any]:
    first = one.y + 7 + NAME
    return {
        "x": _n(one.x),
        "y": _n(one.y),
        "width": _n(one.width),
        "height": _n(one.height),
        "status": one.item.status,
        "says": one.item.says,
        "glyph_x": _n(one.x + 17),
        "glyph_y": _n(one.middle),
        "text_x": _n(one.x + _GLYPH + 2),
        "lines": [{"text": text, "y": _n(first + _LINE * number)} for number, text in enumerate(one.lines)],
        "notes": [
            {"text": text, "y": _n(first + _LINE * (len(one.lines) - 1) + _NOTE * number)}
            for number, text in enumerate(one.notes, 1)
        ],
    }


def _above(one: _Placed, placed: Mapping[str, _Placed], spines: Mapping[str | None, int]) -> Iterator[str]:
    """The line from the body that one reports to; each of those has a spine of its own to the old groups."""
    over = placed.get(one.item.above or "")
    if over is None:
        return
    if over.item.old == one.item.old:
        x = over.x + INDENT / 2
        yield f"M{_n(x)} {_n(over.y + over.height)}V{_n(one.middle)}H{_n(one.x)}"
    elif one.item.old:
        x = LEFT + BOX + GUTTER - 18 - _SPINE * spines[one.item.above]
        yield f"M{_n(over.right)} {_n(over.middle)}H{_n(x)}V{_n(one.middle)}H{_n(one.x)}"


def _arrows(ordered: Sequence[_Placed], placed: Mapping[str, _Placed]) -> Iterator[dict[str, str]]:
    """From each old group to those that take over, each of those with a lane of its own."""
    lanes: dict[str, float] = {}
    free, ends = count(1), count()
    for one in ordered:
        for number, id in enumerate(one.item.passes_to):
            to = placed.get(id)
            if to is None or to.item.old == one.item.old:
                continue
            lane = lanes.setdefault(id, to.right + 14 + _LANE * (next(free) % 9))
            start, end = one.middle + 8 + 4 * (number % 3), to.middle + 5 * ((next(ends) % 3) - 1)
            side = LEFT + BOX
            way = f"M{_n(one.x)} {_n(start)}H{_n(max(lane, side + 14))}V{_n(end)}H{_n(to.right + 7)}"
            head = f"M{_n(to.right)} {_n(end)}l9 -4.5v9z"
            yield {"way": way, "head": head}


def _n(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
