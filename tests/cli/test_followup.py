"""`vis followup`: what is overdue, what was found, and how the next follow-up moves by the last."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.local import AGREEMENT, county
from tests.pdfs import assert_accessible
from tests.pdfs import text as text_of
from tests.program import Done, register, vis
from tests.terminal import DOWN, ENTER, Terminal

TODAY = {"VIS_TODAY": "2031-04-15"}
PATH = "registry/follow-ups/vardplan-uppfoljning-2031-04-15.yaml"


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """The county, with an agreement whose follow-up was due on 1 March."""
    return register(tmp_path, county(), vis_yaml=None)


def run(*arguments: str, cwd: Path) -> Done:
    """Run `vis followup` on a day in April."""
    return vis("followup", *arguments, cwd=cwd, env=TODAY)


def only(folder: Path, *arguments: str) -> dict[str, Any]:
    """How the follow-up of the agreement stands."""
    (item,) = json.loads(run("status", "--json", *arguments, cwd=folder).out)["items"]
    found: dict[str, Any] = item
    return found


def recorded(folder: Path) -> Done:
    """Record a follow-up with two findings."""
    return run(
        *("report", "vårdplan", "--finding", "1=partly: Hälften har en plan.", "--finding", "huvudmännen=ja"),
        *("--period", "2030", "--proposal", "Mall för planen", "--prevention", "Inget gjort."),
        cwd=folder,
    )


def test_what_is_overdue_is_said_with_who_by_what_and_how_much(here: Path) -> None:
    done = run("status", cwd=here)
    assert done.out == (
        """\
Overdue (1)
  - Överenskommelse om vårdplan
    followed up by Samrådsgruppen för äldre; criteria: 2
    no follow-up is known; next 1 March 2031; every 24 months; overdue by 45 days
"""
    )
    assert done.err == "agreements: 1; overdue: 1; not said when: 0\n"
    assert only(here, "--on", "2031-03-01")["due"] == "coming"


def test_a_follow_up_that_is_recorded_moves_the_next_one_everywhere(here: Path) -> None:
    done = recorded(here)
    assert (done.code, done.out) == (0, f"{PATH}\n"), done.err
    assert done.err == "vardplan: followed up 15 April 2031; met: 1 of 2; next 15 April 2033\n"
    assert (here / PATH).read_text() == (
        """\
id: vardplan-uppfoljning-2031-04-15
agreement: vardplan
period: '2030'
date: 2031-04-15
by: aldregruppen
findings:
  - criterion: Alla som behöver har en plan
    met: partly
    text: Hälften har en plan.
  - criterion: Båda huvudmännen deltar
    met: 'yes'
prevention: Inget gjort.
proposals:
  - Mall för planen
"""
    )
    assert (only(here)["due"], only(here)["next"]) == ("coming", "2033-04-15")
    assert vis("check", cwd=here).code == 0
    assert "registry/f" not in vis("fmt", "--check", cwd=here).out
    year = json.loads(vis("plan", "show", "2033", "--json", cwd=here, env=TODAY).out)
    assert "2033-04-15" in json.dumps(year)
    page = vis("agreement", "show", "vardplan", cwd=here, env=TODAY).out
    assert "15 April 2033" in page
    assert "Overdue" not in vis("agreement", "gaps", cwd=here, env=TODAY).out.split("Nothing lacking")[0]


def test_a_follow_up_long_before_the_day_is_not_the_one_that_was_due(here: Path) -> None:
    early = "id: tidig\nagreement: vardplan\ndate: {date}\n"
    register(here, {"registry/follow-ups/tidig.yaml": early.format(date="2030-06-01")}, vis_yaml=None)
    assert (only(here)["due"], only(here)["next"]) == ("overdue", "2031-03-01")
    register(here, {"registry/follow-ups/tidig.yaml": early.format(date="2030-12-15")}, vis_yaml=None)
    assert (only(here)["due"], only(here)["next"]) == ("coming", "2032-12-15")


def test_what_nobody_has_said_is_told_as_that(here: Path) -> None:
    register(here, {AGREEMENT: "id: vardplan\ntitle: Överenskommelse om vårdplan\ntype: agreement\n"}, vis_yaml=None)
    done = run("status", cwd=here)
    assert done.lines == [
        "Nobody has said when (1)",
        "  - Överenskommelse om vårdplan",
        "    nobody answers for it; no criteria",
        "    no follow-up is known; the next is not said",
    ]
    assert "no follow-up of `vardplan` is in the register" in run("show", "vardplan", cwd=here).err
    noted = run("report", "vardplan", "--text", "Allt gick väl.", cwd=here)
    assert noted.err.startswith("note: the agreement does not say by what it is judged")


def test_criteria_that_nothing_is_said_of_are_noted(here: Path) -> None:
    done = run("report", "vardplan", "--finding", "2=no", cwd=here)
    assert done.err.startswith("note: nothing is said of: Alla som behöver har en plan\n")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--finding", "3=yes"), "which criterion is `3`?"),
        (("--finding", "1=kanske"), "there is no finding `kanske`"),
        (("--finding", "1"), "`1` is no finding"),
        (("--finding", "1=yes", "--date", "2031-06-01"), "2031-06-01 has not come yet"),
        ((), "missing: --finding or --text"),
        (("--date", "2031-03-01", "--finding", "1=yes", "--period", "2032"), "2032 begins after 2031-03-01"),
    ],
)
def test_what_cannot_be_is_refused(here: Path, arguments: tuple[str, ...], said: str) -> None:
    done = run("report", "vardplan", *arguments, cwd=here)
    assert done.code in (1, 2)
    assert said in done.err
    assert not (here / "registry/follow-ups").exists()


def test_an_agreement_is_followed_up_once_a_day(here: Path) -> None:
    recorded(here)
    assert "was finished that day already" in recorded(here).err


def test_in_a_terminal_every_criterion_is_asked(here: Path) -> None:
    terminal = Terminal("followup", "report", "vardplan", cwd=here, env=TODAY)
    terminal.answer("Alla som behöver har en plan", DOWN + DOWN + ENTER)
    terminal.answer("What was seen?", "Få har det." + ENTER)
    terminal.answer("Båda huvudmännen deltar", ENTER)
    terminal.answer("What was seen?", ENTER)
    terminal.answer("promotive and preventive", ENTER)
    terminal.answer("What more is there to say?", ENTER)
    assert terminal.end() == 0, terminal.screen
    shown = run("show", "vardplan", cwd=here).lines
    assert "  - Alla som behöver har en plan: not met" in shown
    assert "    Få har det." in shown


def test_a_follow_up_is_a_document(here: Path) -> None:
    recorded(here)
    assert run("show", "vardplan", "-o", "out/u.md", cwd=here).code == 0
    text = (here / "out/u.md").read_text()
    assert "| Alla som behöver har en plan | Delvis uppfyllt |" in text
    assert "| **Nästa uppföljning** | 15\xa0april 2033 |" in text
    assert run("show", "vardplan", "-o", "out/u.pdf", cwd=here).code == 0
    pdf = (here / "out/u.pdf").read_bytes()
    assert_accessible(pdf, title="Uppföljning: Överenskommelse om vårdplan", tables=True)
    assert "Hälften har en plan." in text_of(pdf)


def test_how_all_stand_is_a_document(here: Path) -> None:
    assert run("status", "-o", "out/s.md", cwd=here).code == 0
    assert "45 dagar sen" in (here / "out/s.md").read_text()
    assert run("status", "-o", "out/s.pdf", cwd=here).code == 0
    title = "Uppföljning av överenskommelserna 15\xa0april 2031"
    assert_accessible((here / "out/s.pdf").read_bytes(), title=title, tables=True)


def test_the_agenda_brings_a_follow_up_that_is_due_and_not_one_that_was_made(here: Path) -> None:
    meeting = "id: aldregruppen-2031-05-20\ngroup: aldregruppen\nstatus: planned\ndate: 2031-05-20\n"
    register(here, {"registry/meetings/aldregruppen/2031-05-20.yaml": meeting}, vis_yaml=None)

    def proposed() -> str:
        return vis("meeting", "compose", "aldregruppen-2031-05-20", "--dry-run", cwd=here, env=TODAY).out

    assert "uppföljning" in proposed()
    recorded(here)
    assert "uppföljning" not in proposed()


def test_a_follow_up_is_news(here: Path) -> None:
    recorded(here)
    done = vis("digest", "--from", "2031-04-01", "--until", "2031-04-30", cwd=here, env=TODAY)
    assert "följdes upp av Samrådsgruppen för äldre; 1 av 2 kriterier uppfyllda" in done.out, done.err
