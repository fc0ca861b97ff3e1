"""What `vis agreement` does not record, because it cannot be meant: told with the reason, and nothing written."""

from pathlib import Path

import pytest

from tests.cli.steps import VERSION_TEXT, Register, decided, laid, undecided  # noqa: F401 - fixtures
from tests.facts.county import ALL, County
from tests.program import vis

# --- decisions of no version ------------------------------------------------------------------------------------------

STRAY = """\
agreement: avtalet
version: '9.9'
party: exempelby
decisions:
  - outcome: adopted
    date: 2031-02-03
"""


def stray(folder: Register) -> Path:
    """The file of a decision about a version that has none."""
    path = folder.root / "agreements/avtalet/adoptions/9.9/exempelby.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(STRAY)
    return path


def test_a_decision_of_a_version_without_a_file_is_a_fault(here: Register) -> None:
    stray(here)
    done = vis("check", cwd=here.root)
    assert done.code == 1
    assert "VIS298" in done.out
    assert "there is no version 9.9 of `avtalet`" in done.out
    assert "there are 1.0" in done.out


def test_where_the_file_of_the_version_cannot_be_understood_only_that_is_said(here: Register) -> None:
    stray(here)
    (here.root / "agreements/avtalet/versions/9.9.yaml").write_text("agreement: avtalet\nversion: '9.9'\nterm: 7\n")
    done = vis("check", cwd=here.root)
    assert done.code == 1
    assert "VIS298" not in done.out


# --- how long it lasts ------------------------------------------------------------------------------------------------


def from_february(folder: Path, **agreement: object) -> Register:
    """A register whose agreement entered into force on 1 February 2031, and lasts until the end of 2032."""
    rule = {"rule": "fixed-date", "date": "2031-02-01"}
    return laid(folder, County(**agreement).version(rule=rule, term={"until": "2032-12-31"}))


@pytest.mark.parametrize("command", [("terminate", "avtalet"), ("replace", "avtalet", "--by", "nya-avtalet")])
def test_an_agreement_does_not_end_before_its_first_day(tmp_path: Path, command: tuple[str, ...]) -> None:
    folder = from_february(tmp_path)
    (folder.root / "agreements/nya-avtalet").mkdir()
    (folder.root / "agreements/nya-avtalet/agreement.yaml").write_text(
        "id: nya-avtalet\ntitle: Nya exempelavtalet\ntype: agreement\n"
    )
    said = folder.refuses(*command, "--last-day", "2031-01-31")
    assert "the last day 2031-01-31 comes before 2031-02-01, the first on which it can have applied" in said
    assert folder.step(*command, "--last-day", "2031-02").code == 0, "which day of February, is not known"


def test_an_end_that_is_written_before_the_first_day_is_a_fault(tmp_path: Path) -> None:
    done = vis("check", cwd=from_february(tmp_path, ended={"last_day": "2030-12-31"}).root)
    assert done.code == 1
    assert "VIS169" in done.out


def test_what_never_applied_may_be_ended_on_any_day(here: Register) -> None:
    assert here.step("terminate", "avtalet", "--last-day", "2031-01-31").code == 0
    assert "VIS169" not in vis("check", cwd=here.root).out


def test_an_extension_says_when_it_was_decided_or_from_when_it_holds(here: Register) -> None:
    assert "missing: --until, --date" in here.refuses("extend", "avtalet", code=2)
    assert "missing: --date" in here.refuses("extend", "avtalet", "--until", "2034-12-31", code=2)
    since = ("--from", "2033-01-01")
    assert "+    - from: 2033-01-01" in here.changes("extend", "avtalet", "--until", "2034-12-31", *since)


EXTEND = ("extend", "avtalet", "--until", "2034-12-31", "--date", "2031-05-05")


def test_what_is_ended_is_not_extended(here: Register) -> None:
    assert here.step("terminate", "avtalet", "--last-day", "2031-12-31").code == 0
    assert "`avtalet` is ended, so it is not extended: its last day is 2031-12-31" in here.refuses(*EXTEND)


def test_what_notice_has_ended_for_all_is_not_extended(adopted: Register) -> None:
    file = adopted.root / "agreements/avtalet/versions/1.0.yaml"
    file.write_text(VERSION_TEXT + "  effect: all-ends\n")
    assert adopted.step("withdraw", "avtalet", "--party", "exempelby", "--date", "2031-06-15").code == 0
    said = adopted.refuses(*EXTEND)
    assert "notice has ended version 1.0 of `avtalet` for all, so it is not extended: it ends 2032-06-15" in said


def test_no_notice_is_given_of_what_is_over(tmp_path: Path) -> None:
    rule = {"rule": "fixed-date", "date": "2030-01-01"}
    county = County().version(rule=rule, term={"until": "2030-12-31"}, notice={"months": 3})
    folder = laid(tmp_path, county.decided("exempelby", "2029-12-01"))
    withdraw = ("withdraw", "avtalet", "--party", "exempelby", "--date")
    said = folder.refuses(*withdraw, "2031-06-15")
    assert "version 1.0 of `avtalet` bound Exempelby kommun only until 2030-12-31" in said
    assert folder.step(*withdraw, "2030-06-15").code == 0


def test_no_notice_is_given_of_an_agreement_that_has_ended(tmp_path: Path) -> None:
    county = County(ended={"last_day": "2031-05-31"}).version(rule=ALL, notice={"months": 3})
    folder = laid(tmp_path, county.decided("exempelby", "2031-02-03"))
    said = folder.refuses("withdraw", "avtalet", "--party", "exempelby", "--date", "2031-06-15")
    assert "only until 2031-05-31" in said


# --- decisions --------------------------------------------------------------------------------------------------------


def test_an_option_and_a_column_do_not_say_the_same(here: Register) -> None:
    (here.root / "beslut.csv").write_text("part;utfall;datum\nExempelby;antagen;2031-02-03\n")
    table = ("decide", "avtalet", "--from-file", "beslut.csv")
    said = here.refuses(*table, "--date", "2031-03-04", "--outcome", "adopted", code=2)
    assert "--date, --outcome is said by a column of the table too" in said
    assert "--party does not go with --from-file" in here.refuses(*table, "--party", "Exempelby", code=2)
    assert here.step(*table, "--body", "Kommunstyrelsen").code == 0, "what is the same for all is given once"


@pytest.mark.parametrize("word", ["unknown", "okänt", "Okänt"])
@pytest.mark.parametrize("command", [("adopt",), ("decide", "--outcome", "adopted")])
def test_a_decision_of_a_day_that_nobody_knows_is_recorded_without_one(
    here: Register, command: tuple[str, ...], word: str
) -> None:
    name, *more = command
    done = here.step(name, "avtalet", *more, "--party", "exempelby", "--date", word, "--reference", "§ 14")
    assert done.code == 0, done.err
    text = (here.root / "agreements/avtalet/adoptions/1.0/exempelby.yaml").read_text()
    assert text.endswith("decisions:\n  - outcome: adopted\n    reference: § 14\n")
    assert "unknown" in here.step(name, "--help").out


# --- versions ---------------------------------------------------------------------------------------------------------

NEW = ("new", "nya", "--title", "Nya avtalet", "--type", "agreement")


@pytest.mark.parametrize(
    "dates", [("--rule", "all-parties", "--not-before", "2032-01-01"), ("--rule", "fixed-date", "--on-date", "2032")]
)
def test_a_version_does_not_end_before_it_can_begin(here: Register, dates: tuple[str, ...]) -> None:
    said = here.refuses(*NEW, *dates, "--until", "2031-12-31", code=2)
    assert "the last day 2031-12-31 comes before 2032" in said
    text = (here.root / "agreements/avtalet/versions/1.0.yaml").read_text() + "stated_in_force:\n  date: 2031-01-01\n"
    (here.root / "agreements/avtalet/versions/1.0.yaml").write_text(text)
    said = here.refuses("revise", "avtalet", *dates, "--until", "2031-12-31", code=2)
    assert "the last day 2031-12-31 comes before 2032" in said


def test_nothing_is_published_on_a_day_that_has_not_come(here: Register) -> None:
    said = here.refuses("publish", "avtalet", "--date", "2031-09-02")
    assert "it would be published 2031-09-02, and today is 2031-09-01" in said


@pytest.mark.parametrize("id", ["con", "nul", "aux", "prn", "com1", "lpt9"])
def test_an_id_is_the_name_of_a_folder_on_every_computer(here: Register, id: str) -> None:
    said = here.refuses("new", id, *NEW[2:], "--rule", "all-parties", code=2)
    assert f"`{id}` cannot be an id" in said
    assert "Windows" in said
