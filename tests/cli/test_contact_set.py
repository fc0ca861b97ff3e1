"""`vis contact set`, `verify` and `end`: who holds it, from when; who ends stays in the history."""

from pathlib import Path

import pytest

from tests.contacts import CONTACTS, TODAY, contact, county
from tests.program import Done, vis
from tests.terminal import DOWN, ENTER, Terminal

FILE = "registry/contacts/exempelby.yaml"


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """The county."""
    return county(tmp_path)


def done(here: Path, *arguments: str) -> Done:
    """A step that is taken; all is valid after it and written as `vis fmt` writes it."""
    run = contact(here, *arguments)
    assert run.code == 0, run.err
    checked = vis("check", cwd=here)
    assert checked.code == 0, checked.out
    return run


def refused(here: Path, *arguments: str, code: int = 1) -> str:
    """What is said of a step that is not taken; nothing is written."""
    before = {path: path.read_bytes() for path in here.rglob("*.yaml")}
    run = contact(here, *arguments)
    assert (run.code, run.out) == (code, ""), run.err
    assert {path: path.read_bytes() for path in here.rglob("*.yaml")} == before
    return run.err


def test_a_new_holder_ends_the_former_the_day_before(here: Path) -> None:
    said = done(here, "set", "Exempelby", "gsa", "--clinic", "Torgets vårdcentral", "--from", "2031-09-15")
    assert said.out == f"{FILE}\n"
    assert "the former one ends 2031-09-14: Provvården Backens vårdcentral" in said.err
    text = (here / FILE).read_text()
    assert (
        "    from: 2031-01-01\n    until: 2031-09-14\n  - clinic: Torgets vårdcentral\n    from: 2031-09-15\n" in text
    )
    assert "  - clinic: Gamla torgets vårdcentral\n    until: 2030-12-31\n" in text
    coming = contact(here, "find", "Exempelby").out
    assert "from 2031-09-15: Torgets vårdcentral" in coming


def test_a_first_holder_makes_the_file(here: Path) -> None:
    done(here, "set", "testvik", "ksa", "--organisation", "Testviks kommun", "--mailbox", "ksa@testvik.example")
    assert (here / "registry/contacts/testvik.yaml").read_text() == (
        "id: testvik\nksa:\n  - organisation: testvik-kommun\n    mailbox: ksa@testvik.example\n    from: 2031-09-01\n"
    )


def test_what_is_said_of_the_holder_changes_that_one_and_nothing_else(here: Path) -> None:
    done(here, "set", "exempelby", "ksa", "--phone", "08-111 22 33", "--percent", "50", "--duty", "all")
    old, new = CONTACTS[FILE].splitlines(), (here / FILE).read_text().splitlines()
    assert [line for line in old if line not in new] == ["    phone: '08-123 45 67'"]
    assert [line for line in new if line not in old] == [
        "    phone: '08-111 22 33'",
        "    percent: 50",
        "    duties:",
        "      - contact",
        "      - local-meetings",
        "      - questions",
    ]


def test_the_same_organisation_with_another_person_is_another_holder(here: Path) -> None:
    said = done(here, "set", "exempelby", "ksa", "--organisation", "omsorgen", "--person", "bo-prov")
    assert "the former one ends 2031-08-31: Omsorgsförvaltningen, Ann Exempel" in said.err


def test_a_shared_post_goes_on_beside_the_new_one(here: Path) -> None:
    said = done(here, "set", "exempelby", "ksa", "--organisation", "exempelby-kommun", "--share", "--percent", "40")
    assert "ends" not in said.err
    assert "until" not in (here / FILE).read_text().partition("gsa:")[0]
    assert "several share it" in refused(here, "set", "exempelby", "ksa", "--percent", "30", code=2)


def test_a_coordinating_health_centre_is_not_shared(here: Path) -> None:
    said = refused(here, "set", "exempelby", "gsa", "--clinic", "Torgets vårdcentral", "--share")
    assert "one coordinating health centre at a time" in said


def test_every_key_of_a_gsa_can_be_set(here: Path) -> None:
    plans = ("--area-plan", "2031-08", "--action-plan", "Samverkan kring äldre@2031-05-01")
    pay = ("--paid", "fixed=120000@2031", "--paid", "per timme = 1 900 @2031")
    who = ("--run-by", "privat", "--appointed-by", "exempelregionen", "--mandate", "kallar till möten")
    done(here, "set", "norrtuna", "gsa", *plans, *pay, *who, "--task", "convene", "--crisis-duty")
    assert (here / "registry/contacts/norrtuna.yaml").read_text().partition("gsa:\n")[2] == (
        "  - clinic: Norrtuna vårdcentral\n"
        "    run_by: private\n"
        "    appointed_by:\n"
        "      - exempelregionen\n"
        "    mandate: kallar till möten\n"
        "    remuneration:\n"
        "      - basis: fixed\n"
        "        kronor: 120000\n"
        "        year: 2031\n"
        "      - basis: per-hour\n"
        "        kronor: 1900\n"
        "        year: 2031\n"
        "    tasks:\n"
        "      - convene\n"
        "    area_plan:\n"
        "      updated: '2031-08'\n"
        "    action_plans:\n"
        "      - title: Samverkan kring äldre\n"
        "        decided: 2031-05-01\n"
        "    crisis_duty: true\n"
    )


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("set", "exempelby", "gsa", "--clinic", "Torgets vårdcentral", "--from", "2030-06-01"), 1, "began 2031-01-01"),
        (("set", "rinkby-kisa", "gsa", "--clinic", "Ny vårdcentral"), 1, "`jarvo`"),
        (("set", "exempelby", "gsa", "--duty", "all"), 2, "--duty says nothing of a GSA"),
        (("set", "testvik", "ksa", "--percent", "10"), 2, "nothing says who it is"),
        (("set", "exempelby", "ksa", "--phone", "ring mig"), 2, "`ring mig` is not a telephone number"),
        (("set", "exempelby", "lsa", "--phone", "08-111 22 33"), 2, "there is no function `lsa`"),
        (("set", "Exempelbo", "ksa", "--phone", "08-111 22 33"), 2, "did you mean `exempelby`"),
        (("set", "exempelby", "gsa", "--paid", "fixed=mycket"), 2, "is no part of a remuneration"),
        (("set", "exempelby", "ksa", "--phone", "08-123 45 67"), 1, "what the register says already"),
        (("verify", "exempelby", "--date", "2031-10-01"), 1, "has not come yet"),
        (("verify", "testvik"), 1, "nobody is known to hold it"),
        (("end", "exempelby", "gsa", "--date", "2030-06-01"), 1, "it began 2031-01-01"),
        (("end", "tenstad", "ksa"), 1, "nobody like that is known as KSA"),
    ],
)
def test_what_cannot_be_is_refused_with_the_reason(
    here: Path, arguments: tuple[str, ...], code: int, said: str
) -> None:
    assert said in refused(here, *arguments, code=code)


def test_the_one_who_holds_it_is_meant_and_not_the_one_who_is_to_come(here: Path) -> None:
    done(here, "set", "exempelby", "gsa", "--clinic", "Torgets vårdcentral", "--from", "2031-09-15")
    done(here, "set", "exempelby", "gsa", "--mailbox", "gsa@exempelby.example")
    text = (here / FILE).read_text()
    assert text.index("gsa@exempelby.example") < text.index("Torgets vårdcentral")


def test_a_contact_is_verified_on_a_day(here: Path) -> None:
    said = done(here, "verify", "Norrtuna", "--date", "2031-08-15")
    assert "verified 2031-08-15" in said.err
    assert (here / "registry/contacts/norrtuna.yaml").read_text().count("verified_on: 2031-08-15") == 2


def test_a_later_verification_stands(here: Path) -> None:
    said = done(here, "verify", "exempelby", "--date", "2031-02-15")
    assert "KSA was verified later already, 2031-03-01; that stands" in said.err
    assert "verified_on: 2031-03-01" in (here / FILE).read_text()


def test_who_ends_is_ended_and_stays(here: Path) -> None:
    done(here, "end", "exempelby", "gsa", "--date", "2031-08-31")
    assert "from: 2031-01-01\n    until: 2031-08-31\n" in (here / FILE).read_text()
    lines = contact(here, "show", "exempelby").out
    assert "GSA    no GSA is known; Exempelregionen can tell" in lines
    assert "GSA Provvården Backens vårdcentral, Provvården AB, since 2031-01-01 until 2031-08-31" in lines
    assert "has ended already" in refused(here, "end", "exempelby", "gsa")


def test_a_dry_run_shows_and_writes_nothing(here: Path) -> None:
    before = (here / FILE).read_text()
    run = contact(here, "set", "exempelby", "ksa", "--phone", "08-111 22 33", "--dry-run")
    assert run.code == 0
    assert "+    phone: '08-111 22 33'" in run.out
    assert run.err.startswith("would then be:")
    assert (here / FILE).read_text() == before


def test_what_was_not_expected_is_no_longer_exempted_once_it_is_there(here: Path) -> None:
    said = done(here, "set", "testvik", "gsa", "--clinic", "Testviks vårdcentral")
    assert said.out == "registry/contacts/testvik.yaml\nregistry/vis.yaml\n"
    assert "the exemption is taken away, as there is one now: Testvik har en egen ordning." in said.err
    assert "exemptions" not in (here / "registry/vis.yaml").read_text()


def test_in_a_terminal_what_is_not_given_is_asked(here: Path) -> None:
    terminal = Terminal("contact", "set", "testvik", "gsa", cwd=here, env={"VIS_TODAY": TODAY})
    terminal.answer("Which health centre is it?", f"Testviks vårdcentral{ENTER}")
    terminal.answer("Who runs the health centre?", f"{DOWN}{ENTER}")
    terminal.answer("Which mailbox has the function?", f"gsa@testvik.example{ENTER}")
    terminal.answer("Which telephone has the function?", ENTER)
    terminal.answer("Who holds it?", ENTER)
    terminal.answer("From when?", ENTER)
    assert terminal.end() == 0, terminal.screen
    assert (here / "registry/contacts/testvik.yaml").read_text() == (
        "id: testvik\ngsa:\n  - clinic: Testviks vårdcentral\n    organisation: provvarden\n"
        "    mailbox: gsa@testvik.example\n    from: 2031-09-01\n"
    )


def test_without_a_terminal_what_is_missing_is_named(here: Path) -> None:
    assert "missing: --clinic" in refused(here, "set", "testvik", "gsa", code=2)
