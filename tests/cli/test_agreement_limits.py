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
