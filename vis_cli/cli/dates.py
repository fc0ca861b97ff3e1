"""Dates in words, as imprecise as they are known."""

import datetime as dt
import re

from vis_cli.cli.language import CHOSEN, _
from vis_cli.errors import N_
from vis_cli.facts.swedish_dates import MONTHS
from vis_cli.model.values import When

_SEASONS = {
    "21": N_("spring {year}"),
    "22": N_("summer {year}"),
    "23": N_("autumn {year}"),
    "24": N_("winter {year}"),
}


def in_words(when: When | str) -> str:
    """`2022-23` is `autumn 2022`; `[2023..2024]` is `some time from 2023 to 2024`."""
    text = str(when)
    if text.startswith("["):
        first, _dots, last = text[1:-1].partition("..")
        if not first:
            return _(N_("by {last}")).format(last=in_words(last))
        if not last:
            return _(N_("not before {first}")).format(first=in_words(first))
        return _(N_("some time from {first} to {last}")).format(first=in_words(first), last=in_words(last))
    found = re.fullmatch(r"(\d{4})(?:-(\d{2}))?(-\d{2})?([?~%]?)", text)
    if not found:
        return text
    year, month, day, doubt = found.groups()
    words = _(_SEASONS[month]).format(year=year) if month in _SEASONS else f"{year}-{month}" if month else year
    words += day or ""
    if doubt == "~":
        return _(N_("about {date}")).format(date=words)
    return _(N_("probably {date}")).format(date=words) if doubt else words


_ENGLISH = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def month(number: int) -> str:
    """`July`; in Swedish `juli`, as within a sentence."""
    return (MONTHS if CHOSEN == "sv" else _ENGLISH)[number - 1]


def spoken(when: When | dt.date | str) -> str:
    """As people say it: `1 July 2031`, `July 2031`; what is less precise as `in_words` has it."""
    return _spoken(str(when), "{date}")


def on_day(when: When | dt.date | str) -> str:
    """The same, of what happens then: `in July 2031`; a day and a season stand as they are."""
    return _spoken(str(when), N_("in {date}"))


def _spoken(text: str, of_a_month: str) -> str:
    if found := re.fullmatch(r"(\d{4})-(0[1-9]|1[0-2])(?:-(\d{2}))?([?~%]?)", text):
        year, number, day, doubt = found.groups()
        name = month(int(number))
        words = f"{int(day)} {name} {year}" if day else f"{name} {year}"
        if doubt == "~":
            return _(N_("about {date}")).format(date=words)
        words = words if day else _(of_a_month).format(date=words)
        return _(N_("probably {date}")).format(date=words) if doubt else words
    if found := re.fullmatch(r"\[(.*)\.\.(.*)\]", text):
        first, last = found.groups()
        if first and last:
            return _(N_("some time from {first} to {last}")).format(first=spoken(first), last=spoken(last))
        if first:
            return _(N_("not before {first}")).format(first=spoken(first))
        return _(N_("by {last}")).format(last=spoken(last)) if last else _(N_("on a day that is not known"))
    return in_words(text)
