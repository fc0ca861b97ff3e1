"""`vis group transition` and `checklist`: what passes from old groups to new ones, and what these lack."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.old_and_new import GROUPS, county
from tests.program import Done, register, vis

TODAY = {"VIS_TODAY": "2031-09-15"}


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """The county."""
    return register(tmp_path, county(), vis_yaml=None)


def group(*arguments: str, cwd: Path) -> Done:
    """Run `vis group` on a day in September."""
    return vis("group", *arguments, cwd=cwd, env=TODAY)


def data(*arguments: str, cwd: Path) -> Any:
    """Its answer as data."""
    done = group(*arguments, "--json", cwd=cwd)
    assert done.code == 0, done.err
    return json.loads(done.out)


def test_each_responsibility_is_told_with_its_takers(here: Path) -> None:
    assert (
        group("transition", "gamla forumet", cwd=here).out
        == """\
Gamla forumet · active
  - Samverkan om fallskador
    handed over to Äldre 2031-04-01
  - Samverkan om familjer
    can be handed over to Äldre (established), Barn & <unga> (establishing)
  - Samverkan om barn
    shall be taken over by Barn & <unga> (establishing), not established yet
    assumed: Källan säger det inte rent ut
  - Samverkan om det som blir över
    nobody is named to take it over
  - answers for Överenskommelse om vårdplan
  it goes on: 2 of 4 responsibilities lack an established taker
"""
    )


def test_before_a_taker_was_established_nothing_could_be_handed_over(here: Path) -> None:
    (old, _quiet) = data("transition", "--on", "2031-02-01", cwd=here)["groups"]
    assert {one["id"]: one["state"] for one in old["responsibilities"]} == {
        "forumet-fall": "waiting",
        "forumet-bada": "waiting",
        "forumet-barn": "waiting",
        "forumet-ingen": "unassigned",
    }
    assert not old["can_be_discontinued"]


def test_the_group_with_the_fewest_dependencies_comes_first_and_its_count_is_a_least_one(here: Path) -> None:
    found = data("transition", cwd=here)
    order = [(one["group"], one["dependencies"], one["exact"]) for one in found["order"]]
    assert order == [("digitalgruppen", 0, False), ("barngruppen", 5, False)]
    assert found["order"][1]["shared"] == ["forumet-bada"]
    assert (found["unassigned"], found["responsibilities_not_known"]) == (["forumet-ingen"], ["tysta-forumet"])
    assert group("transition", cwd=here).out.endswith("""\
Order of establishment: the fewest known dependencies first (000:535-543)
  1. Samrådsgruppen för det digitala (decided): none known
  2. Barn & <unga> (establishing): at least 5: old groups 1, responsibilities 2, agreements 1,
     shared 1
  the numbers can grow: responsibilities that nobody is named for: 1; it is not known what Tysta
  forumet answers for
""")


def test_a_group_comes_after_the_new_group_that_it_takes_over_from_and_circles_are_said(here: Path) -> None:
    files = {
        "registry/groups/barngruppen.yaml": GROUPS["barngruppen"] + _gives("barn-till", "digitalgruppen"),
    }
    register(here, files, vis_yaml=None)
    found = data("transition", cwd=here)
    assert [(one["group"], one["after"]) for one in found["order"]] == [
        ("barngruppen", []),
        ("digitalgruppen", ["barngruppen"]),
    ]
    files["registry/groups/digitalgruppen.yaml"] = GROUPS["digitalgruppen"] + _gives("digital-till", "barngruppen")
    register(here, files, vis_yaml=None)
    assert data("transition", cwd=here)["circles"] == [["barngruppen", "digitalgruppen"]]
    assert "these wait for each other: barngruppen → digitalgruppen → barngruppen" in group("transition", cwd=here).out


def _gives(id: str, taker: str) -> str:
    return f"responsibilities:\n  - id: {id}\n    text: Något\n    takers: [{taker}]\n"


def test_a_new_group_is_told_what_it_takes_over_and_its_place_in_the_order(here: Path) -> None:
    shown = group("transition", "barn", cwd=here).out
    assert shown.startswith("Barn & <unga> takes over\n  - Gamla forumet (active)\n    - Samverkan om familjer\n")
    assert "number 2 of 2 in the order of establishment; at least 5" in shown
    taken = data("transition", "barn", cwd=here)["takes_over"]
    assert [one["id"] for one in taken[0]["responsibilities"]] == ["forumet-bada", "forumet-barn"]


def test_the_checklist_says_what_is_there_what_is_missing_and_who_sees_to_it(here: Path) -> None:
    shown = group("checklist", "äldre", cwd=here).out
    assert shown.startswith("""\
Samrådsgruppen för äldre (established)
1. Mandate document: met
  [x] a mandate document
  [x] its words on managing and following up agreements
  [x] its words on development questions
  [x] its words on knowledge governance
  [x] its words on the transition to integrated care
  [ ] an annual plan for this year or the next → the group, with the secretariat
  [x] a mission in knowledge governance, and links or why there is none
2. Representation: met
""")
    assert "[ ] a municipal seat for each part of the county (1 without) → both sides" in shown
    assert "3. Chair and process leadership: met\n" in shown
    assert shown.endswith("3 of 3 conditions are met (000:598-601)\n")


def test_the_three_conditions_as_data(here: Path) -> None:
    found = data("checklist", "barn", cwd=here)
    assert found["conditions"] == {"mandate": False, "representation": False, "leadership": False}
    required = [point["topic"] for point in found["points"] if point["required"] and point["state"] == "missing"]
    assert required == ["mandate-document", "seats-of-region", "seats-of-municipalities", "chair", "process-leader"]


def test_only_consultation_groups_have_a_checklist(here: Path) -> None:
    done = group("checklist", "gamla", cwd=here)
    assert (done.code, done.out) == (2, "")
    assert "`gamla-forumet` is no consultation group" in done.err
