"""`vis agreement gaps`, `overlap` and `impact`: what is lacking, what is shared, what a revision touches."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.county import COUNTY
from tests.program import register, vis

ON = ("--on", "2031-06-01")


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The county."""
    return register(tmp_path_factory.mktemp("county"), COUNTY, vis_yaml=None)


def gaps(here: Path, *options: str) -> dict[str, Any]:
    """The gaps of a register, by their key."""
    return {gap["gap"]: gap for gap in json.loads(vis("agreement", "gaps", *options, "--json", cwd=here).out)["gaps"]}


def lacking(gap: dict[str, Any]) -> list[str]:
    """Who has a gap."""
    return [item["id"] for item in gap["items"]]


def reasons(here: Path, agreement: str, *options: str) -> dict[tuple[str, str], list[str]]:
    """Why a revision of an agreement touches what it does, by topic and name."""
    report = json.loads(vis("agreement", "impact", agreement, *ON, *options, "--json", cwd=here).out)
    return {(item["topic"], item["name"]): [why["text"] for why in item["why"]] for item in report["affected"]}


def test_each_gap_has_its_count_its_reason_and_its_remedy(here: Path) -> None:
    done = vis("agreement", "gaps", *ON, cwd=here)
    assert (done.code, done.err) == (0, "")
    assert (
        """\
Without a group that answers for it: 1 of 3
  Its follow-up is nobody's task, and nobody proposes changes.
  - 3. Akvarier i väntrum
    Gamla forumet until 2030-12-31, nobody after
  → Write `owners` in its file, with `from`; see `vis explain agreement.owners`.
"""
        in done.out
    )
    assert "Target groups are known of 3 of 5 agreements, subjects of 0." in done.out
    assert max(map(len, done.lines)) <= 100


def test_what_is_lacking_is_lacking_on_the_day(here: Path) -> None:
    found = gaps(here, *ON)
    assert lacking(found["owner"]) == ["akvarier"]
    assert lacking(gaps(here, "--on", "2030-12-31")["owner"]) == []
    assert lacking(found["overdue"]) == ["hjalpmedel"]
    assert lacking(gaps(here, "--on", "2031-03-31")["overdue"]) == []
    assert lacking(found["force"]) == ["aldres-boende", "akvarier", "nattronder"]
    assert lacking(found["follow-up"]) == ["aldres-boende", "akvarier", "hok"]
    assert lacking(found["target-group"]) == ["akvarier"]
    assert lacking(found["local"]) == ["aldres-boende"]
    assert [gap["total"] for gap in found.values()] == [1, 3, 3, 5, 4, 3, 3, 2, 1]


def test_an_owner_whose_work_goes_to_another_group_is_to_hand_over(here: Path) -> None:
    found = gaps(here, *ON)["handover"]
    assert (lacking(found), found["items"][0]["note"]) == (
        ["hjalpmedel"],
        "Gamla forumet, whose work goes to Äldre (established)",
    )


def test_a_matter_of_a_group_that_no_agreement_has_a_word_of_is_named(here: Path, tmp_path: Path) -> None:
    assert [item["note"] for item in gaps(here, *ON)["matter"]["items"]] == [
        "subject: barn och skridskor",
        "responsibility: Röja undan rymdfärder",
    ]
    text = "id: rymd\ntitle: Rymden\naliases: [Skridskoåkning i länet]\ntype: agreement\n"
    there = register(tmp_path, COUNTY | {"agreements/rymd/agreement.yaml": text}, vis_yaml=None)
    assert gaps(there, *ON)["matter"]["items"] == []


def test_a_group_to_which_no_agreement_is_tied_is_named_with_what_it_is_for(tmp_path: Path) -> None:
    files = {path: text.replace("concerned: [barngruppen]\n", "") for path, text in COUNTY.items()}
    found = gaps(register(tmp_path, files, vis_yaml=None), *ON)["group"]
    assert [(item["id"], item["note"]) for item in found["items"]] == [("barngruppen", "for barn och skridskor")]


def test_an_agreement_with_two_possible_owners_names_both(tmp_path: Path) -> None:
    owners = "owners:\n  - group: gamla-forumet\n    until: '2031'\n  - group: aldregruppen\n    from: '2031'\n"
    text = f"id: x\ntitle: Nya\ntype: agreement\n{owners}"
    here = register(tmp_path, COUNTY | {"agreements/x/agreement.yaml": text}, vis_yaml=None)
    notes = {item["id"]: item["note"] for item in gaps(here, *ON)["owner"]["items"]}
    assert notes["x"] == "not certain which: Gamla forumet, Äldre"


def test_an_ended_agreement_lacks_nothing(tmp_path: Path) -> None:
    path = "agreements/akvarier/agreement.yaml"
    files = COUNTY | {path: f"{COUNTY[path]}ended: {{last_day: 2031-05-31}}\n"}
    here = register(tmp_path, files, vis_yaml=None)
    assert lacking(gaps(here, *ON)["owner"]) == []
    assert lacking(gaps(here, "--on", "2031-05-31")["owner"]) == ["akvarier"]


def test_an_empty_register_lacks_nothing(tmp_path: Path) -> None:
    done = vis("agreement", "gaps", cwd=register(tmp_path))
    assert (done.code, done.err) == (0, "")
    assert "Target groups are known of 0 of 0 agreements" in done.out
    assert vis("agreement", "overlap", cwd=tmp_path).code == 0
    assert vis("agreement", "list", cwd=tmp_path).code == 0


def test_agreements_for_the_same_people_are_found_whatever_the_ending_of_the_words(here: Path) -> None:
    done = vis("agreement", "overlap", *ON, cwd=here)
    assert (
        done.out
        == """\
Target groups that several agreements are for: 2
  - Äldre
    · Ronder på natten
    · 1. Boendeavtalet, for: Äldre i särskilda boenden
    · 2. Kostnadsansvar för hjälpmedel, for: Äldre i särskilt boende
  - Äldre i särskilda boenden
    · 1. Boendeavtalet
    · 2. Kostnadsansvar för hjälpmedel

Agreements and groups
  a  Barn
  b  Gamla forumet
  c  Äldre
  O (answers for it), C (is concerned), + (lists it)

                                     a  b  c
   1  Boendeavtalet                  C  ·  O
   2  Kostnadsansvar för hjälpmedel  ·  O  ·
      Ronder på natten               ·  ·  O

Tied to no group: 2 of 5
"""
    )


def test_the_matrix_tells_programs_the_same(here: Path) -> None:
    report = json.loads(vis("agreement", "overlap", *ON, "--json", cwd=here).out)
    assert report["matrix"] == [
        {"agreement": "aldres-boende", "group": "aldregruppen", "part": "owner"},
        {"agreement": "aldres-boende", "group": "barngruppen", "part": "concerned"},
        {"agreement": "hjalpmedel", "group": "gamla-forumet", "part": "owner"},
        {"agreement": "nattronder", "group": "aldregruppen", "part": "owner"},
    ]


def test_a_revision_touches_what_belongs_to_it_and_all_that_are_bound(here: Path) -> None:
    assert reasons(here, "aldres-boende") == {
        ("agreements", "Ronder på natten"): [
            "belongs to it (partial)",
            "for the same people, or some of them: Äldre",
            "the same group answers for it: Äldre",
        ],
        ("agreements", "Kostnadsansvar för hjälpmedel"): [
            "it names it as related",
            "for the same people, or some of them: Äldre i särskilt boende",
        ],
        ("groups", "Äldre"): ["answers for it"],
        ("groups", "Barn"): ["is concerned by it"],
        ("documents", "Vägledning om larm"): ["goes with it (guidance), version and date: 3, 2030-05-02"],
        ("documents", "Mall för rond"): ["goes with it (template), undated"],
        ("local", "Exempelby"): ["it demands a local consultation in every area"],
        ("local", "Provköping"): ["it demands a local consultation in every area"],
        ("meetings", "Äldre 2031-02-19"): ["speaks of it: Läget i boendena"],
        ("parties", "Exempelregionen"): ["is bound by it, and has to adopt what is new"],
        ("parties", "Exempelby kommun"): ["is bound by it, and has to adopt what is new"],
        ("parties", "Provköping"): ["is bound by it, and has to adopt what is new"],
        ("contacts", "Ann Exempel"): ["chair of Äldre"],
    }


def test_being_named_as_related_counts_in_both_directions(here: Path) -> None:
    found = reasons(here, "hjalpmedel")
    assert found["agreements", "Boendeavtalet"][0] == "names it as related"
    assert found["groups", "Äldre"] == ["continues the work of Gamla forumet"]


def test_the_main_agreement_touches_what_is_brought_in_line_with_it(here: Path) -> None:
    found = reasons(here, "HÖK")
    assert found["agreements", "Kostnadsansvar för hjälpmedel"] == ["was brought in line with its version 1.0"]
    assert found["agreements", "Akvarier i väntrum"] == [
        "names it in its text (1)",
        "to be in line with it; it is not known with which version it is",
    ]
    assert ("agreements", "Ronder på natten") not in found


def test_only_the_parties_of_the_agreement_have_to_adopt_it_again(here: Path) -> None:
    names = [name for topic, name in reasons(here, "akvarier") if topic == "parties"]
    assert names == ["Exempelregionen", "Provköping"]


@pytest.mark.parametrize("given", ["aldres-boende", "1", "Boendeavtalet", "boende", "rullstolar", "vard i sarskilt"])
def test_an_agreement_is_known_by_any_of_its_names_and_by_a_part_of_one(here: Path, given: str) -> None:
    done = vis("agreement", "impact", given, cwd=here)
    assert (done.code, done.lines[0]) == (0, "If Vård i särskilt boende is revised")


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ("boendeavtaelt", "vis: there is no agreement `boendeavtaelt`\n     did you mean `aldres-boende`?\n"),
        ("qqqqq", "vis: there is no agreement `qqqqq`\n     `vis list agreement` shows what there is\n"),
        ("aldregruppen", "vis: there is no agreement `aldregruppen`"),
        ("överenskommelse", "vis: `överenskommelse` can be several: `akvarier`, `aldres-boende`, `hjalpmedel`"),
    ],
)
def test_an_agreement_that_is_not_there_is_answered_with_what_is_near(here: Path, given: str, message: str) -> None:
    done = vis("agreement", "impact", given, cwd=here)
    assert (done.code, done.out) == (2, "")
    assert message in done.err
