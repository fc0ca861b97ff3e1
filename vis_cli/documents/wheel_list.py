"""The list beside the annual wheel: every ring with its letter and what is on it, set in lines that fit."""

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from vis_cli.documents.wheel_shape import Ring

_INK, _QUIET, _ACCENT = "#1c2226", "#57636b", "#0b4a5e"
_SIZES = (17.0, 16.0, 15.0, 14.0, 13.0, 12.0, 11.0, 10.0)
"""Sizes of type to try, until the list is no longer than the wheel is high."""
SHEET = 1000.0
"""How high the sheet is for the sizes of type; what is larger has larger type."""
_CHARACTER = 0.47
"""How wide a character is on the average, in parts of the size."""
_LOOKS = {
    "open": "Tom cirkel: planerat möte.",
    "filled": "Fylld cirkel: kallat eller genomfört.",
    "moved": "Streckad cirkel: flyttat.",
    "crossed": "Överstruken: inställt.",
    "some": "Streckad båge: någon gång under tiden.",
    "span": "Hel båge: hela tiden.",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """A paragraph of the list, with a number before it where the wheel has one."""

    number: str
    text: str


@dataclass(frozen=True, slots=True)
class Listed:
    """A ring with its paragraphs; `said` is the same in words, for the description, `rest` what is not drawn."""

    ring: Ring
    entries: tuple[Entry, ...]
    said: tuple[str, ...]
    rest: str = ""


def set_lines(
    title: str, listed: Sequence[Listed], notes: Sequence[str], *, left: float, width: float, height: float
) -> list[dict[str, Any]]:
    """The lines with their places: in the largest type in which all of them fit; in the least, as many as do."""
    for size in _SIZES:
        lines = list(_set(title, listed, notes, width / height * SHEET, size))
        if lines[-1]["y"] <= SHEET - 16:
            return [_scaled(line, left, height / SHEET) for line in lines]
    kept = [line for line in lines if line["y"] <= SHEET - 34]
    more = {**kept[-1], "y": kept[-1]["y"] + 15, "letter": "", "strong": False, "indent": 0, "ink": _QUIET}
    return [_scaled(line, left, height / SHEET) for line in (*kept, {**more, "text": "… mer i tabellerna"})]


def _scaled(line: dict[str, Any], left: float, by: float) -> dict[str, Any]:
    """A line in its place on a sheet that is larger than usual."""
    return {**line, "x": left, **{key: round(line[key] * by, 1) for key in ("y", "indent", "size")}}


def _set(
    title: str, listed: Sequence[Listed], notes: Sequence[str], width: float, size: float
) -> Iterator[dict[str, Any]]:
    y = 44.0

    def line(text: str, *, indent: float = 0, step: float, **more: Any) -> dict[str, Any]:
        nonlocal y
        y += step
        known = {"y": round(y, 1), "indent": indent, "text": text, "size": size, "ink": _INK}
        return {**known, "strong": False, "letter": "", "colour": "", **more}

    for i, text in enumerate(_wrapped(title, width, 24)):
        yield line(text, step=28 if i else 0, size=24.0, strong=True, ink=_ACCENT)
    y += 6
    for item in listed:
        for i, text in enumerate(_wrapped(item.ring.name, width - 30, size + 1)):
            letter = item.ring.letter if i == 0 else ""
            yield line(
                text,
                indent=30,
                step=size * 1.3 if i else size * 2.1,
                size=size + 1,
                strong=True,
                ink=item.ring.colour,
                letter=letter,
                colour=item.ring.colour,
            )
        for entry in item.entries:
            indent = 30 + (size * 1.6 if entry.number else 0)
            for i, text in enumerate(_wrapped(entry.text, width - indent, size)):
                if i == 0 and entry.number:
                    yield line(entry.number, indent=30, step=size * 1.35, strong=True, ink=item.ring.colour)
                    yield line(text, indent=indent, step=0)
                else:
                    yield line(text, indent=indent, step=size * (1.25 if i else 1.4))
        for text in _wrapped(item.rest, width - 30, size):
            yield line(text, indent=30, step=size * 1.35, ink=_QUIET)
    for note in notes:
        for i, text in enumerate(_wrapped(note, width, size)):
            yield line(text, step=size * (1.25 if i else 2))
    y += size
    for text in _wrapped(_key(listed), width, size - 1):
        yield line(text, step=size * 1.3, size=size - 1, ink=_QUIET)


def _key(listed: Sequence[Listed]) -> str:
    """What the marks mean, of those that are drawn."""
    marks = [mark for item in listed for mark in item.ring.marks]
    looks = {*(mark.look for mark in marks), *("moved" for mark in marks if mark.moved)}
    told = [words for look, words in _LOOKS.items() if look in looks]
    dots = bool(looks - {"span", "some"})
    return " ".join(["Siffran i en cirkel är dagen.", *told] if dots else told)


def _wrapped(text: str, width: float, size: float) -> list[str]:
    return textwrap.wrap(text, max(int(width / (size * _CHARACTER)), 12), break_on_hyphens=False)
