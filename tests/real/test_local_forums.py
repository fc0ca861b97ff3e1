"""Local forums of the real register: what the inventory of 2024 counted, and what it did not say."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.program import vis

ROOT = Path(__file__).parents[2]
TODAY = {"VIS_TODAY": "2026-03-02"}


@pytest.fixture(scope="module")
def counts() -> dict[str, dict[str, Any]]:
    """What the matrix counts in the districts of Stockholm, by type."""
    done = vis("forum", "matrix", "--json", "--municipality", "Stockholms stad", cwd=ROOT, env=TODAY)
    assert done.code == 0, done.err
    return {item["type"]: item for item in json.loads(done.out)["types"]}


def test_there_were_15_family_centres_in_10_of_11_districts(counts: dict[str, dict[str, Any]]) -> None:
    found = counts["family-centre"]  # 002:377-389
    assert (found["number"], found["least"], found["most"], found["areas"]) == (15, 10, 10, 11)
    assert found["as_of"] == ["2024-12"]
    done = vis("forum", "list", "--type", "familjecentral", cwd=ROOT, env=TODAY)
    assert done.lines[-2:] == [
        "15 family centres in 10 of 11 districts in Stockholms stad (December 2024).",
        "   None in: Södermalm.",
    ]


def test_every_district_has_a_bus_group_and_five_have_extended_home_visits(counts: dict[str, dict[str, Any]]) -> None:
    assert (counts["bus"]["least"], counts["bus"]["most"]) == (11, 11)  # 002:292
    assert (counts["home-visits"]["least"], counts["home-visits"]["most"]) == (5, 5)  # 002:418-424


@pytest.mark.parametrize("type", ["ksa-gsa", "local-consultation"])
def test_most_districts_is_a_bound_and_no_figure(counts: dict[str, dict[str, Any]], type: str) -> None:
    found = counts[type]  # 002:197-198, 002:482-483
    assert (found["least"], found["number"]) == (6, None)
    assert found["most"] > found["least"]
    assert found["stated"]


def test_the_matrix_is_no_wider_than_a_narrow_terminal() -> None:
    done = vis("forum", "matrix", cwd=ROOT, env=TODAY)
    grid = [line for line in done.lines if line.startswith(("Bromma ", "Södermalm "))]
    assert grid
    assert max(map(len, grid)) <= 80


def test_no_bus_group_is_known_to_have_a_joint_decided_plan() -> None:
    done = vis("check", "--select", "VIS534", cwd=ROOT)
    assert done.code == 0
    assert "BUS groups are not known to have a joint, decided action plan" in done.out + done.err
