"""Days on which nobody works, as the calendar of each year has them; every date is looked up by hand."""

import datetime as dt

import pytest

from vis_cli.facts.days_off import day_off, working_day_by


@pytest.mark.parametrize(
    ("day", "kind", "name"),
    [
        ("2026-01-02", "between", "klämdag"),  # a Friday between New Year's Day and the weekend
        ("2026-01-05", "between", "klämdag"),  # a Monday before Epiphany
        ("2026-04-03", "holiday", "Långfredagen"),
        ("2026-04-06", "holiday", "Annandag påsk"),
        ("2026-05-15", "between", "klämdag"),
        ("2026-06-19", "de-facto", "Midsommarafton"),
        ("2031-04-10", "half", "Skärtorsdagen"),
        ("2031-04-11", "holiday", "Långfredagen"),
        ("2031-04-13", "holiday", "Påskdagen"),
        ("2031-04-14", "holiday", "Annandag påsk"),
        ("2031-05-02", "between", "klämdag"),  # the Friday after 1 May
        ("2031-05-22", "holiday", "Kristi himmelsfärdsdag"),
        ("2031-05-23", "between", "klämdag"),
        ("2031-06-06", "holiday", "Nationaldagen"),
        ("2031-06-20", "de-facto", "Midsommarafton"),
        ("2031-06-21", "holiday", "Midsommardagen"),
        ("2031-12-24", "de-facto", "Julafton"),
        ("2031-12-31", "de-facto", "Nyårsafton"),
        ("2031-03-08", "weekend", ""),
        ("2038-04-25", "holiday", "Påskdagen"),  # as late as Easter can be
        ("2035-06-22", "de-facto", "Midsommarafton"),
    ],
)
def test_a_day_off_has_its_reason(day: str, kind: str, name: str) -> None:
    found = day_off(dt.date.fromisoformat(day))
    assert found is not None
    assert (found.kind, found.name) == (kind, name)


@pytest.mark.parametrize("day", ["2031-01-02", "2031-05-19", "2031-12-23", "2031-12-29", "2031-06-05", "2031-03-07"])
def test_a_working_day_has_none(day: str) -> None:
    assert day_off(dt.date.fromisoformat(day)) is None


def test_what_is_due_over_easter_is_due_on_maundy_thursday() -> None:
    assert working_day_by(dt.date(2031, 4, 14)) == dt.date(2031, 4, 10)
