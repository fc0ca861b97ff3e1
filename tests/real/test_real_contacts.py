"""The real contacts: found by their old and misspelt names, and counted as the sources have them."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]


def contact(*arguments: str) -> Any:
    run = [sys.executable, "-m", "vis_cli", "-C", str(ROOT), "contact", *arguments, "--json"]
    return json.loads(subprocess.run(run, capture_output=True, check=True).stdout)


def test_37_coordinating_health_centres_in_24_municipalities_and_13_districts() -> None:  # 004:85-158
    items = contact("list", "--on", "2022-12-31")["items"]
    known = [item["type"] for item in items if item["gsa"]["held"]]
    assert (len(known), known.count("municipality"), known.count("district")) == (37, 24, 13)
    assert [item["area"] for item in items if item["gsa"]["exempt"]] == ["norrtalje"]


def test_today_the_merged_districts_answer_with_those_that_they_were_made_of() -> None:  # 002:377-389, 004:159
    items = contact("list", "--on", "2026-03-01")["items"]
    earlier = {item["area"]: {one["clinic"] for one in item["gsa"]["earlier"]} for item in items}
    assert {area: clinics for area, clinics in earlier.items() if clinics} == {
        "jarva": {"Kista vårdcentral", "Tensta vårdcentral"},
        "norra-innerstaden": {"Surbrunns vårdcentral", "To Care Husläkarmottagning City"},
    }


@pytest.mark.parametrize(
    ("words", "area"),
    [
        ("Kista", "jarva"),
        ("Rinkeby-Kista", "jarva"),
        ("norrmalm", "norra-innerstaden"),
        ("Norrtelje", "norrtalje"),
        ("sodertalje", "sodertalje"),
        ("Upplands vasby", "upplands-vasby"),
        ("Gubbängen", "farsta"),
        ("haegersten", "hagersten-alvsjo"),
    ],
)
def test_an_area_is_found_by_an_old_or_misspelt_name(words: str, area: str) -> None:
    assert [item["area"] for item in contact("find", words, "--on", "2026-03-01")["areas"]] == [area]


def test_who_answers_for_a_question_in_an_area() -> None:  # 000:311-337
    subject = contact("find", "BUS Farsta", "--on", "2026-03-01")["subject"]
    assert (subject["agreement"], subject["owner"]) == ("bus", "barn-och-ungas-halsa")


def test_kista_was_an_area_of_its_own_in_2022() -> None:
    (area,) = contact("find", "Kista", "--on", "2022-12-31")["areas"]
    assert (area["area"], area["gsa"]["held"][0]["clinic"]) == ("rinkeby-kista", "Kista vårdcentral")
