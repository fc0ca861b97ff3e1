"""Dates that somebody can have meant, as exact or as vague as they are stated."""

import pytest

from vis_cli.model.values import When


@pytest.mark.parametrize("text", ["1900", "2999-12", "[1900..2999]", "2031-23", "[..2031]"])
def test_a_date_within_the_years_that_the_register_reckons_with(text: str) -> None:
    assert str(When.parse(text)) == text


@pytest.mark.parametrize("text", ["1899", "3000-01", "0031-05-01", "9999", "[0001..2031]", "[2031..3000]"])
def test_a_date_outside_them_is_a_slip_however_vague(text: str) -> None:
    with pytest.raises(ValueError):
        When.parse(text)
