"""What belongs on an agenda, and why: one item for each thing that brings one."""

import datetime as dt
from dataclasses import dataclass

from vis_cli.facts.matters import Brought, Key, brought
from vis_cli.facts.swedish_dates import in_words, on_day, stored
from vis_cli.model.item import Item, ItemType, Origin
from vis_cli.model.meeting import Meeting
from vis_cli.model.values import When
from vis_cli.registry import Registry

_LONGEST = 120
"""So many characters of a task are its heading; the whole of it stands where it was given."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """An item that an agenda should have."""

    heading: str
    type: ItemType
    origin: Origin
    since: dt.date
    """The day of what it follows from: among matters of one type the oldest comes first."""
    presenters: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    previous: str | None = None
    """For previous minutes: whose they are."""


def comes_before(one: Meeting, other: Meeting) -> bool:
    """Whether a meeting is over when another begins; on one day only where their times tell."""
    if one.date == other.date:
        starts = other.start
        return starts is not None and one.end is not None and one.end <= starts and (one.start or "") < starts
    return one.date < other.date


def elsewhere(registry: Registry, meeting: Meeting, key: Key) -> tuple[Brought, ...]:
    """Where else than at this meeting the body has it on an agenda, had it there, or dropped it."""
    found = brought(registry).get((meeting.group, key), ())
    return tuple(item for item in found if item.meeting.id != meeting.id)


def on(day: When | dt.date) -> str:
    """`den 19 februari 2026`, as a file keeps it."""
    return stored(on_day(day))


def named(day: When | dt.date) -> str:
    """`den 19 februari 2026`, `juni 2031`: a date that is named, and not when something happens."""
    return on(day) if isinstance(day, dt.date) or day.exact else stored(in_words(day))


def number_of(item: Item | None) -> str:
    """` (punkt 5)`; nothing where it has no number."""
    return f" (punkt {item.number})" if item and item.number else ""


def shortened(text: str) -> str:
    """A text as a heading: the whole, or as much as comes before a semicolon, or as many words as fit."""
    first = text.partition(";")[0].strip()
    for words in (text, first):
        if 0 < len(words) <= _LONGEST:
            return words
    return f"{first[:_LONGEST].rsplit(' ', 1)[0].rstrip(' ,:')} …"
