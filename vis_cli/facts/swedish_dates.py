"""Dates of the register in Swedish, as imprecise as they are known: `hösten 2022`, `omkring mars 2031`."""

import datetime as dt
import re

from vis_cli.model.values import When

NO_BREAK = "\N{NO-BREAK SPACE}"
MONTHS = (
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
)
_SEASONS = {"21": "våren", "22": "sommaren", "23": "hösten", "24": "vintern"}
_A_MONTH = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])[?%]?")
_PART = re.compile(r"(\d{4})(?:-(\d{2}))?(-\d{2})?([?~%]?)")


def short_date(day: dt.date) -> str:
    """`19 februari 2026`."""
    return f"{day.day}{NO_BREAK}{MONTHS[day.month - 1]} {day.year}"


def in_words(when: When) -> str:
    """`1 juli 2031`, `juli 2031`, `hösten 2022`, `någon gång från 2030 till 2031`."""
    if not when.text.startswith("["):
        return _one(when.text)
    first, _dots, last = when.text[1:-1].partition("..")
    if not first and not last:
        return "okänt när"
    if not first:
        return f"senast {_one(last)}"
    return f"någon gång från {_one(first)} till {_one(last)}" if last else f"tidigast {_one(first)}"


def on_day(when: When | dt.date) -> str:
    """`den 1 juli 2031`, `i juli 2031`, as a sentence says it of what happens then; `hösten 2022` stays as it is."""
    if isinstance(when, dt.date):
        return f"den {short_date(when)}"
    if when.exact:
        return f"den {in_words(when)}"
    if not _A_MONTH.fullmatch(when.text):
        return in_words(when)
    month = _one(when.text[:7])
    return f"troligen i {month}" if when.text[7:] else f"i {month}"


def stored(words: str) -> str:
    """The words as they are kept in a file, where a no-break space would be an odd sign."""
    return words.replace(NO_BREAK, " ")


def _one(text: str) -> str:
    found = _PART.fullmatch(text)
    if found is None:
        return text
    year, month, day, doubt = found.groups()
    if day:
        when = When.parse(text)
        words = short_date(when.earliest)
    elif month in _SEASONS:
        words = f"{_SEASONS[month]} {year}"
    else:
        words = f"{MONTHS[int(month) - 1]} {year}" if month else year
    if doubt == "~":
        return f"omkring {words}"
    return f"troligen {words}" if doubt else words
