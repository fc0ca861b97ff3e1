"""A use is without a decision only where no decision can be for it; sums are as exact as what they are made of."""

import pytest

from vis_cli.facts.fund_account import account
from vis_cli.facts.kronor import Sum, certainly_more, total
from vis_cli.model.fund import Fund, Money
from vis_cli.registry import Registry


def fund(*lines: str) -> Fund:
    """A fund of two portions, one a part of the other; a line is `type kronor portion purpose`, `-` for none."""
    entries = []
    for number, text in enumerate(lines):
        type, kronor, portion, purpose = text.split()
        qualifier = {"~": "about", ">": "more-than", "<": "less-than"}.get(kronor[0], "exact")
        money = {"kronor": int(kronor.lstrip("~><")), "qualifier": qualifier}
        own = {"portion": portion, "purpose": purpose}
        named = {key: value for key, value in own.items() if value != "-"}
        entries.append({"id": f"rad-{number}", "type": type, "date": "2031-01-01", "money": money, **named})
    portions = [
        {"id": "a", "text": "A", "rule": "fixed", "kronor": 100},
        {"id": "b", "text": "B", "rule": "fixed", "kronor": 50, "of": "a"},
        {"id": "c", "text": "C", "rule": "rest"},
    ]
    data = {"id": "medel", "name": "Medel", "type": "grant", "portions": portions, "account": entries}
    return Fund.model_validate(data)


def undecided(*lines: str) -> list[tuple[str | None, str | None, int]]:
    """Portion, purpose and how much of it was used without a decision."""
    found = account(Registry(), fund(*lines))
    return [(row.portion, row.purpose, row.undecided.kronor) for row in found.groundless if row.undecided]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("decided 100 a -", "used 100 a x"), []),
        (("decided 100 - -", "used 60 a x", "used 40 c y"), []),
        (("decided 100 a -", "used 100 b x"), []),
        (("decided 100 a x", "used 100 a y"), [("a", "y", 100)]),
        (("decided 100 a -", "used 10 c x"), [("c", None, 10), ("c", "x", 10)]),
        (("decided 100 a -", "used 130 a -"), [("a", None, 30)]),
        (("decided 100 a -", "used 70 a -", "used 60 b -"), [("a", None, 30)]),
        (("decided 100 a -", "used 70 a -", "used 160 b -"), [("a", None, 70), ("b", None, 60)]),
        (("decided >100 a -", "used 130 a -"), []),
        (("decided 100 a -", "used ~130 a -"), []),
        (("decided 100 a -", "used >130 a -"), [("a", None, 30)]),
        (("decided 60 a -", "decided 40 c -", "used 60 a -", "used 50 - -"), [(None, None, 10)]),
    ],
)
def test_a_use_without_a_decision(lines: tuple[str, ...], expected: list[tuple[str | None, str | None, int]]) -> None:
    assert undecided(*lines) == expected


def test_what_is_left_is_what_was_received_and_neither_used_nor_paid_back() -> None:
    whole = account(Registry(), fund("received >100 - -", "used 30 a -", "returned 20 - -")).whole
    assert (whole.left, whole.unreported) == (Sum(50, "more-than"), Sum(30))


def test_what_is_used_of_a_part_is_not_left_of_what_it_is_a_part_of() -> None:
    found = account(Registry(), fund("decided 100 a -", "used 30 a -", "used 20 b -", "returned 5 b -"))
    assert {row.portion: row.left for row in found.rows} == {"a": Sum(45), "b": None, "c": None}


def test_a_portion_that_is_a_part_of_itself_is_no_endless_road() -> None:
    own = fund("decided 10 a -", "used 30 b -")
    first = own.portions[0].model_copy(update={"of": "b"})
    found = account(Registry(), own.model_copy(update={"portions": (first, *own.portions[1:])}))
    assert [row.undecided for row in found.rows[:2]] == [Sum(20), Sum(20)]


def test_a_sum_is_no_more_exact_than_its_parts() -> None:
    def money(kronor: int, qualifier: str) -> Money:
        return Money.model_validate({"kronor": kronor, "qualifier": qualifier})

    assert total([money(1, "exact"), money(2, "more-than")]) == Sum(3, "more-than")
    assert total([money(1, "less-than"), money(2, "more-than")]) == Sum(3, "about")
    assert Sum(5) - money(2, "more-than") == Sum(3, "less-than")
    assert Sum(5, "more-than") - money(2, "less-than") == Sum(3, "more-than")
    assert certainly_more(Sum(5, "more-than"), Sum(5))
    assert not certainly_more(Sum(5, "about"), Sum(1))
