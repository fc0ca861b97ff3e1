"""Rows of a newsletter: when, what, and where in the register it is; and the words for single things in them."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from vis_cli.documents import swedish
from vis_cli.documents.names import Names
from vis_cli.facts.happening import Happening
from vis_cli.facts.prose import shown, words
from vis_cli.facts.swedish_dates import in_words
from vis_cli.facts.terms import Period
from vis_cli.model.item import Item
from vis_cli.model.values import When
from vis_cli.registry import Registry

_ENDS = (".", "!", "?", "…")

Row = dict[str, Any]
Part = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Telling:
    """What is needed to tell of a period in words."""

    registry: Registry
    period: Period
    names: Names

    def row(self, happening: Happening, text: str, reference: str, *, at: str | None = None) -> Row:
        """A row with the date of a happening, and after a comma where; doubt is told, where there is any."""
        lead = ", ".join(filter(None, [in_words(happening.when), at]))
        return row(lead, text, reference, doubt=not happening.certainly_in(self.period))

    def day_of(self, meeting: str | None) -> str | None:
        """The day of a meeting in words."""
        day = self.names.day_of(meeting)
        try:
            return swedish.short_date(dt.date.fromisoformat(day)) if day else None
        except ValueError:
            return day


def row(lead: str, text: str, reference: str, *, doubt: bool = False) -> Row:
    """A row as the templates print it; `sign` is what ends its lead."""
    lead = swedish.sentence(lead)
    sign = "" if lead[-1:] in _ENDS else "."
    return {"lead": lead, "sign": sign, "text": text, "reference": reference, "doubt": doubt}


def part(heading: str | None, rows: Iterable[Row]) -> list[Part]:
    """Rows under a heading of their own; nothing where there is no row."""
    found = list(rows)
    return [{"heading": heading, "rows": found}] if found else []


def section(heading: str, parts: Iterable[Part]) -> list[dict[str, Any]]:
    """A section of the newsletter; nothing where it has no part."""
    found = list(parts)
    return [{"heading": heading, "parts": found}] if found else []


def by_name(found: dict[str, list[Row]]) -> list[Part]:
    """Rows by whose they are, in the order of the alphabet."""
    return [part for name in sorted(found, key=swedish.sort_key) for part in part_of(name, found)]


def part_of(name: str, found: dict[str, list[Row]]) -> list[Part]:
    """The rows of one of them, under its name."""
    return part(name, found[name])


def label(item: Item) -> str:
    """`punkt 4, Vårdplan`; an item without a number by its heading alone."""
    return f"punkt{swedish.NO_BREAK}{item.number}, {item.heading}" if item.number else item.heading


def stop(text: str) -> str:
    """`text` as a sentence, with its full stop."""
    text = swedish.sentence(text.strip())
    return text if not text or text[-1] in _ENDS else f"{text}."


def prose(markdown: str | None) -> str:
    """A text in Markdown as running words; nothing for none."""
    return " ".join(shown(words(markdown, lambda _id, _after: "")).split()) if markdown else ""


def sentences(*texts: str | None) -> str:
    """Sentences in a row, without those that are empty."""
    return " ".join(stop(text) for text in texts if text and text.strip())


def counted(number: int, one: str, several: str, *, neuter: bool = True) -> str:
    """`ett beslut`, `tre beslut`."""
    return f"{swedish.numeral(number, neuter=neuter)} {one if number == 1 else several}"


def period_in_words(first: dt.date, last: dt.date) -> str:
    """`1 januari–31 mars 2031`."""
    if first == last:
        return swedish.short_date(first)
    begin = swedish.short_date(first)
    if first.year == last.year:
        begin = begin.rpartition(" ")[0]
        if first.month == last.month:
            begin = str(first.day)
    sign = "–" if " " not in begin.replace(swedish.NO_BREAK, "") and first.year == last.year else " – "
    return f"{begin}{sign}{swedish.short_date(last)}"


def days(dates: Sequence[When]) -> str:
    """The first and the last of some dates."""
    exact = sorted(dates, key=lambda date: (date.earliest, date.latest))
    if all(date.exact for date in exact):
        return period_in_words(exact[0].earliest, exact[-1].earliest)
    return "Under perioden"
