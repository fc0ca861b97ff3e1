"""Amounts are summed only where their sum means something."""

import pytest

from vis_cli.facts.sums import total, total_of_named
from vis_cli.model.amount import Amount


def amounts(*kronor: int) -> list[Amount]:
    return [Amount(kronor=one, purpose="exempel") for one in kronor]


def test_the_parts_of_a_decision_are_summed() -> None:
    assert total(amounts(2, 5, 5)) == 12
    assert total(amounts(18, 63)) == 81
    assert total(amounts(5, 5)) == 10


def test_nothing_is_summed_that_is_not_exact() -> None:
    assert total([*amounts(2, 5), Amount(kronor=1, qualifier="about", purpose="exempel")]) is None


@pytest.mark.parametrize("kronor", [(), (7,), (12, 2, 5, 5)])
def test_one_amount_or_the_whole_beside_its_parts_has_no_sum(kronor: tuple[int, ...]) -> None:
    assert total(amounts(*kronor)) is None


def test_of_amounts_that_are_only_named_the_largest_may_be_the_whole() -> None:
    assert total_of_named(amounts(300, 200, 250)) == 750
    assert total_of_named(amounts(81, 18)) is None
    assert total_of_named(amounts(5, 5)) is None
