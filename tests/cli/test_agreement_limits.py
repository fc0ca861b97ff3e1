"""What `vis agreement` does not record, because it cannot be meant: told with the reason, and nothing written."""

from pathlib import Path

import pytest

from tests.cli.test_agreement_steps import VERSION, adopted, difference, here, refused, step, written
from tests.facts.county import ALL, County
from tests.program import vis

__all__ = ["adopted", "here"]

# --- decisions of no version ------------------------------------------------------------------------------------------

STRAY = """\
agreement: avtalet
version: '9.9'
party: exempelby
decisions:
  - outcome: adopted
    date: 2031-02-03
"""


def stray(folder: Path) -> Path:
    """The file of a decision about a version that has none."""
    path = folder / "agreements/avtalet/adoptions/9.9/exempelby.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(STRAY)
    return path


def test_a_decision_of_a_version_without_a_file_is_a_fault(here: Path) -> None:
    stray(here)
    done = vis("check", cwd=here)
    assert done.code == 1
    assert "VIS298" in done.out
    assert "there is no version 9.9 of `avtalet`" in done.out
    assert "there are 1.0" in done.out


def test_where_the_file_of_the_version_cannot_be_understood_only_that_is_said(here: Path) -> None:
    stray(here)
    (here / "agreements/avtalet/versions/9.9.yaml").write_text("agreement: avtalet\nversion: '9.9'\nterm: 7\n")
    done = vis("check", cwd=here)
    assert done.code == 1
    assert "VIS298" not in done.out


# --- how long it lasts ------------------------------------------------------------------------------------------------


def from_february(folder: Path, **agreement: object) -> Path:
    """A register whose agreement entered into force on 1 February 2031, and lasts until the end of 2032."""
    rule = {"rule": "fixed-date", "date": "2031-02-01"}
    return written(folder, County(**agreement).version(rule=rule, term={"until": "2032-12-31"}))


@pytest.mark.parametrize("command", [("terminate", "avtalet"), ("replace", "avtalet", "--by", "nya-avtalet")])
def test_an_agreement_does_not_end_before_its_first_day(tmp_path: Path, command: tuple[str, ...]) -> None:
    folder = from_february(tmp_path)
    (folder / "agreements/nya-avtalet").mkdir()
    (folder / "agreements/nya-avtalet/agreement.yaml").write_text(
        "id: nya-avtalet\ntitle: Nya exempelavtalet\ntype: agreement\n"
    )
    said = refused(folder, *command, "--last-day", "2031-01-31")
    assert "the last day 2031-01-31 comes before 2031-02-01, the first on which it can have applied" in said
    assert step(folder, *command, "--last-day", "2031-02").code == 0, "which day of February, is not known"


def test_an_end_that_is_written_before_the_first_day_is_a_fault(tmp_path: Path) -> None:
    done = vis("check", cwd=from_february(tmp_path, ended={"last_day": "2030-12-31"}))
    assert done.code == 1
    assert "VIS169" in done.out


def test_what_never_applied_may_be_ended_on_any_day(here: Path) -> None:
    assert step(here, "terminate", "avtalet", "--last-day", "2031-01-31").code == 0
    assert "VIS169" not in vis("check", cwd=here).out
