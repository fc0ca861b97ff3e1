"""Whose turn it is to chair."""

from typing import Any

import pytest

from tests.meetings import COUNTY, GROUP, OFFICIALS, meeting, registry
from vis_cli.facts.chairing import proposed
from vis_cli.model.meeting import Meeting


def chair(person: str, capacity: str, **more: Any) -> dict[str, Any]:
    return {"attendance": [{"person": person, "capacity": capacity, "role": "chair"} | more]}


def turn(*files: dict[str, str], group: str = GROUP) -> tuple[str, str | None] | None:
    """The side and the person whose turn it is on 20 May."""
    found = registry(*files, meeting(group, "2031-05-20"))
    record = found.get(Meeting, f"{group}-2031-05-20")
    assert record
    answer = proposed(found, record.entity)
    return (answer.side, answer.person) if answer else None


@pytest.mark.parametrize(
    ("person", "capacity", "expected"),
    [
        ("rut-region", "region", ("municipality", "karin-kommun")),
        ("karl-kommun", "municipality", ("region", "rut-region")),
        ("fia-forbund", "association", ("region", "rut-region")),  # the association of the municipalities
        ("rolf-region", "secretariat", ("municipality", "karin-kommun")),  # by the post
    ],
)
def test_the_other_side_chairs_next_time(person: str, capacity: str, expected: tuple[str, str]) -> None:
    held = meeting(GROUP, "2031-02-20", "held", **chair(person, capacity, present=True))
    assert turn(held) == expected


def test_a_cancelled_meeting_takes_no_turn_and_one_that_is_to_come_does() -> None:
    held = meeting(GROUP, "2031-01-20", "held", **chair("rut-region", "region", present=True))
    noted = chair("karin-kommun", "municipality")
    assert turn(held, meeting(GROUP, "2031-02-20", "cancelled", reason="Snö", **noted)) == (
        "municipality",
        "karin-kommun",
    )
    assert turn(held, meeting(GROUP, "2031-02-20", "called", **noted)) == ("region", "rut-region")
    assert turn(held, meeting(GROUP, "2031-02-20")) == ("region", "rut-region")


def test_nobody_knows_whose_turn_it_is_where_the_last_chair_is_not_known() -> None:
    assert turn() is None
    earlier = meeting(GROUP, "2031-01-20", "held", **chair("rut-region", "region", present=True))
    assert turn(earlier, meeting(GROUP, "2031-02-20", "held")) is None


def test_a_body_whose_chair_does_not_alternate_has_no_turns() -> None:
    held = meeting(OFFICIALS, "2031-02-20", "held", **chair("rut-region", "region", present=True))
    assert turn(held, group=OFFICIALS) is None


def test_a_side_with_two_who_can_chair_names_nobody() -> None:
    path = f"registry/groups/{GROUP}.yaml"
    more = "  - role: chair\n    side: municipality\n    person: karl-kommun\nalternates"
    held = meeting(GROUP, "2031-02-20", "held", **chair("rut-region", "region", present=True))
    assert turn(held, {path: COUNTY[path].replace("alternates", more)}) == ("municipality", None)
