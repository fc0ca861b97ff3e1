"""The real agreements: found by people's words, and what they lack counted as the sources have it."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]


def vis(*arguments: str) -> Any:
    run = [sys.executable, "-m", "vis_cli", "-C", str(ROOT), "agreement", *arguments, "--json"]
    return json.loads(subprocess.run(run, capture_output=True, check=True).stdout)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("hjalpmedel", "hjalpmedel"),
        ("hjälpmedlen", "hjalpmedel"),
        ("Huvudöverenskommelsen", "hok"),
        ("spelmissbruk pengar", "spel-om-pengar"),
        ("missbrk", "missbruk-och-beroende"),
        ("utskrivningar", "utskrivning-fran-sluten-vard"),
        ("tandvården barn", "vard-utanfor-det-egna-hemmet"),
        ("ungdomsmottagningen", "ungdomsmottagningar"),
        ("demens", "demenssjukdom-och-kognitiv-svikt"),
        ("läkare äldreboende", "lakarorganisation-i-sarskilt-boende"),
        ("de avlidna", "omhandertagande-av-avlidna"),
    ],
)
def test_an_agreement_is_found_by_the_words_that_people_use(words: str, expected: str) -> None:
    assert vis("search", words)["found"][0]["id"] == expected


@pytest.mark.parametrize(
    ("words", "other"),
    [
        ("demens", "hok"),  # "uppföljningen av dem": the stem of both is `dem`
        ("äldre demens", "hok"),
        ("äldre", "hok"),  # it speaks of `åldersgrupper`
        ("vidare", "utskrivning-fran-sluten-vard"),  # "vid"
    ],
)
def test_a_short_stem_and_another_vowel_find_nothing(words: str, other: str) -> None:
    found = vis("search", words)["found"]
    assert found
    assert other not in [item["id"] for item in found]


def test_what_is_about_every_word_comes_first() -> None:
    found = vis("search", "äldre", "psykisk", "sjukdom")["found"]
    assert found[0]["id"] == "aldre-med-psykisk-sjukdom"
    assert [bool(item["lacking"]) for item in found] == sorted(bool(item["lacking"]) for item in found)


def test_ten_of_seventeen_agreements_have_no_owner() -> None:  # 000:311-337; P-09
    owner = next(gap for gap in vis("gaps", "--on", "2026-01-01")["gaps"] if gap["gap"] == "owner")
    assert (owner["count"], owner["total"]) == (10, 17)


def test_a_revision_of_the_main_agreement_concerns_the_region_and_26_municipalities() -> None:  # 003:43, 004:10
    affected = vis("impact", "hok")["affected"]
    assert len([item for item in affected if item["topic"] == "parties"]) == 27
    assert len([item for item in affected if item["topic"] == "agreements"]) >= 17


def test_the_agreements_for_the_elderly_overlap() -> None:
    elderly = next(item for item in vis("overlap")["target_groups"] if item["name"] == "Äldre")
    assert {"vard-och-omsorg-for-aldre", "lakemedelsanvandning-for-aldre"} <= set(elderly["agreements"])
