"""`vis decision`: the decision log of all bodies, and what became of each decision."""

import json
from pathlib import Path

import pytest

from tests.history.repositories import Repository
from tests.minutes import OFFICIALS, POLITICAL, VERSION, county, meeting
from tests.program import Done, register, vis

TODAY = {"VIS_TODAY": "2031-04-15"}


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The county."""
    return register(tmp_path_factory.mktemp("county"), county(), vis_yaml=None)


def decision(*arguments: str, cwd: Path) -> Done:
    """Run `vis decision` on a day in April."""
    return vis("decision", *arguments, cwd=cwd, env=TODAY)


def addresses(done: Done) -> list[str]:
    """The addresses of a list as JSON."""
    return [item["address"] for item in json.loads(done.out)["items"]]


def test_the_log_has_the_decisions_of_all_bodies_the_newest_first_with_what_became_of_them(here: Path) -> None:
    done = decision("list", cwd=here)
    assert (done.code, done.err) == (0, "found: 4\n")
    assert (
        done.out.replace("\u00a0", " ")
        == """\
2031-02-20  tjanstegruppen-2031-02-20#beslut-1
   Tjänstestyrgruppen rekommenderar Politiska styrgruppen att anta överenskommelsen om vårdplan och
   avsätta medel till hjälpmedlen.
   omkring 2 500 000 kronor: Hjälpmedel
   → answers Samrådsgruppen för äldre, 2031-01-15: Vårdplanen
   → not taken up by Politiska styrgruppen on 2031-03-10; waits for its meeting on 2031-06-10
   → Överenskommelse om vårdplan 1.0: draft

2031-02-20  tjanstegruppen-2031-02-20#beslut-2
   Tjänstestyrgruppen beslutar att dessa frågor tas vidare.
   → Överenskommelse om vårdplan: not taken up by Politiska styrgruppen on 2031-03-10; waits for its
     meeting on 2031-06-10

2031-01-15  aldregruppen-2031-01-15#rekommendation-vardplan
   Samrådsgruppen för äldre rekommenderar Tjänstestyrgruppen att godkänna förslaget till vårdplan.
   → Tjänstestyrgruppen decided on it 2031-02-20: tjanstegruppen-2031-02-20#beslut-1; the answer
     came back 2031-03-19; taken further: not taken up by Politiska styrgruppen on 2031-03-10; waits
     for its meeting on 2031-06-10

2031-01-15  aldregruppen-2031-01-15#beslut-vidare
   Samrådsgruppen för äldre beslutar att dessa frågor tas vidare.
   → Lägesbilden: not taken up by Tjänstestyrgruppen on 2031-02-20; waits for its meeting on
     2031-05-20
   → Vårdplanen: Tjänstestyrgruppen decided on it 2031-02-20: tjanstegruppen-2031-02-20#beslut-1;
     the answer came back 2031-03-19; taken further: not taken up by Politiska styrgruppen on
     2031-03-10; waits for its meeting on 2031-06-10
"""
    )


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (("--body", "samrådsgruppen"), ["rekommendation-vardplan", "beslut-vidare"]),
        (("--agreement", "vårdplan"), ["beslut-1"]),
        (("--year", "2031", "--type", "decides"), ["beslut-2", "beslut-vidare"]),
        (("--from", "2031-02-01"), ["beslut-1", "beslut-2"]),
        (("--until", "2031-02-01"), ["rekommendation-vardplan", "beslut-vidare"]),
        (("--from", "2031-01-15", "--until", "2031-01-15", "--type", "recommends"), ["rekommendation-vardplan"]),
        (("--year", "2030"), []),
        (("hjälpmedel",), ["beslut-1"]),
        (("hjalpmedlets",), ["beslut-1"]),
        (("hjlpmedel",), ["beslut-1"]),
        (("frågorna",), ["beslut-2", "beslut-vidare"]),
        (("frågor", "tjänstestyrgruppen"), ["beslut-2"]),
        (("beslutsunderlaget",), ["beslut-1"]),
    ],
)
def test_the_log_is_asked_by_body_agreement_time_type_and_words(
    here: Path, options: tuple[str, ...], expected: list[str]
) -> None:
    done = decision("list", *options, "--json", cwd=here)
    assert done.code == 0, done.err
    assert [address.partition("#")[2] for address in addresses(done)] == expected


def test_a_misspelt_word_is_taken_for_the_nearest_and_that_is_said(here: Path) -> None:
    done = decision("list", "hjlpmedel", cwd=here)
    assert done.lines[0] == "2031-02-20  tjanstegruppen-2031-02-20#beslut-1"
    assert done.err == "no decision has `hjlpmedel`; looked for `hjalpmedel`\nfound: 1\n"


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("list", "xylofon"), 1, "no decision speaks of `xylofon`\n     try another word for it"),
        (("list", "--body", "tjänstestyrgrupen"), 2, "there is no group `tjänstestyrgrupen`\n     did you mean"),
        (("list", "--type", "rekommends"), 2, "there is no type `rekommends`\n     did you mean `recommends`?"),
        (("list", "--year", "2031", "--from", "2031-01-01"), 2, "--year does not go with --from and --until"),
        (("list", "--from", "2031-02-01", "--until", "2031-01-01"), 2, "the time ends 2031-01-01"),
        (("list", "--from", "februari"), 2, "there is no day `februari`"),
        (("list", "..."), 2, "there is no word to look for in `...`"),
        (("show", "beslut-7"), 2, "there is no decision `beslut-7`\n     did you mean `"),
        (("show", "tjanstegruppen-2031-02-20#beslut-9"), 2, "did you mean `tjanstegruppen-2031-02-20#beslut-2`"),
        (("show", "tjanstegruppen-2031-02-21#beslut-1"), 2, "there is nothing with the id"),
    ],
)
def test_what_is_not_there_is_answered_with_what_is_near(
    here: Path, arguments: tuple[str, ...], code: int, message: str
) -> None:
    done = decision(*arguments, cwd=here)
    assert (done.code, message in done.err) == (code, True), done.err


def test_nothing_left_by_the_filters_is_said_aside(here: Path) -> None:
    done = decision("list", "--year", "2030", cwd=here)
    assert (done.code, done.out, done.err) == (0, "", "no decision is like that\n")


@pytest.mark.parametrize(
    "given", ["beslut-1", "tjanstegruppen-2031-02-20#beslut-1", "Tjänstestyrgruppen 2031-02-20#beslut-1"]
)
def test_one_decision_is_shown_with_its_basis_and_amounts(here: Path, given: str) -> None:
    done = decision("show", given, cwd=here)
    assert (done.code, done.err) == (0, "")
    assert (
        done.out.replace("\u00a0", " ")
        == """\
tjanstegruppen-2031-02-20#beslut-1
   Tjänstestyrgruppen rekommenderar Politiska styrgruppen att anta överenskommelsen om vårdplan och
   avsätta medel till hjälpmedlen.

meeting: Tjänstestyrgruppen, 20 February 2031
item: 1. Vårdplanen för äldre
minutes: drafted
basis: Beslutsunderlag om vårdplanen
amount: omkring 2 500 000 kronor: Hjälpmedel
concerns: Överenskommelse om vårdplan 1.0 (vardplan)
   → answers Samrådsgruppen för äldre, 2031-01-15: Vårdplanen
   → not taken up by Politiska styrgruppen on 2031-03-10; waits for its meeting on 2031-06-10
   → Överenskommelse om vårdplan 1.0: draft
"""
    )


def test_the_whole_decision_is_there_as_data(here: Path) -> None:
    found = json.loads(decision("show", "beslut-1", "--json", cwd=here).out)
    assert found["schema_version"] == 1
    assert found["wording"].startswith("Tjänstestyrgruppen rekommenderar Politiska styrgruppen att anta")
    assert found["basis"] == [{"id": "underlag", "title": "Beslutsunderlag om vårdplanen"}]
    assert found["amounts"] == [{"kronor": 2500000, "qualifier": "about", "purpose": "Hjälpmedel"}]
    became = found["became"]
    assert (became["stage"], became["answers"]) == ("draft", "aldregruppen-2031-01-15#vardplanen")
    (course,) = became["forwarded"]
    assert (course["state"], course["date"], course["passed"]) == (
        "waiting",
        "2031-06-10",
        ["politikergruppen-2031-03-10"],
    )


def test_an_id_that_several_meetings_use_asks_for_the_address(tmp_path: Path) -> None:
    files = county()
    files[POLITICAL] += "    decisions:\n      - id: beslut-1\n        type: decides\n        text: avvakta\n"
    done = decision("show", "beslut-1", cwd=register(tmp_path, files, vis_yaml=None))
    assert (done.code, "`politikergruppen-2031-03-10#beslut-1`" in done.err) == (2, True)


TAKEN_UP = """\
items:
  - id: vardplanen
    heading: Vårdplanen
    type: decision
    origin:
      kind: forwarded
      meeting: tjanstegruppen-2031-02-20
      item: vardplan
      why: Från Tjänstestyrgruppen
"""
DROPPED = """\
dropped:
  - heading: Vårdplanen
    origin:
      kind: forwarded
      meeting: tjanstegruppen-2031-02-20
      item: vardplan
      why: Från Tjänstestyrgruppen
    reason: budgeten är inte klar
"""


@pytest.mark.parametrize(
    ("date", "status", "more", "expected"),
    [
        ("2031-06-10", "called", TAKEN_UP, "on the agenda of Politiska styrgruppen on 2031-06-10"),
        ("2031-06-10", "held", TAKEN_UP, "taken up by Politiska styrgruppen on 2031-06-10; no decision is recorded"),
        (
            "2031-06-10",
            "called",
            DROPPED,
            "dropped from the agenda of Politiska styrgruppen on 2031-06-10: budgeten är inte klar",
        ),
        (
            "2031-06-10",
            "cancelled",
            TAKEN_UP,
            "not taken up by Politiska styrgruppen on 2031-03-10, which has no meeting planned",
        ),
    ],
)
def test_a_forwarded_item_is_followed_wherever_it_goes(
    tmp_path: Path, date: str, status: str, more: str, expected: str
) -> None:
    files = county()
    files[f"registry/meetings/politikergruppen/{date}.yaml"] = meeting("politikergruppen", date, status, more)
    done = decision("show", "beslut-1", cwd=register(tmp_path, files, vis_yaml=None))
    assert expected in " ".join(done.out.split()), done.out


def test_a_recommendation_that_nothing_takes_on_is_said_to_be_left(tmp_path: Path) -> None:
    files = county()
    files[OFFICIALS] = files[OFFICIALS].replace("kind: decision\n        to", "kind: information\n        to")
    done = decision("show", "beslut-1", cwd=register(tmp_path, files, vis_yaml=None))
    assert "   → not taken on to Politiska styrgruppen for decision" in done.lines


def test_the_log_is_asked_of_the_past(tmp_path: Path) -> None:
    repository = Repository(tmp_path / "county")
    files = county()
    before = repository.commit(files, day="2031-03-01")
    files[OFFICIALS] = files[OFFICIALS].replace("avsätta medel", "spara medel")
    repository.commit(files, day="2031-03-02")
    now, then = (decision("show", "beslut-1", *at, cwd=repository.root) for at in ((), ("--at", before)))
    assert ("spara medel" in now.out, "avsätta medel" in then.out) == (True, True)


def test_a_meeting_that_cannot_be_read_is_named_beside_the_log(tmp_path: Path) -> None:
    files = county() | {POLITICAL: "id: fel\n"}
    done = decision("list", cwd=register(tmp_path, files, vis_yaml=None))
    assert f"left out, because they cannot be understood: {POLITICAL}" in done.err


def test_nobody_is_blamed_for_what_may_stand_in_minutes_that_cannot_be_read(tmp_path: Path) -> None:
    check = ("check", "--select", "VIS258", "--format", "concise")
    here = register(tmp_path, county(), vis_yaml=None)
    assert [line.rpartition(" ")[2] for line in vis(*check, cwd=here).found] == ["VIS258", "VIS258"]
    register(tmp_path, {POLITICAL: "id: fel\n"}, vis_yaml=None)
    assert vis(*check, cwd=here).found == []


def test_the_agreement_and_the_minutes_must_tell_the_same(tmp_path: Path) -> None:
    files = county()
    files[OFFICIALS] = files[OFFICIALS].replace(
        "        recipient: politikergruppen\n        agreement", "        agreement"
    )
    select = ("check", "--select", "VIS254,VIS255", "--format", "concise")
    here = register(tmp_path, files, vis_yaml=None)
    assert vis(*select, cwd=here).found == [f"{OFFICIALS}:21:18 VIS255"]
    done = vis(
        *("agreement", "recommend", "vardplan", "1.0", "--body", "tjanstegruppen", "--date", "2031-02-20"),
        *("--meeting", "tjanstegruppen-2031-02-20"),
        cwd=here,
        env=TODAY,
    )
    assert done.code == 0, done.err
    assert vis(*select, cwd=here).found == []
    stated = (here / VERSION).read_text()
    (here / VERSION).write_text(stated.replace("date: 2031-02-20", "date: 2031-02-21"))
    assert [line.rpartition(" ")[2] for line in vis(*select, cwd=here).found] == ["VIS254"]
