"""The geometry of the annual wheel: from rings with marks on their days to shapes in numbers, none over another.

The year runs clockwise from the top, where a gap holds the names of the rings. Marks of a ring that are too near each
other stand in lanes beside each other; the wheel is made larger, not closer, when it has many.
"""

import datetime as dt
import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from vis_cli.documents.swedish import MONTHS

HUB, BAND, RADIUS = 104.0, 36.0, 478.0
"""The least hole in the middle; the width of the band of months; the least radius of it all."""
GAP = 7.0
"""Degrees on each side of the top that no day has."""
DOTS = ((15.5, 0.7), (14.0, 0.7), (12.5, 0.7), (11.0, 0.7), (11.0, 3.0), (11.0, 6.0))
"""Sizes of marks to try, and how far along each may be moved, in its own size; with the last the wheel grows until
all have room."""
_SPACE = 1.5
_WIDEST_LANE = 58.0
_LETTER, _WIDEST_WORDS = 0.54, 150.0
"""How wide a letter is at the most on the average, in its own size; how many degrees words may go round."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Something on a ring, on a day or in a stretch of days. `text` stands in it, `title` says what it is."""

    first: dt.date
    last: dt.date
    text: str
    title: str
    look: Literal["open", "filled", "crossed", "key", "span", "some"]
    moved: bool = False
    label: str = ""
    """What is written along a stretch that is long enough for it."""


@dataclass(frozen=True, slots=True)
class Ring:
    """A ring: a letter that names it on the wheel, its colour, its marks."""

    letter: str
    name: str
    colour: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class _Placed:
    mark: Mark
    lane: int
    start: float
    end: float


def shape(year: int, rings: Sequence[Ring]) -> dict[str, Any]:
    """The wheel around the point 0, 0, as plain data for the template; `rings` from the middle outwards."""
    for dot, nudge in DOTS:
        lane, lanes = 2 * dot + 5, list(_laid(year, rings, dot, nudge))
        total = max(sum(number for _ring, _placed, number in lanes), 1)
        if HUB + lane * total + BAND <= RADIUS:
            break
    radius = max(RADIUS, HUB + lane * total + BAND)
    width = min(_WIDEST_LANE, (radius - BAND - HUB) / total)
    hub = radius - BAND - width * total
    outer = hub + width * total
    return {
        "year": str(year),
        "radius": round(outer + BAND, 1),
        "hub": _n(hub),
        "scale": _n(min(hub / HUB, 2.4)),
        "month_size": _n(18 * radius / RADIUS),
        "months": [_month(year, number, hub, outer) for number in range(1, 13)],
        "dot": dot,
        "rings": list(_rings(lanes, hub, width, dot)),
    }


def _laid(year: int, rings: Iterable[Ring], dot: float, nudge: float) -> Iterator[tuple[Ring, list[_Placed], int]]:
    """Every ring with its marks in lanes, and how many lanes these are."""
    inner = HUB
    for ring in rings:
        placed = _lanes(year, ring.marks, inner + dot, dot, nudge)
        number = max((item.lane for item in placed), default=0) + 1
        yield ring, placed, number
        inner += (2 * dot + 5) * number


def _rings(
    lanes: Iterable[tuple[Ring, list[_Placed], int]], inner: float, width: float, dot: float
) -> Iterator[dict[str, Any]]:
    for index, (ring, placed, number) in enumerate(lanes):
        outer = inner + width * number
        middle = inner + (outer - inner) / 2
        yield {
            "letter": ring.letter,
            "name": ring.name,
            "colour": ring.colour,
            "middle": _n(middle),
            "tinted": index % 2 == 0,
            "band": _sector(inner, outer, GAP, 360 - GAP),
            "marks": [_drawn(item, inner + width * (item.lane + 0.5), dot) for item in placed],
        }
        inner = outer


def _lanes(year: int, marks: Iterable[Mark], radius: float, dot: float, nudge: float) -> list[_Placed]:
    """Every mark in the first lane in which it meets no other; moved along a little rather than to another lane."""
    found: list[_Placed] = []
    ends: list[float] = []
    half = math.degrees((dot + _SPACE) / radius)
    for mark in sorted(marks, key=lambda item: (item.first, item.last, item.text)):
        start, end = _angles(year, mark, half)
        limit = min(_month_end(year, mark) + half, 360 - GAP) if mark.look not in ("span", "some") else end
        lane, by = next(
            (
                (lane, by)
                for lane, taken in enumerate(ends)
                if math.radians(by := max(0.0, taken - start)) * radius <= nudge * dot and end + by <= limit
            ),
            (len(ends), 0.0),
        )
        ends[lane : lane + 1] = [end + by]
        found.append(_Placed(mark, lane, start + by, end + by))
    return found


def _month_end(year: int, mark: Mark) -> float:
    """The end of the month of a mark: it is moved along no further, or it would be read as of the next."""
    month = mark.first.month
    return angle(year, dt.date(year + month // 12, month % 12 + 1, 1))


def _angles(year: int, mark: Mark, half: float) -> tuple[float, float]:
    first, last = angle(year, mark.first), angle(year, mark.last, end=True)
    if mark.look in ("span", "some") and last - first >= 2 * half:
        return first, last
    middle = min(max((first + last) / 2, GAP + half), 360 - GAP - half)
    return middle - half, middle + half


def angle(year: int, day: dt.date, *, end: bool = False) -> float:
    """Where a day begins (or ends) on the wheel, in degrees from the top; a day of another year at the edge."""
    first = dt.date(year, 1, 1)
    length = (dt.date(year, 12, 31) - first).days + 1
    passed = min(max((day - first).days + end, 0), length)
    return GAP + (360 - 2 * GAP) * passed / length


def _drawn(item: _Placed, radius: float, dot: float) -> dict[str, Any]:
    mark = item.mark
    middle = (item.start + item.end) / 2
    x, y = _point(radius, middle)
    bar = mark.look in ("span", "some")
    return {
        "x": x,
        "y": y,
        "text": mark.text,
        "title": mark.title,
        "look": mark.look,
        "moved": mark.moved,
        "bar": _sector(radius - dot + 1, radius + dot - 1, item.start + 0.4, item.end - 0.4) if bar else "",
        "size": _n(dot * (0.85 if len(mark.text) > 2 else 1.08)),
        "drop": _n(dot * 0.37),
        "along": _along(item, radius, dot) if bar else None,
    }


def _month(year: int, number: int, hub: float, outer: float) -> dict[str, Any]:
    first = angle(year, dt.date(year, number, 1))
    last = angle(year, dt.date(year + number // 12, number % 12 + 1, 1)) if number < 12 else 360 - GAP
    (a, b), (c, d) = _point(hub, first), _point(outer, first)
    return {
        "name": MONTHS[number - 1],
        "id": f"m{number}",
        "even": number % 2 == 0,
        "band": _sector(outer, outer + BAND, first, last),
        "arc": _arc(outer + BAND / 2, first, last, 18),
        "line": f"M{a} {b}L{c} {d}",
    }


def _along(item: _Placed, radius: float, dot: float) -> dict[str, Any] | None:
    """The words along a stretch and the line that they follow; None where the stretch is too short for them."""
    text, size = f"{item.mark.text}  {item.mark.label}", _n(dot * 0.95)
    middle, wide = (item.start + item.end) / 2, math.degrees(len(text) * size * _LETTER / radius)
    if not item.mark.label or wide > min(item.end - item.start - 4, _WIDEST_WORDS):
        return None
    reach = (min(item.end - item.start, _WIDEST_WORDS)) / 2
    return {"text": text, "size": size, "arc": _arc(radius, middle - reach, middle + reach, size)}


def _arc(radius: float, start: float, end: float, size: float) -> str:
    """The line under words of a size in the middle of a band, so that in the lower half too they stand upright."""
    under = 90 < (start + end) / 2 < 270
    base = radius + size * (0.34 if under else -0.34)
    (a, b), (c, d) = _point(base, end if under else start), _point(base, start if under else end)
    return f"M{a} {b}A{_n(base)} {_n(base)} 0 0 {0 if under else 1} {c} {d}"


def _sector(inner: float, outer: float, start: float, end: float) -> str:
    """The path of a part of a ring."""
    large = 1 if end - start > 180 else 0
    (a, b), (c, d) = _point(outer, start), _point(outer, end)
    (e, f), (g, h) = _point(inner, end), _point(inner, start)
    r, s = _n(outer), _n(inner)
    return f"M{a} {b}A{r} {r} 0 {large} 1 {c} {d}L{e} {f}A{s} {s} 0 {large} 0 {g} {h}Z"


def _point(radius: float, degrees: float) -> tuple[float, float]:
    turn = math.radians(degrees)
    return _n(radius * math.sin(turn)), _n(-radius * math.cos(turn))


def _n(value: float) -> float:
    """Two decimals, and no minus before zero: the same on every machine."""
    return round(value, 2) + 0.0


def numbered(mark: Mark, number: int) -> Mark:
    """The mark with its number in the list."""
    return replace(mark, text=str(number))
