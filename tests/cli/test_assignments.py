"""`vis assignment`: what is open and late, and what becomes of it."""

import json
from pathlib import Path

import pytest

from tests.history.repositories import Repository
from tests.minutes import OFFICIALS, county, meeting
from tests.program import Done, register, vis
from tests.terminal import CTRL_C, ENTER, Terminal

RETURN = "registry/meetings/tjanstegruppen/2031-05-20.yaml"


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """The county."""
    return register(tmp_path, county(), vis_yaml=None)


def held(folder: Path, status: str = "held", more: str = "") -> None:
    """The meeting of May is held."""
    text = meeting("tjanstegruppen", "2031-05-20", status, more or "items:\n  - {id: a, heading: A, type: opening}\n")
    (folder / RETURN).write_text(text, encoding="utf-8")


def assignment(*arguments: str, cwd: Path, today: str = "2031-04-15") -> Done:
    """Run `vis assignment` on a day."""
    return vis("assignment", *arguments, cwd=cwd, env={"VIS_TODAY": today})


def states(done: Done) -> dict[str, tuple[str, str]]:
    """(state, urgency) by id of a list as JSON."""
    items = json.loads(done.out)["items"]
    return {item["id"]: (item["computed"]["state"], item["computed"]["urgency"]) for item in items}


def added(before: str, after: str) -> list[str]:
    """The lines that are new; nothing else may have changed."""
    lines = before.splitlines()
    new = [line for line in after.splitlines() if line not in lines]
    assert [line for line in after.splitlines() if line not in new] == lines
    return new


def test_the_list_says_who_has_it_when_it_comes_back_and_how_old_it_is(here: Path) -> None:
    done = assignment("list", "--open", cwd=here)
    assert (done.code, done.err) == (0, "found: 2; open: 2; late: 1\n")
    assert (
        done.out
        == """\
tjanstegruppen-2031-02-20#uppdrag-medel
   Räkna på medlen
   Region Exempel; given 2031-02-20, 54 days ago
   late: last day 2031-04-01; comes back to Tjänstestyrgruppen, at the next meeting 2031-05-20

tjanstegruppen-2031-02-20#uppdrag-rutin
   Ta fram en rutin för vårdplanen
   Ann Exempel; given 2031-02-20, 54 days ago
   open: comes back to Tjänstestyrgruppen 2031-05-20
"""
    )


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (("--owner", "ann-exempel"), ["uppdrag-rutin"]),
        (("--owner", "region exempel"), ["uppdrag-medel"]),
        (("--body", "tjänstestyrgruppen"), ["uppdrag-medel", "uppdrag-rutin"]),
        (("--body", "aldregruppen"), []),
        (("--late",), ["uppdrag-medel"]),
        (("--late", "--on", "2031-04-01"), []),
        (("--on", "2031-02-19"), []),
    ],
)
def test_a_filter_keeps_those_that_were_asked_for(here: Path, options: tuple[str, ...], expected: list[str]) -> None:
    assert list(states(assignment("list", *options, "--json", cwd=here))) == expected


def test_an_owner_who_can_be_several_is_asked_for_by_id(here: Path) -> None:
    done = assignment("list", "--owner", "Exempel", cwd=here)
    assert (done.code, "`Exempel` can be several: `ann-exempel`, `exempelby`, `region-exempel`" in done.err) == (
        2,
        True,
    )


def test_an_owner_who_is_nobody_is_answered_with_who_is_near(here: Path) -> None:
    done = assignment("list", "--owner", "ann-exmpel", cwd=here)
    assert (done.code, "did you mean `ann-exempel`" in done.err) == (2, True), done.err


def test_what_was_to_come_back_at_a_held_meeting_and_did_not_is_late_until_it_is_postponed(here: Path) -> None:
    held(here)
    on = ("--on", "2031-05-21", "--json")
    assert states(assignment("list", *on, cwd=here))["uppdrag-rutin"] == ("open", "late")
    done = assignment(
        *("postpone", "uppdrag-rutin", "--meeting", "Tjänstestyrgruppen 2031-05-20", "--text", "Ann var sjuk"),
        *("--to", "Tjänstestyrgruppen 2031-09-18"),
        cwd=here,
        today="2031-05-21",
    )
    assert (done.code, done.out) == (0, f"{OFFICIALS}\n"), done.err
    expected = "#uppdrag-rutin: open: comes back to Tjänstestyrgruppen 2031-09-18; postponed once\n"
    assert done.err.endswith(expected), done.err
    assert states(assignment("list", *on, cwd=here))["uppdrag-rutin"] == ("open", "none")
    assert states(assignment("list", "--on", "2031-05-19", "--json", cwd=here))["uppdrag-rutin"] == ("open", "none")


def test_a_report_is_one_more_entry_and_no_other_line_changes(here: Path) -> None:
    before = (here / OFFICIALS).read_text()
    done = assignment("report", "uppdrag-medel", "--date", "2031-04-10", "--text", "Räknat", cwd=here)
    assert (done.code, done.err) == (0, "tjanstegruppen-2031-02-20#uppdrag-medel: reported back 2031-04-10\n")
    assert added(before, (here / OFFICIALS).read_text()) == [
        "        reports:",
        "          - outcome: reported",
        "            date: 2031-04-10",
        "            text: Räknat",
    ]
    assert list(states(assignment("list", "--open", "--json", cwd=here))) == ["uppdrag-rutin"]


def test_without_a_meeting_or_a_day_it_is_of_today_and_a_closed_one_says_so(here: Path) -> None:
    done = assignment("close", "tjanstegruppen-2031-02-20#uppdrag-medel", "--text", "Behövs inte", cwd=here)
    assert done.err == "tjanstegruppen-2031-02-20#uppdrag-medel: closed 2031-04-15\n"
    again = assignment("report", "uppdrag-medel", "--text", "Räknat", cwd=here)
    assert (again.code, "the assignment `uppdrag-medel` is closed" in again.err) == (1, True)


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("report", "uppdrag-medel"), 2, "missing: --text"),
        (("report", "uppdrag-mdel", "--text", "x"), 2, "did you mean `tjanstegruppen-2031-02-20#uppdrag-medel`?"),
        (
            ("report", "uppdrag-medel", "--text", "x", "--meeting", "politikergruppen-2031-03-10"),
            1,
            "comes back to `tjanstegruppen`, and `politikergruppen-2031-03-10` is a meeting of `politikergruppen`",
        ),
        (("report", "uppdrag-medel", "--text", "x", "--date", "2031-02-01"), 1, "was given 2031-02-20"),
        (("report", "uppdrag-medel", "--text", "x", "--date", "2031-05-01"), 1, "2031-05-01 has not come yet"),
        (
            ("report", "uppdrag-medel", "--text", "x", "--meeting", "tjanstegruppen-2031-05-20"),
            1,
            "the meeting of 2031-05-20 has not been held yet",
        ),
        (
            ("postpone", "uppdrag-medel", "--text", "x", "--to", "tjanstegruppen-2031-02-20"),
            1,
            "it cannot come back at the meeting of 2031-02-20",
        ),
        (
            (
                "report",
                "uppdrag-medel",
                "--text",
                "x",
                "--meeting",
                "tjanstegruppen-2031-02-20",
                "--date",
                "2031-03-01",
            ),
            2,
            "--meeting and --date do not go together",
        ),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(
    here: Path, arguments: tuple[str, ...], code: int, message: str
) -> None:
    before = (here / OFFICIALS).read_bytes()
    done = assignment(*arguments, cwd=here)
    assert (done.code, message in done.err) == (code, True), done.err
    assert (here / OFFICIALS).read_bytes() == before


def test_a_step_can_be_looked_at_first_and_be_committed(tmp_path: Path) -> None:
    repository = Repository(tmp_path / "county")
    repository.commit(county())
    dry = assignment("close", "uppdrag-medel", "--text", "Klart", "--dry-run", cwd=repository.root)
    assert "+          - outcome: closed" in dry.lines
    env = repository.environ | {"VIS_TODAY": "2031-04-15"}
    done = vis("assignment", "close", "uppdrag-medel", "--text", "Klart", "--commit", cwd=repository.root, env=env)
    assert done.code == 0, done.err
    message = "Uppdraget uppdrag-medel (tjanstegruppen-2031-02-20): avslutat (2031-04-15)"
    assert repository.git("log", "-1", "--format=%s") == message


def test_in_a_terminal_the_text_is_asked_for(here: Path) -> None:
    terminal = Terminal("assignment", "report", "uppdrag-medel", cwd=here, env={"VIS_TODAY": "2031-04-15"})
    terminal.answer("What was reported?", f"Räknat{ENTER}")
    assert terminal.end() == 0, terminal.screen
    assert "text: Räknat" in (here / OFFICIALS).read_text()


def test_who_gives_up_leaves_nothing_written(here: Path) -> None:
    before = (here / OFFICIALS).read_bytes()
    terminal = Terminal("assignment", "postpone", "uppdrag-medel", cwd=here)
    terminal.answer("Why is it postponed?", CTRL_C)
    assert terminal.end() == 130
    assert "nothing was written" in terminal.screen
    assert (here / OFFICIALS).read_bytes() == before


def test_approved_minutes_that_say_nothing_of_it_are_warned_of(here: Path) -> None:
    held(
        here,
        "approved",
        "items:\n  - {id: a, heading: A, type: opening}\napproval: {meeting: tjanstegruppen-2031-09-18}\n",
    )
    select = ("check", "--select", "VIS179", "--format", "concise")
    assert vis(*select, cwd=here).found == [f"{OFFICIALS}:33:20 VIS179"]
    assignment("close", "uppdrag-rutin", "--text", "Gjord", cwd=here, today="2031-06-01")
    assert vis(*select, cwd=here).found == []


def test_a_cancelled_meeting_sends_it_to_the_next(here: Path) -> None:
    held(here, "cancelled", "reason: För få kunde komma\n")
    found = json.loads(assignment("list", "--json", "--on", "2031-06-01", cwd=here).out)["items"]
    assert [item["computed"]["returns_at"] for item in found] == ["tjanstegruppen-2031-09-18"] * 2
