"""The annual wheel (*årshjul*): what of a year is drawn on it, and the list beside it that says what is what."""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any

from vis_cli.documents.document import Picture
from vis_cli.documents.swedish import MONTHS, listing, numeral
from vis_cli.documents.wheel_list import SHEET, Entry, Listed, set_lines
from vis_cli.documents.wheel_shape import Mark, Ring, numbered, shape
from vis_cli.documents.year_words import called, goal_areas, group_name, when_in_year
from vis_cli.facts.dated import OF_AGREEMENTS, Dated, within
from vis_cli.facts.terms import possible
from vis_cli.facts.year import Year
from vis_cli.facts.year_plans import year_of
from vis_cli.model.meeting import Meeting
from vis_cli.registry import Record, Registry

TEMPLATE = "wheel.svg.j2"

BODIES = ("#0b4a5e", "#8a3b12", "#4a2f7a", "#1d5e2f", "#8c1d40", "#3d4a00", "#1f3f8a", "#6b2d5c")
"""Colours of bodies: on white, and white on them, each can be read (WCAG AA)."""
AGREEMENTS, POINTS, WORK = "#5a4a00", "#8c1d40", "#2f4858"
MOST_RINGS = 8
"""So many bodies have a ring of their own; of more, those of one type share one."""
MOST_ACTIVITIES = 10
_DATES = ("decision-point", "pre-meeting", "report", "funds", "event", "group-ends")
_TYPES = {
    "steering": "Styrgrupper",
    "consultation": "Samrådsgrupper",
    "secretariat": "Processledningen",
    "forum": "Övriga fora",
    "working": "Arbetsgrupper",
    "project": "Projekt",
}


def wheel(registry: Registry, year: Year, title: str) -> Picture:
    """The wheel of a year, with its list to the right: as broad as a sheet of A4 on its side."""
    listed = list(_rings(registry, year))
    drawn = shape(year.year, [item.ring for item in reversed(listed)])
    height = round(max(SHEET, 2 * drawn["radius"] + 24), 1)
    width = round(height * 297 / 210, 1)
    lines = set_lines(
        title, listed, _notes(year), left=round(height * 1.01, 1), width=width - height * 1.03, height=height
    )
    text = [f"{item.ring.name}: {listing(item.said)}." for item in listed if item.said]
    context = {
        "width": width,
        "height": height,
        "centre": round(height / 2, 1),
        "middle": round(height / 2, 1),
        "title": title,
        "description": " ".join(text) or "Inga datum är kända.",
        "wheel": drawn,
        "lines": lines,
        "scale": round(height / SHEET, 3),
    }
    names = listing([item.ring.name for item in listed]) if listed else "ingenting känt"
    alt = f"{title}, som årshjul. Ringarna visar {names}. Samma uppgifter står i tabellerna på sidorna efter."
    return Picture(TEMPLATE, context, alt)


def _notes(year: Year) -> list[str]:
    """What no ring can show."""
    found = []
    if reviewed := len(year.under_review):
        found.append(
            f"Översyn pågår av {numeral(reviewed)} {'överenskommelse' if reviewed == 1 else 'överenskommelser'}."
        )
    if year.without_plan:
        names = listing([item.name for item in year.without_plan])
        found.append("Årsplan saknas." if year.group else f"Årsplan saknas för {names}.")
    if not year.meetings:
        found.append("Inga möten är satta.")
    return found


def _rings(registry: Registry, year: Year) -> Iterator[Listed]:
    """The rings from the rim inwards: those below first, since what they prepare goes inwards, to those above."""
    rings = [*_bodies(registry, year), *_others(registry, year)]
    number = 0
    for letter, (name, colour, marks, told, keyed, rest) in zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ", rings, strict=False):
        if keyed:
            marks = [numbered(mark, number + i) for i, mark in enumerate(marks, 1)]
        entries = tuple(Entry(str(number + i) if keyed else "", text) for i, text in enumerate(told, 1))
        number += len(marks) if keyed else 0
        alone = len(told) == 1 and not keyed
        said = tuple(mark.title.partition(": ")[2] if alone else mark.title for mark in marks)
        yield Listed(Ring(letter, name, colour, tuple(marks)), entries, said, rest)


_Found = tuple[str, str, list[Mark], list[str], bool, str]
"""Name, colour, marks, what the list says, whether the marks are numbered there, what is not drawn."""


def _bodies(registry: Registry, year: Year) -> Iterator[_Found]:
    names = {id: group_name(registry, id) for id in year.bodies}
    rings = {id: names[id] for id in year.bodies}
    if len(year.bodies) > MOST_RINGS:
        found = {id: registry.find(id, ("group",)) for id in year.bodies}
        rings = {id: _TYPES[item.entity.type] if (item := found[id]) else "Övriga" for id in year.bodies}
    for name, colour in reversed(list(zip(dict.fromkeys(rings.values()), BODIES, strict=False))):
        ids = [id for id in year.bodies if rings[id] == name]
        by_body = {id: [_meeting(registry, item) for item in year.meetings if item.entity.group == id] for id in ids}
        told = [(f"{names[id]}: " if len(ids) > 1 else "") + ", ".join(map(_short, by_body[id])) for id in ids]
        yield name, colour, [mark for marks in by_body.values() for mark in marks], told, False, ""


def _meeting(registry: Registry, record: Record[Meeting]) -> Mark:
    own = record.entity
    look: Any = {"planned": "open", "cancelled": "crossed"}.get(own.status, "filled")
    words = f"{own.date.day} {MONTHS[own.date.month - 1]}"
    state = {"open": "", "crossed": ", inställt", "filled": ", kallat" if own.status == "called" else ", genomfört"}[
        look
    ]
    moved = f", flyttat från {_day(own.moves[-1].date)}" if own.moves else ""
    title = f"{group_name(registry, own.group)}: {words}{state}{moved}"
    return Mark(own.date, own.date, str(own.date.day), title, look, bool(own.moves))


def _short(mark: Mark) -> str:
    """`19 feb`, as the list has it."""
    text = f"{mark.first.day}\N{NO-BREAK SPACE}{MONTHS[mark.first.month - 1][:3]}"
    return f"{text}\N{NO-BREAK SPACE}(inställt)" if mark.look == "crossed" else text


def _others(registry: Registry, year: Year) -> Iterator[_Found]:
    kinds: tuple[tuple[str, str, tuple[str, ...]], ...] = (
        ("Beslutspunkter och övriga datum", POINTS, _DATES),
        ("Överenskommelser att se över", AGREEMENTS, OF_AGREEMENTS),
    )
    for name, colour, wanted in kinds:
        if found := year.of(*wanted):
            marks = [_keyed(registry, year, item) for item in found]
            yield name, colour, marks, [mark.title for mark in marks], True, ""
    chosen = [item for item in _activities(year) if item.entity.status != "done"]
    whole = year_of(year.year)
    marks, rest = [], 0
    for record in chosen:
        span = possible(record.entity) & whole
        if (span == whole and not record.entity.prioritised) or len(marks) == MOST_ACTIVITIES:
            rest += 1
        else:
            title = f"{record.entity.title} ({goal_areas(registry, record)})".replace(" ()", "")
            marks.append(Mark(span.first, span.last, "", title, "span", label=record.entity.title))
    if marks:
        more = f"och {rest} till, som pågår hela året eller saknar datum: se tabellerna" if rest else ""
        yield "Aktiviteter", WORK, marks, [mark.title for mark in marks], True, more


def _activities(year: Year) -> Iterable[Record[Any]]:
    """Each once, those that the collaboration puts first before the others."""
    found = {item.id: item for work in year.work for item in work.activities}
    return sorted(found.values(), key=lambda item: (not item.entity.prioritised, item.id))


def _keyed(registry: Registry, year: Year, item: Dated) -> Mark:
    first, last = within(item.when, year.year)
    whose = f" ({group_name(registry, item.group)})" if item.group and year.group is None else ""
    title = f"{when_in_year(item.when)}: {called(item)}{whose}"
    return Mark(first, last, "", title, "key" if first == last else "some", label=called(item))


def _day(day: dt.date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]}"
