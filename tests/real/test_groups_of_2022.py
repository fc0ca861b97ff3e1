"""The real register answers what chapter 2 of the report of 2022 counts, and says why the rest cannot be known."""

import json
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
AUTUMN = ("--on", "2022-06-30")
"""Before the autumn of the report, in which some of what it tells may have begun to change."""

OLD = [
    "bussam",
    "regionala-samradet",
    "styrgrupp-digital",
    "styrgrupp-rss",
    "styrgrupp-um",
    "styrgrupp-uph",
]


@cache
def vis(*arguments: str) -> Any:
    run = [sys.executable, "-m", "vis_cli", "-C", str(ROOT), *arguments, "--json"]
    return json.loads(subprocess.run(run, capture_output=True, check=True).stdout)


def inventory() -> dict[str, Any]:
    return {item["group"]: item for item in vis("report", "inventory", *AUTUMN)["groups"] if item["type"] == "forum"}


def representation() -> Any:
    return vis("group", "representation", *AUTUMN)


def test_six_old_groups_five_joint_and_one_of_the_municipalities() -> None:  # 000:86-88
    found = inventory()
    assert sorted(found) == OLD
    assert [id for id, item in found.items() if not item["joint"]] == ["styrgrupp-rss"]


@pytest.mark.parametrize(
    ("group", "municipalities"),
    [
        ("bussam", "botkyrka lidingo sodertalje sollentuna stockholms"),  # 000:107-108
        ("regionala-samradet", "sigtuna sodertalje stockholms vaxholm"),  # 000:133-134
        ("styrgrupp-uph", "jarfalla lidingo sodertalje upplands-vasby vaxholm"),  # 000:162
        ("styrgrupp-um", "ekero norrtalje salem sodertalje stockholms taby"),  # 000:187-188
        ("styrgrupp-digital", ""),  # 000:208: heads of social services, of which municipalities is not said
        ("styrgrupp-rss", "botkyrka jarfalla sollentuna stockholms vallentuna varmdo"),  # 000:226
    ],
)
def test_the_municipalities_of_each_group(group: str, municipalities: str) -> None:
    found = sorted(id.removesuffix("-kommun").removesuffix("-stad") for id in inventory()[group]["municipalities"])
    assert found == municipalities.split()


def test_fifteen_municipalities_are_named_and_21_only_stated() -> None:  # 000:74-75, 107-226
    found = representation()["municipalities"]
    assert (found["least"], found["most"], len(found["with_seat"]), len(found["without_known_seat"])) == (
        15,
        26,
        15,
        11,
    )
    assert {reason["why"] for reason in found["reasons"]} == {"no-seats", "no-municipality"}
    (stated,) = found["stated"]
    assert (stated["value"], stated["as_of"], stated["sources"]) == (21, "2022-23", ["000:74-75"])


def test_the_90_to_100_roles_are_a_bound_and_what_the_report_states() -> None:  # 000:71-72
    found = representation()["seats"]
    assert (found["exact"], found["most"]) == (False, None)
    assert found["least"] < 90
    (stated,) = found["stated"]
    assert (stated["least"], stated["most"], stated["qualifier"]) == (90, 100, "about")


def test_the_six_persons_in_several_groups_cannot_be_known() -> None:  # 000:75
    found = representation()["persons_in_several_bodies"]
    assert (found["least"], found["exact"], found["most"]) == (0, False, None)
    assert "nobody-named" in {reason["why"] for reason in found["reasons"]}
    assert [stated["value"] for stated in found["stated"]] == [6]


def test_four_parts_of_the_county_of_which_only_stockholm_is_known_to_have_seats() -> None:  # 000:91-94
    bodies = {body["group"]: body["subregions"] for body in representation()["bodies"]}
    assert len(bodies["bussam"]) == 4
    assert bodies["bussam"]["Stockholms stad"] is True
    assert bodies["bussam"]["södra länet"] is None


def test_three_of_six_have_an_annual_plan() -> None:  # 000:113-114, 141, 170, 195, 214, 229
    plans = {id: item["annual_plan"] for id, item in inventory().items()}
    assert sorted(id for id, has in plans.items() if has) == ["bussam", "regionala-samradet", "styrgrupp-uph"]
    assert set(plans.values()) == {True, False}


def test_every_one_of_the_ten_facts_is_told_but_one_that_has_its_reason() -> None:  # 000:103-238
    missing = [
        (id, name, fact.get("missing"))
        for id, item in inventory().items()
        for name, fact in item["facts"].items()
        if fact["state"] != "told"
    ]
    assert missing == [("styrgrupp-digital", "mission", "Ej uppdaterat")]  # 000:207


def test_four_groups_meet_four_times_a_year() -> None:  # 000:109, 136, 164, 227
    rhythm = {id: item["facts"]["structure"].get("meetings_per_year") for id, item in inventory().items()}
    assert sorted(id for id, number in rhythm.items() if number == 4) == [
        "bussam",
        "regionala-samradet",
        "styrgrupp-rss",
        "styrgrupp-uph",
    ]


def test_the_group_for_digital_coordination_last_met_in_february_2021() -> None:  # 000:210-211
    found = inventory()["styrgrupp-digital"]
    assert (found["last_meeting"], found["status"], found["stale"]) == ("2021-02", "stalled", True)


def test_seven_of_seventeen_agreements_have_an_old_group_that_answers_for_them() -> None:  # 000:115-118, 142-146, 197
    found = vis("group", "transition", *AUTUMN)
    owned = {old["group"]: old["agreements"] for old in found["groups"]}
    assert {group: len(ids) for group, ids in owned.items() if ids} == {
        "bussam": 2,
        "regionala-samradet": 4,
        "styrgrupp-um": 1,
    }
    owner = next(gap for gap in vis("agreement", "gaps", *AUTUMN)["gaps"] if gap["gap"] == "owner")
    assert (owner["count"], owner["total"]) == (10, 17)


def test_no_old_group_can_be_discontinued_and_what_lacks_a_taker_is_told() -> None:  # 000:544-547
    found = vis("group", "transition", *AUTUMN)
    assert sorted(old["group"] for old in found["groups"]) == OLD
    assert not any(old["can_be_discontinued"] for old in found["groups"])
    assert len(found["unassigned"]) == 7
    assert found["responsibilities_not_known"] == ["styrgrupp-digital"]


def test_five_groups_are_on_their_way_and_children_come_last() -> None:  # 000:283-293, 535-543, 623-628
    order = vis("group", "transition", *AUTUMN)["order"]
    assert len(vis("group", "transition")["order"]) == 5
    assert not any(one["exact"] for one in order)
    last = vis("group", "transition")["order"][-1]
    assert (last["group"], last["old_groups"]) == ("barn-och-ungas-halsa", ["bussam", "styrgrupp-um"])


def test_no_new_group_meets_the_three_conditions() -> None:  # 000:598-601
    for group in ("aldres-halsa", "barn-och-ungas-halsa", "digitalisering", "psykisk-ohalsa-och-beroende"):
        assert not any(vis("group", "checklist", group)["conditions"].values())
