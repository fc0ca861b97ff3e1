"""Days on which people in Sweden do not work: holidays, eves that are free in fact, weekends, days between them."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from vis_cli.errors import N_

Kind = Literal["holiday", "de-facto", "weekend", "between", "half"]
"""A holiday by law (*röd dag*); free in fact (*midsommarafton, julafton, nyårsafton*); Saturday or Sunday; a working
day alone between free ones (*klämdag*); a day on which people go home at two (*skärtorsdagen, valborgsmässoafton*)."""

WORDS: Mapping[Kind, str] = {
    "holiday": N_("{date} is a holiday: {name}"),
    "de-facto": N_("nobody works on {date}: {name}"),
    "weekend": N_("{date} is a weekend day"),
    "between": N_("many take {date} off, between two free days (klämdag)"),
    "half": N_("many go home at two on {date}: {name}"),
}
"""Why a day would not do, as templates."""

HALF_DAY_ENDS = "14:00"
"""When people go home on a half day."""

_DAY = dt.timedelta(days=1)
_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class DayOff:
    """Why people do not work on a day, or not all of it. The name is Swedish, as the calendar has it; may be empty."""

    kind: Kind
    name: str = ""


def day_off(day: dt.date) -> DayOff | None:
    """Why people are free on a day; None on a working day."""
    if found := _free(day):
        return found
    if _free(day - _DAY) and _free(day + _DAY):
        return DayOff("between", "klämdag")
    half = _half_days(day.year).get(day)
    return DayOff("half", half) if half else None


def working_day_by(day: dt.date) -> dt.date:
    """The day itself, or the last before it on which offices are open (they are between free days too)."""
    while _free(day):
        day -= _DAY
    return day


def _free(day: dt.date) -> DayOff | None:
    public, de_facto = _named(day.year)
    if name := public.get(day):
        return DayOff("holiday", name)
    if name := de_facto.get(day):
        return DayOff("de-facto", name)
    return DayOff("weekend") if day.weekday() >= _SATURDAY else None


@lru_cache(16)
def _named(year: int) -> tuple[Mapping[dt.date, str], Mapping[dt.date, str]]:
    import holidays  # loads a tenth of a second's worth of countries; only who asks pays

    public = holidays.country_holidays("SE", years=year, categories=("public",), language="sv", expand=False)
    de_facto = holidays.country_holidays("SE", years=year, categories=("de_facto",), language="sv", expand=False)
    return dict(public), dict(de_facto)


@lru_cache(16)
def _half_days(year: int) -> Mapping[dt.date, str]:
    import holidays

    found = holidays.country_holidays("SE", years=year, categories=("optional",), language="sv", expand=False)
    return {day: name.partition(" (")[0] for day, name in found.items() if "kl. 14" in name}
