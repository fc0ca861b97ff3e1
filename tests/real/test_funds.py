"""The money that the sources speak of: what follows from them comes out to the krona, or as the bound that it is."""

import json
from pathlib import Path
from typing import Any

from tests.program import Done, vis

ROOT = Path(__file__).parents[2]
GRANT = "stimulansmedel-psykisk-halsa-2026"


def fund(*arguments: str) -> Done:
    """Run `vis fund` on the day after the meeting of February 2026."""
    return vis("fund", *arguments, cwd=ROOT, env={"VIS_TODAY": "2026-02-20"})


def computed(id: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(fund("show", id, "--json").out)["computed"]
    return found


def test_of_more_than_81_million_18_are_joint_and_each_side_gets_more_than_31_and_a_half() -> None:  # 003:34-40
    found = computed(GRANT)
    joint, rest = found["allocation"]["portions"]
    assert found["decided"] == "decided"
    assert joint["amount"] == {"kronor": 18_000_000, "qualifier": "exact"}
    assert rest["amount"] == {"kronor": 63_000_000, "qualifier": "more-than"}
    assert [(share["side"], share["amount"]) for share in rest["shares"]] == [
        ("region", {"kronor": 31_500_000, "qualifier": "more-than"}),
        ("municipality", {"kronor": 31_500_000, "qualifier": "more-than"}),
    ]
    assert "decided 2026-02-19 by VIS tjänstestyrgrupp" in fund("show", GRANT).out


def test_what_each_small_municipality_gets_cannot_be_said_without_a_population() -> None:  # 003:36
    done = fund("allocate", GRANT, "--rule", "kommunerna=per-inhabitant", "--pooled", "vallentuna,vaxholm")
    assert (done.code, done.out) == (2, "")
    assert "there is no source for how many inhabitants there are" in done.err


def test_origo_is_paid_to_half_by_the_municipalities_and_a_quarter_each_by_region_and_police() -> None:  # 002:627-629
    (portion,) = computed("origo-finansiering")["allocation"]["portions"]
    assert [(share["side"], share["weight"], share["amount"]) for share in portion["shares"]] == [
        ("municipality", 50, None),
        ("region", 25, None),
        ("external", 25, None),
    ]
    tried = json.loads(fund("allocate", "origo-finansiering", "--total", "10 mnkr", "--json").out)["tried"]
    amounts = [share["amount"]["kronor"] for share in tried["portions"][0]["shares"]]
    assert amounts == [5_000_000, 2_500_000, 2_500_000]


def test_how_many_kronor_stockholm_can_use_of_about_230_million_is_not_known() -> None:  # 003:18, 003:94-96
    found = computed("statsbidrag-god-och-nara-vard-2025-2026")
    assert found["allocation"]["total"] == {"kronor": 230_000_000, "qualifier": "about"}
    (usable,) = found["usable"]
    assert (usable["of"], usable["least"], usable["most"]) == (None, None, None)
    shown = " ".join(fund("show", "statsbidrag-god-och-nara-vard-2025-2026").out.split())
    assert "usable by Stockholms stad: about 70–75 %; in kronor not known" in shown


def test_the_work_for_2027_has_to_begin_now() -> None:  # 003:37, 003:99
    due = " ".join(fund("due").out.split())
    assert due.count("2026-02, may be late") == due.count("the planning of the years after begins") == 2


def test_no_fund_breaks_a_rule() -> None:
    assert vis("check", "--select", "VIS54,VIS55", "--strict", cwd=ROOT).code == 0
