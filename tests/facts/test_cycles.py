"""Chains of references that come back to where they began."""

from vis_cli.facts.cycles import cycles


def test_a_chain_that_ends_is_no_circle() -> None:
    assert cycles({"a": ["b"], "b": ["c"], "c": []}) == ()


def test_a_circle_is_told_from_its_first_id() -> None:
    assert cycles({"c": ["a"], "b": ["c"], "a": ["b"], "d": ["b"]}) == (("a", "b", "c"),)


def test_what_follows_itself_is_a_circle() -> None:
    assert cycles({"a": ["a"]}) == (("a",),)


def test_two_circles_are_told_apart() -> None:
    assert cycles({"a": ["b"], "b": ["a"], "x": ["y"], "y": ["x"]}) == (("a", "b"), ("x", "y"))


def test_ways_that_meet_again_are_no_circle() -> None:
    assert cycles({"a": ["b", "c"], "b": ["d"], "c": ["d"], "d": []}) == ()


def test_a_long_chain_is_walked_without_recursion() -> None:
    chain = {str(n): [str(n + 1)] for n in range(20_000)}
    assert cycles(chain) == ()
    assert len(cycles({**chain, "20000": ["0"]})[0]) == 20_001
