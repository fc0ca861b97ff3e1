"""What a consultation group needs to count as established."""

from vis_cli.facts.establishment import can_take_over, missing_conditions, missing_sides, takes_over_too_late
from vis_cli.model.group import Group

PURPOSES = {"purposes": {"agreements": "Förvalta"}}


def group(*members: dict, **more) -> Group:
    base = {"id": "g", "name": "G", "type": "consultation", "level": "regional", "status": "established"}
    return Group.model_validate({**base, "members": list(members), **more})


def test_a_group_with_nothing_lacks_all_three() -> None:
    assert missing_conditions(group()) == ("mandate", "representation", "leadership")


def test_a_group_with_all_three_lacks_nothing() -> None:
    seats = (
        {"side": "region", "role": "chair"},
        {"side": "municipality"},
        {"side": "joint", "role": "process-leader"},
    )
    assert missing_conditions(group(*seats, mandate=PURPOSES)) == ()


def test_words_on_how_the_chair_is_decided_are_a_chair_but_no_process_leader() -> None:
    seats = ({"side": "region"}, {"side": "municipality"})
    led = group(*seats, mandate=PURPOSES, chairing="Varannan gång")
    assert missing_conditions(led) == ("leadership",)


def test_both_sides_of_a_joint_group_must_have_a_seat() -> None:
    assert missing_sides(group({"side": "region"})) == ("municipality",)
    assert missing_sides(group({"side": "region"}, {"side": "municipality", "role": "substitute"})) == ("municipality",)
    assert missing_sides(group({"side": "joint"})) == ()
    assert missing_sides(group({"side": "municipality"}, joint=False)) == ()


def test_a_responsibility_can_rest_on_an_established_group_or_a_secretariat_at_work() -> None:
    assert can_take_over(group())
    assert can_take_over(group(type="secretariat", status="active"))
    assert not can_take_over(group(type="forum", status="active"))
    assert not can_take_over(group(status="establishing"))


def test_a_taker_that_was_established_after_the_group_had_ended_came_too_late() -> None:
    old = group(type="forum", status="discontinued", until="2031-06-30")
    assert takes_over_too_late(old, group(reached={"on": "2031-09"}))
    assert not takes_over_too_late(old, group(reached={"on": "2031"}))
    assert not takes_over_too_late(old, group())
