"""`vis question`: development questions, from where they came to how they ended."""

import json
from pathlib import Path

import pytest

from tests.minutes import QUESTION, county, meeting
from tests.program import Done, register, vis
from tests.terminal import DOWN, ENTER, SPACE, Terminal

TODAY = {"VIS_TODAY": "2031-04-15"}


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """The county."""
    return register(tmp_path, county(), vis_yaml=None)


def question(*arguments: str, cwd: Path) -> Done:
    """Run `vis question` on a day in April."""
    return vis("question", *arguments, cwd=cwd, env=TODAY)


def lost(folder: Path) -> str | None:
    """Why the question waits nowhere, by the list as JSON; and the rule says the same."""
    (item,) = json.loads(question("list", "--json", cwd=folder).out)["items"]
    done = vis("check", "--select", "VIS256", "--format", "concise", cwd=folder)
    assert bool(item["computed"]["waits_nowhere"]) == bool(done.found)
    found: str | None = item["computed"]["waits_nowhere"]
    return found


def test_a_question_is_raised_where_its_group_is(here: Path) -> None:
    done = question(
        *("raise", "--title", "Läkemedel vid utskrivning", "--text", "Listorna når inte fram.", "--by", "Testvik"),
        *("--source-kind", "local-need", "--group", "äldre", "--agreement", "vardplan"),
        cwd=here,
    )
    path = "registry/questions/lakemedel-vid-utskrivning.yaml"
    assert (done.code, done.out) == (0, f"{path}\n"), done.err
    assert done.err == (
        "lakemedel-vid-utskrivning: regional: Samrådsgruppen för äldre, since 2031-04-15; no meeting is planned\n"
    )
    assert (
        (here / path).read_text()
        == """\
id: lakemedel-vid-utskrivning
title: Läkemedel vid utskrivning
text: Listorna når inte fram.
raised_by: Testvik
source_kind: local-need
groups:
  - aldregruppen
agreements:
  - vardplan
steps:
  - level: regional
    body: aldregruppen
    date: 2031-04-15
"""
    )


def test_a_question_goes_up_a_level_at_a_time_and_each_move_is_one_more_entry(here: Path) -> None:
    before = (here / QUESTION).read_text()
    done = question(
        *("move", "fallskador", "--to", "steering", "--meeting", "aldregruppen-2031-01-15", "--why", "Hela länet"),
        cwd=here,
    )
    assert (done.code, done.out) == (0, f"{QUESTION}\n"), done.err
    assert (here / QUESTION).read_text() == before + (
        "  - level: steering\n    body: tjanstegruppen\n    date: 2031-01-15\n"
        "    meeting: aldregruppen-2031-01-15\n    item: fallskador\n    why: Hela länet\n"
    )
    assert lost(here) == "passed-over"
    shown = question("show", "fallskador", cwd=here).lines
    assert "   - 2031-01-10 regional: Samrådsgruppen för äldre" in shown
    assert "   - 2031-01-15 steering: Tjänstestyrgruppen (aldregruppen-2031-01-15#fallskador). Hela länet" in shown


def test_a_question_that_passes_a_level_by_is_noted(here: Path) -> None:
    done = question("move", "fallskador", "--to", "political", "--why", "Bråttom", cwd=here)
    assert (done.code, done.err.splitlines()[0]) == (0, "note: it passes by the level steering")


def test_a_question_is_closed_and_then_neither_moved_nor_closed_again(here: Path) -> None:
    done = question("close", "Fallskador", "--result", "answered", "--text", "Rutinen finns.", cwd=here)
    assert (done.code, done.err) == (0, "fallskador: closed 2031-04-15: answered\n")
    assert (
        (here / QUESTION)
        .read_text()
        .endswith("outcome:\n  date: 2031-04-15\n  result: answered\n  text: Rutinen finns.\n")
    )
    assert "# som Exempelby såg dem" in (here / QUESTION).read_text()
    for again in (("close", "fallskador", "--result", "dropped", "--text", "x"), MOVE):
        refused = question(*again, cwd=here)
        assert (refused.code, "the question `fallskador` is closed: answered" in refused.err) == (1, True)
    assert question("list", "--open", cwd=here).err == "no question is like that\n"


MOVE = ("move", "fallskador", "--to", "steering", "--why", "x")


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("raise",), 2, "missing: --title, --level or --group"),
        (("raise", "--title", "Fallskador", "--level", "local"), 2, "is the id of something else"),
        (("raise", "--title", "Ny", "--level", "kosmisk"), 2, "there is no level `kosmisk`"),
        (("raise", "--title", "Ny", "--level", "local", "--source-kind", "rykte"), 2, "there is no kind `rykte`"),
        (("move", "fallskador"), 2, "missing: --to, --why"),
        (("move", "falskador", "--to", "local", "--why", "x"), 2, "did you mean `fallskador`?"),
        (("move", "fallskador", "--to", "regional", "--why", "x"), 1, "is at the level regional already"),
        ((*MOVE, "--body", "gamla-forumet"), 1, "`gamla-forumet` is discontinued"),
        ((*MOVE, "--date", "2031-01-01"), 1, "came where it is 2031-01-10, and this is 2031-01-01"),
        ((*MOVE, "--date", "2031-05-01"), 1, "2031-05-01 has not come yet"),
        ((*MOVE, "--item", "a"), 2, "--item needs --meeting"),
        (
            (*MOVE, "--meeting", "aldregruppen-2031-01-15", "--item", "fallskada"),
            1,
            "`aldregruppen-2031-01-15` has no item `fallskada`",
        ),
        (("close", "fallskador", "--text", "x"), 2, "missing: --result"),
        (("list", "--level", "kosmisk"), 2, "there is no level `kosmisk`"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(
    here: Path, arguments: tuple[str, ...], code: int, message: str
) -> None:
    before = (here / QUESTION).read_bytes()
    done = question(*arguments, cwd=here)
    assert (done.code, message in done.err) == (code, True), done.err
    assert (here / QUESTION).read_bytes() == before


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (("--level", "regional"), ["fallskador"]),
        (("--level", "steering"), []),
        (("--group", "Samrådsgruppen för äldre"), ["fallskador"]),
        (("--group", "tjanstegruppen"), []),
    ],
)
def test_a_filter_keeps_those_that_were_asked_for(here: Path, options: tuple[str, ...], expected: list[str]) -> None:
    found = json.loads(question("list", *options, "--json", cwd=here).out)["items"]
    assert [item["id"] for item in found] == expected


AGENDA = "items:\n  - id: fallskador\n    heading: Fallskador\n    type: discussion\n    about: [fallskador]\n"
AWAY = """\
dropped:
  - heading: Fallskador
    origin: {kind: question, of: fallskador, why: Utvecklingsfråga}
    reason: Tiden räckte inte
"""


@pytest.mark.parametrize(
    ("step", "coming", "expected"),
    [
        ("level: steering", "", "no-body"),
        ("level: national", "", None),
        ("level: steering\n    body: gamla-forumet", "", "discontinued"),
        ("level: steering\n    body: tjanstegruppen\n    meeting: aldregruppen-2031-01-15", "", "passed-over"),
        ("level: steering\n    body: tjanstegruppen\n    meeting: aldregruppen-2031-01-15", AGENDA, None),
        ("level: steering\n    body: tjanstegruppen\n    meeting: aldregruppen-2031-01-15", AWAY, "dropped"),
        ("level: steering\n    body: tjanstegruppen\n    meeting: aldregruppen-2031-03-19", "", None),
        ("level: steering\n    body: tjanstegruppen", "", None),
    ],
)
def test_a_question_is_never_lost_between_two_bodies(
    tmp_path: Path, step: str, coming: str, expected: str | None
) -> None:
    files = county()
    files[QUESTION] += f"  - {step}\n"
    path = "registry/meetings/tjanstegruppen/2031-05-20.yaml"
    files[path] = meeting("tjanstegruppen", "2031-05-20", "called", coming)
    assert lost(register(tmp_path, files, vis_yaml=None)) == expected


def test_in_a_terminal_a_question_is_raised_by_an_interview(here: Path) -> None:
    terminal = Terminal("question", "raise", cwd=here, env=TODAY)
    terminal.answer("What is the question?", f"Nya behov{ENTER}")
    terminal.answer("What is it about?", ENTER)
    terminal.answer("Who raises it?", f"Testvik{ENTER}")
    terminal.answer("Where does it come from?", f"{DOWN}{ENTER}")
    terminal.answer("Which groups does it concern?", f"{DOWN}{SPACE}{ENTER}")
    terminal.answer("Which agreements does it touch?", ENTER)
    terminal.answer("At which level is it?", ENTER)
    assert terminal.end() == 0, terminal.screen
    text = (here / "registry/questions/nya-behov.yaml").read_text()
    assert (
        "source_kind: local-need\ngroups:\n  - aldregruppen\nsteps:\n  - level: regional\n    body: aldregruppen"
        in text
    )


def test_in_a_terminal_a_question_is_moved_and_closed_by_what_is_answered(here: Path) -> None:
    terminal = Terminal("question", "move", "fallskador", cwd=here, env=TODAY)
    terminal.answer("To which level?", f"{DOWN * 3}{ENTER}")
    terminal.answer("Why is it moved?", f"Hela länet{ENTER}")
    assert terminal.end() == 0, terminal.screen
    terminal = Terminal("question", "close", "fallskador", "--result", "agreement", cwd=here, env=TODAY)
    terminal.answer("What came of it?", f"Vårdplanen{ENTER}")
    assert terminal.end() == 0, terminal.screen
    assert (
        (here / QUESTION)
        .read_text()
        .endswith(
            "  - level: steering\n    body: tjanstegruppen\n    date: 2031-04-15\n    why: Hela länet\n"
            "outcome:\n  date: 2031-04-15\n  result: agreement\n  text: Vårdplanen\n"
        )
    )
