"""Stretches of days: which are covered, and which clash."""

import datetime as dt

from vis_cli.facts.stretches import clashes, most_at_once, uncovered
from vis_cli.facts.terms import Period
from vis_cli.model.values import DAY_LAST, DAY_ONE


def may(first: int, last: int) -> Period:
    return Period(dt.date(2031, 5, first), dt.date(2031, 5, last))


def test_what_no_cover_covers_is_left() -> None:
    assert uncovered(may(1, 31), [may(3, 9), may(5, 6), may(20, 40 - 9)]) == (may(1, 2), may(10, 19))


def test_covers_that_meet_leave_nothing_between_them() -> None:
    assert uncovered(may(1, 31), [may(1, 15), may(16, 31)]) == ()


def test_the_ends_of_the_calendar_are_days_like_others() -> None:
    always = Period(DAY_ONE, DAY_LAST)
    assert uncovered(always, [always]) == ()
    assert uncovered(always, [Period(DAY_ONE, dt.date(2031, 5, 1))]) == (Period(dt.date(2031, 5, 2), DAY_LAST),)
    assert uncovered(always, []) == (always,)


def test_each_that_begins_while_another_lasts_clashes_with_it() -> None:
    found = clashes([("b", may(5, 10)), ("a", may(1, 20)), ("c", may(15, 25)), ("d", may(26, 27))])
    assert list(found) == [("a", "b", may(5, 10)), ("a", "c", may(15, 20))]


def test_ending_and_beginning_on_one_day_is_a_clash() -> None:
    assert list(clashes([("a", may(1, 5)), ("b", may(5, 9))])) == [("a", "b", may(5, 5))]
    assert list(clashes([("a", may(1, 5)), ("b", may(6, 9))])) == []


def test_the_most_at_once_counts_the_days_shared() -> None:
    assert most_at_once([may(1, 5), may(5, 9), may(6, 9)]) == 2
    assert most_at_once([may(1, 4), may(5, 9)]) == 1
    assert most_at_once([Period(DAY_ONE, DAY_LAST)] * 3) == 3
    assert most_at_once([]) == 0
