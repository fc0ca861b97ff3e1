"""Plain data as text: read by any reader of YAML, it is the same data."""

import io
import re
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from ruamel.yaml import YAML
from yaml_texts import plain_data, text_values

from vis_cli.errors import Failure
from vis_cli.source.emit import emit, quoted
from vis_cli.source.yaml import parse


def test_lists_stand_two_columns_in_under_their_key() -> None:
    data = {"id": "exempelgruppen", "members": [{"person": "exempel-person-a", "roles": ["chair"]}, "x"], "old": []}
    assert (
        emit(data)
        == """\
id: exempelgruppen
members:
  - person: exempel-person-a
    roles:
      - chair
  - x
old: []
"""
    )


@pytest.mark.parametrize(
    "text",
    ["exempel", "2026-02-19", "Samråd, del ett", "a:b", "https://exempel.se/#del", "åäö", "don't", "3a §", "nej"],
)
def test_text_that_every_reader_takes_for_text_is_plain(text: str) -> None:
    assert quoted(text) == text


@pytest.mark.parametrize(
    "text",
    [
        *["14:00", "2022", "2022-07", "2022-23", "1.0", "08-12 34 56", "000:598", "0x1F", "1e5", ".inf", "2026-13-45"],
        *["yes", "No", "ON", "y", "null", "~", "", "<<", "=", "2026-02-19 14:00"],
        *["a: b", "a #b", "- a", "[a", " a", "a ", "a:", "#a"],
    ],
)
def test_text_that_some_reader_takes_for_something_else_is_quoted(text: str) -> None:
    assert quoted(text) == f"'{text}'"


def test_a_quote_is_doubled_and_only_a_tab_or_line_end_needs_an_escape() -> None:
    assert quoted("'a'") == "'''a'''"
    assert quoted("a\tb\n") == '"a\\tb\\n"'


def test_a_text_of_several_lines_is_a_block() -> None:
    assert emit({"a": "x\n\ny", "b": ["x\ny\n"], "c": " x\ny"}) == (
        "a: |-\n  x\n\n  y\nb:\n  - |\n    x\n    y\nc: |2-\n   x\n  y\n"
    )


def test_a_long_text_is_folded_between_words() -> None:
    assert emit({"a": "exempel " * 15 + "slut"}) == (
        "a: >-\n  " + "exempel " * 11 + "exempel\n  exempel exempel exempel slut\n"
    )
    assert emit({"a": "x" * 120}) == "a: " + "x" * 120 + "\n"


def test_short_lists_are_in_brackets_when_asked_for() -> None:
    assert emit({"a": ["x", "b, c", "14:00"], "b": [["x"]]}, flow=True) == ("a: [x, 'b, c', '14:00']\nb:\n  - [x]\n")


def test_numbers_and_words_of_their_own() -> None:
    assert emit([1, -2.5, 1e20, True, None, float("inf")]) == "- 1\n- -2.5\n- 1.0e+20\n- true\n- null\n- .inf\n"


@pytest.mark.parametrize("value", ["\u202e", "\x07", "\u2028", "\udc80", {"<<": 1}, {"a" * 2000: 1}, 10**18])
def test_what_may_not_stand_in_a_file_is_refused(value: Any) -> None:
    with pytest.raises(Failure):
        emit({"a": value})


many = settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))


@many
@given(plain_data)
def test_any_data_is_read_back_as_it_was(data: Any) -> None:
    assume(data is not None)
    for flow in (False, True):
        have, faults = parse(emit(data, flow=flow))
        assert not faults
        assert repr(have) == repr(data)


@many
@given(text_values)
def test_an_old_reader_takes_text_for_the_same_text(text: str) -> None:
    for flow in (False, True):
        have = old_reader(emit({"a": [text]}, flow=flow))["a"][0]
        if isinstance(have, date) and re.fullmatch(r"\d{4}-\d\d-\d\d", text):
            have = have.isoformat()
        assert repr(have) == repr(text)


def old_reader(text: str) -> Any:
    """A reader of YAML 1.1."""
    yaml = YAML(typ="safe", pure=True)
    yaml.version = (1, 1)  # type: ignore[assignment]
    return yaml.load(io.StringIO(text))
