"""`vis contact list`, `stale`, `show`, `checklist` and `route`: all areas, what is old, what is required, which way."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.contacts import answered, contact, county


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The county; it is only read."""
    return county(tmp_path_factory.mktemp("county"))


def data(here: Path, *arguments: str) -> Any:
    done = contact(here, *arguments, "--json")
    assert done.code == 0, done.err
    return json.loads(done.out)


def test_every_area_of_the_day_is_listed_with_its_contacts(here: Path) -> None:
    done = contact(here, "list")
    assert [line.split("  ")[0] for line in done.lines] == [
        "area",
        "Exempelby",
        "Hässelön-Älvåsen",
        "Järvö",
        "Norrtuna",
        "Testvik",
    ]
    assert "? (before: Kisa vårdcentral; Tenstads vårdcentral)" in done.lines[3]
    assert "(none is expected)" in done.lines[5]
    assert done.err.splitlines() == [
        "KSA: known in 2 of 5 areas (2 municipalities, 0 districts); not expected in 0; not known in 3",
        "GSA: known in 3 of 5 areas (2 municipalities, 1 districts); not expected in 1; not known in 1",
    ]


def test_before_the_merger_the_old_areas_are_listed(here: Path) -> None:
    items = data(here, "list", "--on", "2030-06-01")["items"]
    assert {item["area"] for item in items} >= {"rinkby-kisa", "tenstad"}
    assert "jarvo" not in {item["area"] for item in items}
    assert sum(bool(item["gsa"]["held"]) for item in items) == 5


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (["--subregion", "norra lanet"], ["exempelby", "norrtuna"]),
        (["--municipality", "Exempelstad"], ["hasselon-alvasen", "jarvo"]),
        (["--municipality", "exempelbys kommun"], ["exempelby"]),
        (["--missing"], ["hasselon-alvasen", "jarvo", "testvik"]),
    ],
)
def test_a_part_of_the_county_is_listed(here: Path, options: list[str], expected: list[str]) -> None:
    assert [item["area"] for item in data(here, "list", *options)["items"]] == expected


def test_what_is_missing_is_counted_of_all_areas(here: Path) -> None:
    whole, part = (contact(here, "list", *more) for more in ((), ("--missing",)))
    assert part.err == whole.err and len(part.lines) < len(whole.lines)


def test_what_nobody_has_looked_at_for_a_year_is_stale_the_oldest_first(here: Path) -> None:
    items = data(here, "stale")["items"]
    assert [(item["area"], item["role"], item["what"]) for item in items] == [
        ("exempelby", "gsa", "never-verified"),
        ("hasselon-alvasen", "gsa", "never-verified"),
        ("hasselon-alvasen", "gsa", "plan-unknown"),
        ("norrtuna", "gsa", "never-verified"),
        ("norrtuna", "gsa", "plan-unknown"),
        ("norrtuna", "ksa", "verified"),
        ("exempelby", "gsa", "plan"),
    ]


def test_how_old_is_stale_can_be_said(here: Path) -> None:
    def of_norrtuna(months: str) -> list[str]:
        items = data(here, "stale", "--months", months)["items"]
        return [item["what"] for item in items if item["area"] == "norrtuna" and item["role"] == "ksa"]

    assert of_norrtuna("19") == ["verified"]
    assert of_norrtuna("20") == []
    assert data(here, "stale", "--months", "6", "--on", "2031-09-01")["items"][-1]["area"] == "exempelby"


def test_an_area_is_shown_with_those_who_held_it_before(here: Path) -> None:
    lines = answered(here, "show", "exempelby")
    assert "- GSA Gamla torgets vårdcentral, until 2030-12-31, never verified" in lines
    assert "area plan: 2030-01" in lines
    assert "run by: private" in lines


def test_an_area_that_is_no_more_says_what_it_became(here: Path) -> None:
    lines = answered(here, "show", "kisa")
    assert lines[1] == "it is no area on 2031-09-01: it ended 2030-12-31; now Järvö"
    assert "- GSA Kisa vårdcentral, since when is not known, never verified" in lines


def test_history_of_a_merged_area_has_both(here: Path) -> None:
    history = data(here, "show", "jarvo")["history"]["gsa"]
    assert [(one["area"], one["clinic"]) for one in history] == [
        ("rinkby-kisa", "Kisa vårdcentral"),
        ("tenstad", "Tenstads vårdcentral"),
    ]


def test_what_is_required_is_met_or_not_or_not_known(here: Path, tmp_path: Path) -> None:
    mine = county(tmp_path)
    duties = ("--duty", "contact", "--knowledge", "all", "--private-providers", "--mandate-adopted", "2031-03")
    assert contact(mine, "set", "exempelby", "ksa", *duties).code == 0
    ksa, gsa = data(mine, "checklist", "exempelby")["items"]
    assert {one["key"]: one["state"] for one in ksa["items"]} == {
        "appointed": "met",
        "reachable": "met",
        "duty-contact": "met",
        "duty-local-meetings": "unmet",
        "duty-questions": "unmet",
        "knowledge-social-services": "met",
        "knowledge-collaboration": "met",
        "private-providers": "met",
        "mandate": "met",
        "verified": "met",
    }
    states = {one["key"]: one["state"] for one in gsa["items"]}
    assert (states["area-plan"], states["action-plan"], states["crisis-duty"]) == ("met", "unknown", "unknown")
    assert "[ ] takes part in the local meetings" in contact(mine, "checklist", "exempelby").out


def test_over_all_areas_each_requirement_is_counted(here: Path) -> None:
    lines = contact(here, "checklist").lines
    assert lines[0].split() == ["requirement", "met", "not", "met", "not", "known"]
    assert ["KSA", "is", "appointed", "2", "0", "3"] in [line.split() for line in lines]


def test_the_way_of_a_question_goes_from_who_is_asked_to_the_steering_group(here: Path) -> None:
    found = data(here, "route", "--area", "Exempelby", "--subject", "bus")
    assert found["agreement"] == "bus"
    assert [forum["forum"] for forum in found["forums"]] == ["bus-exempelby"]
    assert [(step["at"], step["group"], step["why"]) for step in found["steps"]] == [
        ("first", None, ""),
        ("contacts", None, ""),
        ("forum", None, ""),
        ("group", "barngruppen", "owner"),
        ("steering", "styrgruppen", "above"),
    ]
    lines = answered(here, "route", "--area", "Exempelby", "--subject", "bus")
    assert lines[2:4] == [
        "1. Whoever is asked first",
        "keeps the responsibility until it has been handed over to somebody who has taken it (002:660-661)",
    ]


def test_a_question_in_a_whole_sentence_finds_its_forum(here: Path) -> None:
    found = data(here, "route", "--area", "exempelby", "--subject", "Vem svarar på frågor om LSS?")
    assert [forum["forum"] for forum in found["forums"]] == ["lss-exempelby"]


def test_where_nobody_answers_for_the_agreement_the_secretariat_has_it(here: Path) -> None:
    steps = data(here, "route", "--area", "kisa", "--subject", "utskrivning")["steps"]
    assert (steps[-1]["group"], steps[-1]["why"]) == ("processledningen", "secretariat")


UNNAMED = """\
id: hasselon-alvasen
ksa:
  - from: 2030-09-01
    assumed: Tretton är utsedda på elva stadsdelar.
gsa:
  - clinic: To Vård Husläkarmottagning Holmen
"""
FIGURE = """\
id: ksa-i-exempelstad
title: Utsedda KSA i Exempelstad
unit: KSA
as_of: 2030-23
value: 13
answers: ksa
unknown: Vilka de är framgår inte
"""


@pytest.fixture(scope="module")
def appointed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The county, where a source says that a district has a KSA, and not who it is."""
    here = county(tmp_path_factory.mktemp("appointed"))
    (here / "registry/contacts/hasselon-alvasen.yaml").write_text(UNNAMED, encoding="utf-8")
    (here / "registry/figures").mkdir()
    (here / "registry/figures/ksa-i-exempelstad.yaml").write_text(FIGURE, encoding="utf-8")
    return here


def test_one_who_is_appointed_and_not_named_is_neither_known_nor_missing(appointed: Path) -> None:
    done = contact(appointed, "list")
    assert "appointed (assumed), not known who" in done.out
    assert " ".join(done.err.split()).startswith(
        "KSA: known in 2 of 5 areas (2 municipalities, 0 districts); appointed, not known who, in 1; "
        "not expected in 0; not known in 2 "
    )
    (item,) = [one for one in data(appointed, "list")["items"] if one["area"] == "hasselon-alvasen"]
    assert (item["ksa"]["held"], len(item["ksa"]["unnamed"])) == ([], 1)


def test_before_the_appointment_nothing_is_known(appointed: Path) -> None:
    assert "not known who" not in contact(appointed, "list", "--on", "2030-06-01").out


def test_who_the_appointed_one_is_the_municipality_can_tell(appointed: Path) -> None:
    found = contact(appointed, "find", "Hässelön-Älvåsen").out
    assert "KSA    appointed (assumed), not known who; Exempelstad" in found
    assert "can tell" in found


def test_what_is_required_of_the_appointed_one_is_listed_as_not_known(appointed: Path) -> None:
    lines = contact(appointed, "checklist", "Hässelön-Älvåsen").lines
    assert lines[:2] == ["KSA Hässelön-Älvåsen: not known who", "   [x] is appointed (002:78-80)"]
    assert sum(line.startswith("   [?]") and "(001:65-71)" in line for line in lines) == 3


def test_what_a_source_states_of_the_ksa_stands_beside_the_list(appointed: Path) -> None:
    assert contact(appointed, "list").out.endswith(
        "  - as a source states: Utsedda KSA i Exempelstad: 13 (autumn 2030)\n    Vilka de är framgår inte\n"
    )
    assert [one["value"] for one in data(appointed, "list")["stated"]] == [13]
    assert "as a source states" not in contact(appointed, "list", "--municipality", "exempelbys kommun").out
