"""When two names are one name written in two ways."""

import pytest

from vis_cli.facts.spelling import keys, one_slip, sounds


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Upplands Exempel", "upplands-exempel"),
        ("Örjan Ärlig", "Orjan Arlig"),
        ("René Prov", "Rene  Prov"),
        ("Provsson, Exempel", "Exempel Provsson"),
        ("Exempel-Prov Vårdcentral", "Exempel Prov vårdcentral"),
        ("Barn & unga", "Barn och unga"),
    ],
)
def test_case_accents_punctuation_spaces_and_order_are_looked_through(one: str, other: str) -> None:
    assert keys(one) & keys(other)


def test_other_words_are_another_name() -> None:
    assert not keys("Maria Andersson") & keys("Maria Ohlsson Andersson")


def test_what_sounds_the_same_is_heard_as_one() -> None:
    assert sounds("Christoffer Provsköld") & sounds("Kristoffer Provsköld")
    assert sounds("Rebecka Exempelberg") & sounds("Rebecca Exempelberg")
    assert not sounds("Eva Berg")


def slips(one: str, other: str) -> list[bool]:
    return [sure for _, _, sure in one_slip({"a": [one], "b": [other]})]


def test_a_letter_too_few_or_two_that_changed_places_is_a_slip_in_a_long_name() -> None:
    assert True in slips("Veronica Carlstorp Prov", "Veronica Carstorp Prov")
    assert True in slips("Veronica Carstorp Prov", "Veronica Carstrop Prov")


def test_in_a_shorter_name_or_with_another_letter_it_may_be_two() -> None:
    assert set(slips("Eva Provberg", "Eva Provbergh")) == {False}
    assert set(slips("Maria Andersson", "Marie Andersson")) == {False}


def test_names_that_differ_in_more_than_a_letter_are_two() -> None:
    assert slips("Maria Andersson", "Maria Ohlsson Andersson") == []
    assert slips("Anders Larsson", "Anders Karlsson") == []
    assert slips("Eva Berg", "Ewa Berg") == []
