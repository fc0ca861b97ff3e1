"""What follows from the real minutes: the decision log, the assignments, the development questions."""

import json
from pathlib import Path
from typing import Any

from tests.program import vis

ROOT = Path(__file__).parents[2]

TODAY = {"VIS_TODAY": "2026-03-01"}


def asked(*arguments: str) -> list[dict[str, Any]]:
    """The items of a list as JSON."""
    items: list[dict[str, Any]] = json.loads(vis(*arguments, "--json", cwd=ROOT, env=TODAY).out)["items"]
    return items


def test_the_decisions_of_february_are_in_the_log_with_their_amounts_and_sources() -> None:
    found = {item["id"]: item for item in asked("decision", "list", "--body", "tjanstestyrgruppen", "--year", "2026")}
    money = found["beslut-stimulansmedel"]
    assert [amount["kronor"] for amount in money["amounts"]] == [18000000]
    assert money["sources"] == ["003:39-40"]
    (course,) = found["rekommendation-rapport"]["became"]["forwarded"]
    assert (course["kind"], course["to"], course["state"]) == ("decision", "politiska-styrgruppen", "waiting")
    assert len(found["beslut-fragor-vidare"]["became"]["forwarded"]) == 3


def test_a_decision_is_found_by_the_words_that_somebody_remembers() -> None:
    for words in (("stimulansmedlen", "2026"), ("fördelning", "stimulansmedel")):
        assert [item["id"] for item in asked("decision", "list", *words)] == ["beslut-stimulansmedel"]


def test_the_two_assignments_of_february_are_open_and_come_back_in_may() -> None:
    found = {item["id"]: item["computed"] for item in asked("assignment", "list", "--open", "--on", "2026-03-01")}
    for id in ("uppdrag-langsiktig-struktur", "uppdrag-resa"):
        assert (found[id]["state"], found[id]["returns_at"]) == ("open", "tjanstestyrgruppen-2026-05-18")


def test_no_question_waits_nowhere() -> None:
    found = asked("question", "list")
    assert found
    assert [item["id"] for item in found if item["computed"]["waits_nowhere"]] == []
