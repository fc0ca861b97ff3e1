"""Reckoning with dates that may be imprecise: the later of two, the day before, so many months on."""

import calendar
import datetime as dt
from collections.abc import Iterable

from vis_cli.errors import N_
from vis_cli.model.values import DAY_LAST, DAY_ONE, When

_DAY = dt.timedelta(days=1)

WEEKDAYS = (
    *(N_("monday"), N_("tuesday"), N_("wednesday"), N_("thursday"), N_("friday")),
    *(N_("saturday"), N_("sunday")),
)

UNKNOWN = When("[..]", DAY_ONE, DAY_LAST)
"""Some day, nobody knows which."""


def day(exact: dt.date) -> When:
    """An exact date."""
    return When(exact.isoformat(), exact, exact)


def between(earliest: dt.date, latest: dt.date) -> When:
    """Some day of a stretch."""
    if earliest == latest:
        return day(earliest)
    first = "" if earliest == DAY_ONE else earliest.isoformat()
    last = "" if latest == DAY_LAST else latest.isoformat()
    return When(f"[{first}..{last}]", earliest, latest)


def latest_of(dates: Iterable[When]) -> When:
    """The latest of some dates, of which there is at least one."""
    found = list(dates)
    return _as_written(max(item.earliest for item in found), max(item.latest for item in found), found)


def earliest_of(dates: Iterable[When]) -> When:
    """The earliest of some dates, of which there is at least one."""
    found = list(dates)
    return _as_written(min(item.earliest for item in found), min(item.latest for item in found), found)


def nth_of(dates: Iterable[When], number: int) -> When:
    """The date by which `number` of the dates have come; there are at least so many."""
    found = list(dates)
    first = sorted(item.earliest for item in found)[number - 1]
    return _as_written(first, sorted(item.latest for item in found)[number - 1], found)


def day_before(date: When) -> When:
    """The day before."""
    return between(_moved(date.earliest, -_DAY), _moved(date.latest, -_DAY))


def day_after(date: When) -> When:
    """The day after."""
    return between(_moved(date.earliest, _DAY), _moved(date.latest, _DAY))


def months_after(date: When, months: int) -> When:
    """So many months later; the last of the month where the month is shorter."""
    return between(_months(date.earliest, months), _months(date.latest, months))


def or_never(date: When) -> When:
    """Not before the date, and perhaps never."""
    return between(date.earliest, DAY_LAST)


def _as_written(earliest: dt.date, latest: dt.date, dates: list[When]) -> When:
    """In the words of the date that it is, where it is one of them: `2022-23` stays autumn."""
    return next((item for item in dates if (item.earliest, item.latest) == (earliest, latest)), None) or between(
        earliest, latest
    )


def _moved(date: dt.date, by: dt.timedelta) -> dt.date:
    return date if date in (DAY_ONE, DAY_LAST) else date + by


def _months(date: dt.date, months: int) -> dt.date:
    if date in (DAY_ONE, DAY_LAST):
        return date
    index = date.year * 12 + date.month - 1 + months
    year, month = divmod(index, 12)
    if year > DAY_LAST.year:
        return DAY_LAST
    return dt.date(year, month + 1, min(date.day, calendar.monthrange(year, month + 1)[1]))
