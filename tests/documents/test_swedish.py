"""Dates, numbers and the alphabet, as Swedish writes them."""

from datetime import date, time
from decimal import Decimal

import pytest

from vis_cli.documents import swedish
from vis_cli.facts.swedish_dates import on_day
from vis_cli.model.values import When


def test_dates_are_written_out_with_weekday_and_month() -> None:
    day = date(2026, 2, 19)
    assert swedish.long_date(day) == "torsdagen den 19\u00a0februari 2026"
    assert swedish.short_date(day) == "19\u00a0februari 2026"


def test_times_have_a_full_stop_and_an_en_dash() -> None:
    assert swedish.clock_range(time(14), time(16, 30)) == "14.00–16.30"
    assert swedish.clock_range(time(9, 5)) == "09.05"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (18_000_000, "18\u00a0000\u00a0000"),
        (999, "999"),
        (-1200, "−1\u00a0200"),
        (2.5, "2,5"),
        (1234.5, "1\u00a0234,5"),
        (Decimal("1E+4"), "10\u00a0000"),
        (0, "0"),
    ],
)
def test_numbers_have_no_break_spaces_and_a_decimal_comma(value: int | float | Decimal, text: str) -> None:
    assert swedish.number(value) == text


def test_kronor_agree_with_their_number() -> None:
    assert swedish.kronor(18_000_000) == "18\u00a0000\u00a0000\u00a0kronor"
    assert swedish.kronor(1) == "1\u00a0krona"


def test_small_numbers_are_words() -> None:
    assert [swedish.numeral(n) for n in (0, 1, 3, 12, 13)] == ["noll", "en", "tre", "tolv", "13"]
    assert swedish.numeral(1, neuter=True) == "ett"


def test_words_are_listed_with_och_before_the_last() -> None:
    assert swedish.listing([]) == ""
    assert swedish.listing(["a"]) == "a"
    assert swedish.listing(["a", "b"]) == "a och b"
    assert swedish.listing(["a", "b", "c"]) == "a, b och c"
    assert swedish.listing(["a", "b"], last="eller") == "a eller b"


def test_a_sentence_begins_with_a_capital_and_keeps_the_others() -> None:
    assert swedish.sentence("ändra i SIP") == "Ändra i SIP"


def test_the_alphabet_ends_with_å_ä_ö() -> None:
    names = ["Öby", "Äby", "Åby", "Zeta", "Wby", "Vby", "Éby", "eby", "Punkt 10", "Punkt 2", "Yby", "Üby"]
    ordered = ["eby", "Éby", "Punkt 2", "Punkt 10", "Vby", "Wby", "Yby", "Üby", "Zeta", "Åby", "Äby", "Öby"]
    assert sorted(names, key=swedish.sort_key) == ordered


def test_å_in_two_code_points_sorts_as_å_in_one() -> None:
    assert swedish.sort_key("A\u030a")[0] == swedish.sort_key("Å")[0]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2031-07-01", "den 1\u00a0juli 2031"),
        ("2022-06", "i juni 2022"),
        ("2022-06?", "troligen i juni 2022"),
        ("2022-06~", "omkring juni 2022"),
        ("2022-23", "hösten 2022"),
        ("2022", "2022"),
        ("[2022-06..2023-01]", "någon gång från juni 2022 till januari 2023"),
    ],
)
def test_a_sentence_says_when_something_happened(text: str, words: str) -> None:
    assert on_day(When.parse(text)) == words
