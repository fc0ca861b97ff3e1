"""Coverage as a picture: a table of signs, each state with a shape of its own, so that none is told by colour alone."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from vis_cli.documents.document import Picture
from vis_cli.facts.coverage_told import called, parts_of
from vis_cli.facts.expected import Found, State, Subject
from vis_cli.facts.titles import brief
from vis_cli.registry import Record

TEMPLATE = "matrix.svg.j2"
WIDTH, HEIGHT = 1188, 840
"""A sheet of A4 on its side."""
ROW, CELL, NAME = 18, 22, 190
_TOP, _HEAD, _LEFT, _GAP = 96, 118, 30, 26
_LONGEST = 30
_SHORT = {
    "ksa": "KSA",
    "gsa": "GSA",
    "local-consultation": "Lokalt samråd",
    "owner": "Förvaltare",
    "follow-up": "Uppföljning",
    "parties": "Parternas beslut",
    "annual-plan": "Årsplan",
    "mandate": "Uppdrag",
    "knowledge-link": "Kunskapsstyrning",
    "action-plan": "Handlingsplan",
}
_BLOCKS = (
    ("Områden", ("ksa", "gsa", "local-consultation")),
    ("Överenskommelser", ("owner", "follow-up", "parties")),
    ("Grupper", ("annual-plan", "mandate", "knowledge-link")),
    ("BUS-grupper", ("action-plan",)),
)
WORDS: Mapping[State, str] = {
    "there": "finns",
    "shared": "finns, delas",
    "inherited": "bara föregångarens känd",
    "excepted": "undantag",
    "missing": "saknas",
    "unknown": "inte känt",
}
_WORST: tuple[State, ...] = ("missing", "unknown", "inherited", "excepted", "shared", "there")


@dataclass(frozen=True, slots=True)
class _Column:
    name: str
    cells: Mapping[str, State]


def matrix(found: Sequence[Found], title: str) -> Picture | None:
    """The sheet of what is covered; None where nothing is expected, or there is more than a sheet can hold."""
    blocks = [block for name, keys in _BLOCKS for block in _split(*_block(found, name, keys))]
    placed, x, y, room = [], _LEFT, _TOP, HEIGHT - 60
    broadest = 0
    for name, columns, rows in blocks:
        height = _HEAD + ROW * len(rows)
        if y > _TOP and y + height > room:
            x, y, broadest = x + broadest + _GAP, _TOP, 0
        broadest = max(broadest, NAME + CELL * len(columns))
        placed.append(_placed(name, columns, rows, x, y))
        y += height + _GAP
    if not placed:
        return None
    width = max(WIDTH, x + broadest + 2 * _LEFT)
    height = max(HEIGHT, round(width * HEIGHT / WIDTH))
    used = [state for state in WORDS if any(cell["state"] == state for block in placed for cell in block["cells"])]
    key = [{"state": state, "word": WORDS[state], "x": _LEFT + 190 * i, "y": 66} for i, state in enumerate(used)]
    told = " ".join(f"{block['name']}: {len(block['rows'])} rader." for block in placed)
    context = {"width": width, "height": height, "title": title, "description": told, "blocks": placed, "key": key}
    context["row"] = ROW
    alt = f"{title}, som en tabell med tecken. Samma uppgifter står i tabellerna på sidorna efter."
    return Picture(TEMPLATE, context, alt)


def _block(found: Sequence[Found], name: str, keys: tuple[str, ...]) -> tuple[str, list[_Column], dict[str, str]]:
    """The columns of some expectations, and the rows that any of them has, by id."""
    columns, rows = [], {}
    for item in found:
        if item.expectation.key not in keys:
            continue
        for about, part in parts_of(item):
            cells: dict[str, State] = {}
            for subject in part.subjects:
                id = subject.record.id
                rows[id] = _name(subject)
                cells[id] = min(cells.get(id, "there"), subject.state, key=_WORST.index)
            label = _SHORT[item.expectation.key]
            if cells:
                columns.append(_Column(f"{label} {_number(about)}" if about else label, cells))
    return name, columns, rows


def _name(subject: Subject) -> str:
    """What a row is called: an agreement by its number first, since the names begin alike."""
    number = subject.record.entity.number if subject.record.kind == "agreement" else None
    return f"{number}. {called(subject)}" if number else called(subject)


def _number(agreement: Record[Any]) -> str:
    """The number of an agreement, or else its name."""
    number = agreement.entity.number
    return f"(nr {number})" if number else f"({brief(agreement)})"


def _split(
    name: str, columns: list[_Column], rows: dict[str, str]
) -> Iterator[tuple[str, list[_Column], dict[str, str]]]:
    """The block in as many as fit on the sheet below each other."""
    every, room = list(rows.items()), (HEIGHT - 60 - _TOP - _HEAD) // ROW
    most = max(-(-len(every) // -(-len(every) // room)), 1) if every else 1  # as many in each
    for first in range(0, len(every), most):
        yield name, columns, dict(every[first : first + most])


def _placed(name: str, columns: list[_Column], rows: dict[str, str], x: int, y: int) -> dict[str, Any]:
    top = y + _HEAD
    heads = [
        {"text": _cut(column.name, 24), "x": x + NAME + CELL * i + CELL // 2 + 4, "y": top - 8}
        for i, column in enumerate(columns)
    ]
    cells = [
        {
            "state": state,
            "x": x + NAME + CELL * i + CELL // 2,
            "y": top + ROW * j + ROW // 2,
            "title": f"{rows[id]}, {column.name}: {WORDS[state]}",
        }
        for j, id in enumerate(rows)
        for i, column in enumerate(columns)
        if (state := column.cells.get(id))
    ]
    lines = [
        {"text": _cut(text, _LONGEST), "y": top + ROW * j, "tinted": j % 2 == 0} for j, text in enumerate(rows.values())
    ]
    return {
        "name": name,
        "x": x,
        "y": y,
        "width": NAME + CELL * len(columns),
        "heads": heads,
        "rows": lines,
        "cells": cells,
    }


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
