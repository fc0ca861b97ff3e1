"""Figures of the sources that coverage answers over the real register, counted by hand from the sources."""

import json
from pathlib import Path
from typing import Any

from pypdf import PdfReader

from tests.program import vis

ROOT = Path(__file__).parents[2]


def coverage(what: str, on: str) -> dict[str, Any]:
    answer = json.loads(vis("coverage", what, "--on", on, "--json", cwd=ROOT).out)
    (found,) = answer["expectations"]
    return dict(found)


def test_37_gsa_are_24_municipalities_and_13_districts() -> None:  # 004:85-158
    found = coverage("gsa", "2023-01-01")
    assert found["least"] == found["most"] == 37
    assert found["municipalities"] == {"total": 26, "covered": 25, "undivided": 24, "districts": 13}
    (norrtalje,) = [item for item in found["subjects"] if item["state"] == "excepted"]
    assert norrtalje["id"] == "norrtalje"
    assert norrtalje["note"].endswith("(assumed)")


def test_25_of_26_municipalities_have_a_gsa_in_words() -> None:
    text = " ".join(vis("coverage", "gsa", "--on", "2023-01-01", cwd=ROOT).out.split())
    assert text.startswith(
        "GSA 25 of 26 municipalities; 37 = 24 municipalities + 13 districts; exception: Norrtälje: "
        "Norrtälje saknas i förteckningen"
    )


def test_when_districts_merged_is_not_known_so_the_number_is_a_bound() -> None:  # 002:377-378, 004:159
    found = coverage("gsa", "2023-06-01")
    assert (found["least"], found["most"]) == (33, 37)
    after = coverage("gsa", "2025-01-01")
    assert (after["least"], after["most"], after["states"]["inherited"]) == (33, 35, 2)
    assert {item["id"] for item in after["subjects"] if item["state"] == "inherited"} == {"jarva", "norra-innerstaden"}


def test_7_of_17_agreements_had_a_group_that_answered_for_them() -> None:  # 000:115-119, 142-146, 197-198, 311-337
    found = coverage("owner", "2022-07-01")
    assert (found["least"], found["most"], found["expected"]) == (7, 7, 17)
    autumn = coverage("owner", "2022-11-01")  # by then two may have been handed over, nobody knows when
    assert (autumn["least"], autumn["most"]) == (5, 7)
    assert {item["id"] for item in autumn["subjects"] if item["state"] == "unknown"} == {"bus", "ungdomsmottagningar"}


def test_no_commands_claim_what_the_register_cannot_know() -> None:
    decisions = coverage("parties", "2026-02-20")
    assert (decisions["states"]["there"], decisions["states"]["missing"]) == (0, 0)
    assert decisions["most"] > decisions["least"] == 0


def test_what_was_late_after_the_minutes_of_february() -> None:  # 003:99, 118
    found = json.loads(vis("report", "due", "--on", "2026-03-01", "--within", "100", "--json", cwd=ROOT).out)
    back = [item for item in found["coming"] if item["kind"] == "assignment"]
    assert [item["when"] for item in back] == ["2026-05-18", "2026-05-18"]


def test_the_page_of_a_municipality_without_seats_is_one_page(tmp_path: Path) -> None:
    done = vis("report", "party", "nacka", "-o", str(tmp_path / "nacka.pdf"), "--on", "2026-11-22", cwd=ROOT)
    assert done.code == 0, done.err
    assert len(PdfReader(tmp_path / "nacka.pdf").pages) == 1
