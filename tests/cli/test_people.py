"""`vis person`: posts and seats over time, and what it touches when somebody changes post."""

import json
from pathlib import Path

import pytest

from tests.bodies import NEW, PEOPLE, county
from tests.history.repositories import Repository
from tests.program import Done, register, vis
from tests.terminal import DOWN, ENTER, Terminal

TODAY = {"VIS_TODAY": "2031-04-15"}
CITED = ("--meeting", "tjänstestyrgruppen 2031-02-20", "--item", "1")
POST = ("--title", "kanslichef", "--organisation", "Testvik", "--from", "2031-05-01")


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """The county."""
    return register(tmp_path, county(), vis_yaml=None)


def person(*arguments: str, cwd: Path) -> Done:
    """Run `vis person` on a day in April."""
    return vis("person", *arguments, cwd=cwd, env=TODAY)


def test_somebody_who_changes_post_keeps_the_old_one_on_record(here: Path) -> None:
    before, group = (here / PEOPLE).read_text(), (here / NEW).read_text()
    done = person("move", "ann", *POST, cwd=here)
    assert (done.code, done.out) == (0, f"{PEOPLE}\n"), done.err
    assert (here / PEOPLE).read_text() == before.replace(
        "      from: 2030-01-01\n",
        "      from: 2030-01-01\n      until: 2031-04-30\n"
        "    - title: kanslichef\n      organisation: testvik-kommun\n      from: 2031-05-01\n",
    )
    assert (here / NEW).read_text() == group
    assert done.err.splitlines() == [
        "Ann Exempel: kanslichef, Testviks kommun, from 2031-05-01",
        "this stays as it is; see to what came with the old post (3):",
        "  - seat: Nya samrådsgruppen, member, municipality, Exempelby kommun, from 2031-01-01",
        "  - KSA: Exempelby",
        "  - open assignment: Ta fram en kontaktlista (tjanstegruppen-2031-02-20#uppdrag-lista)",
    ]


def test_seats_end_with_the_post_where_that_is_said_and_decided(here: Path) -> None:
    done = person("move", "ann", *POST, "--leave", "nya", cwd=here)
    assert (done.code, "no item of it is named" in done.err) == (2, True)
    before = (here / PEOPLE).read_text()
    done = person("move", "ann", *POST, "--leave-all", *CITED, "--dry-run", cwd=here)
    assert (done.code, (here / PEOPLE).read_text()) == (0, before)
    assert "these seats end with the old post (1):\n  - seat: Nya samrådsgruppen" in done.err
    done = person("move", "ann", *POST, "--leave-all", *CITED, cwd=here)
    assert (done.code, done.lines) == (0, [NEW, PEOPLE]), done.err
    assert "    until: 2031-04-30\n" in (here / NEW).read_text()
    done = person("move", "ann", *POST, "--leave", "gamla", cwd=here)
    assert "Ann Exempel has no seat in `gamla-forumet` that goes on" in done.err


def test_a_post_can_go_on_beside_the_new_one(here: Path) -> None:
    assert person("move", "ann", *POST, "--keeps", cwd=here).code == 0
    assert "until" not in (here / PEOPLE).read_text()
    assert (
        person("move", "ann", "--title", "x", "--organisation", "Testvik", "--from", "2029-01-01", cwd=here).code == 1
    )


def test_one_person_has_posts_seats_and_work_in_one_place(here: Path) -> None:
    done = person("show", "ann", cwd=here)
    assert done.code == 0, done.err
    assert (
        done.out
        == """\
Ann Exempel
ann-exempel · socialdirektör, Exempelby kommun, from 2030-01-01

Posts
  - socialdirektör, Exempelby kommun, from 2030-01-01

Seats
  - Nya samrådsgruppen: Ann Exempel, member, municipality, from 2031-01-01

Has to do with
  - KSA: Exempelby
  - open assignment: Ta fram en kontaktlista (tjanstegruppen-2031-02-20#uppdrag-lista)
"""
    )
    computed = json.loads(person("show", "ann", "--on", "2030-06-01", "--json", cwd=here).out)["computed"]
    assert computed["seats"] == []
    assert computed["post"]["title"] == "socialdirektör"
    assert [item["work"] for item in computed["touches"]] == ["seat", "ksa", "assignment"]


def test_the_list_can_be_of_an_organisation_or_a_group(here: Path) -> None:
    assert [line.split()[0] for line in person("list", cwd=here).lines[1:]] == ["ann-exempel", "bo-prov", "cia-test"]
    assert [line.split()[0] for line in person("list", "--organisation", "Testvik", cwd=here).lines[1:]] == ["cia-test"]
    assert [line.split()[0] for line in person("list", "--group", "nya", cwd=here).lines[1:]] == ["ann-exempel"]
    assert person("list", "--group", "nya", "--on", "2030-01-01", cwd=here).err == "nobody is like that\n"


def test_somebody_new_is_registered_once(here: Path) -> None:
    done = person("new", "Dan Åkerlind", "--title", "direktör", "--organisation", "region exempel", cwd=here)
    assert (done.code, done.err.splitlines()[-1]) == (0, "dan-akerlind: Dan Åkerlind, direktör, Region Exempel")
    assert (
        (here / PEOPLE)
        .read_text()
        .endswith(
            "dan-akerlind:\n  name: Dan Åkerlind\n  posts:\n    - title: direktör\n      organisation: region-exempel\n"
        )
    )
    done = person("new", "dan akerlind", "--title", "direktör", "--organisation", "region exempel", cwd=here)
    assert (done.code, "is in the register already, as `dan-akerlind`" in done.err) == (2, True)
    done = vis("group", "join", "nya", "--person", "Eva Okänd", cwd=here, env=TODAY)
    assert "`vis person new` registers somebody" in done.err


def test_in_a_terminal_a_group_is_registered_by_an_interview(here: Path) -> None:
    terminal = Terminal("group", "new", cwd=here, env=TODAY)
    terminal.answer("What is the group called?", f"Arbetsgruppen{ENTER}")
    terminal.answer("What sort of group is it?", f"{DOWN * 3}{ENTER}")
    terminal.answer("At which level is it?", ENTER)
    terminal.answer("Where is it in its life?", DOWN + ENTER)
    terminal.answer("Which is its subject area?", f"prov{ENTER}")
    terminal.answer("Whom is its work for?", ENTER)
    terminal.answer("To which body does it report?", DOWN * 3 + ENTER)
    terminal.answer("Whose work does it continue?", ENTER)
    terminal.answer("When does it end?", f"2031-12{ENTER}")
    assert terminal.end() == 0, terminal.screen
    assert (here / "registry/groups/arbetsgruppen.yaml").read_text() == (
        "id: arbetsgruppen\nname: Arbetsgruppen\ntype: working\nlevel: regional\nstatus: decided\nsubject: prov\n"
        "reports_to: nya-gruppen\nuntil: '2031-12'\n"
    )


def test_in_a_terminal_a_seat_is_given_and_its_decision_chosen(here: Path) -> None:
    terminal = Terminal("group", "join", "nya", cwd=here, env=TODAY)
    terminal.answer("Who?", DOWN * 2 + ENTER)
    terminal.answer("As what?", DOWN + ENTER)
    terminal.answer("Which meeting decided it?", ENTER)
    terminal.answer("Which item?", ENTER)
    terminal.answer("From which day?", ENTER)
    assert terminal.end() == 0, terminal.screen
    assert (
        (here / NEW)
        .read_text()
        .endswith(
            "  - role: substitute\n    side: region\n    person: bo-prov\n    seated:\n"
            "      meeting: tjanstegruppen-2031-02-20\n      item: bemanning\n    from: 2031-02-20\n"
        )
    )


def test_in_a_terminal_the_seats_that_end_with_a_post_are_marked(here: Path) -> None:
    terminal = Terminal("person", "move", "ann", "--from", "2031-05-01", cwd=here, env=TODAY)
    terminal.answer("Which title?", f"kanslichef{ENTER}")
    terminal.answer("At which organisation?", DOWN * 2 + ENTER)
    terminal.answer("Which seats end with the old post?", ENTER)  # the one of her organisation is marked
    terminal.answer("Which meeting decided it?", ENTER)
    terminal.answer("Which item?", ENTER)
    assert terminal.end() == 0, terminal.screen
    assert "    until: 2031-04-30\n" in (here / NEW).read_text()


def test_a_change_of_staffing_without_a_decision_is_a_fault_of_the_proposal(here: Path) -> None:
    before = (here / NEW).read_text()
    Repository(here).commit({})
    (here / NEW).write_text(before.replace("    from: 2031-01-01\n", "    from: 2031-01-01\n    until: 2031-03-31\n"))
    done = vis("check", "--base", "HEAD", "--select", "VIS308,VIS309", "--format", "concise", cwd=here)
    assert done.found == [f"{NEW}:15:12 VIS308"]


def test_whether_an_id_is_free_is_not_said_of_a_file_that_cannot_be_understood(here: Path) -> None:
    (here / PEOPLE).write_text("", encoding="utf-8")
    done = person("new", "Ny Exempel", "--title", "chef", "--organisation", "Testvik", cwd=here)
    assert (done.code, (here / PEOPLE).read_text()) == (1, "")
    assert "a file that may have `ny-exempel` in it cannot be understood" in done.err
    assert "`vis check` says what is wrong in it" in done.err
