"""`vis meeting attach`: a paper comes into the register with its file, or says why it has none."""

from pathlib import Path

import pytest

from tests.cli.meetings import FEBRUARY, ID, County
from tests.program import vis

FOLDER = "registry/meetings/samradsgruppen/2031-02-20"


@pytest.fixture
def county(tmp_path: Path) -> County:
    return County(tmp_path)


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    """A file with bytes that are no text."""
    file = tmp_path / "Underlag budget.pdf"
    file.write_bytes(b"%PDF-1.7\n\xff\x00\xfe")
    return file


def test_a_paper_is_copied_and_named_at_its_item(county: County, paper: Path) -> None:
    done = county.done("2031-01-20", "attach", ID, str(paper), "--item", "2", "--commit")
    assert done.lines == [FEBRUARY, f"{FOLDER}/{paper.name}"]
    assert (county.root / FOLDER / paper.name).read_bytes() == paper.read_bytes()
    text = county.text()
    assert f"  - id: underlag-budget\n    title: Underlag budget\n    file: {paper.name}\n" in text
    assert "    papers:\n      - underlag-budget\n" in text
    assert "saved in the register's history" in done.err
    assert county.repository.git("status", "--porcelain") == ""
    assert vis("check", "--select", "VIS139,VIS159,VIS247", cwd=county.root).code == 0
    assert "Underlag budget" in vis("meeting", "agenda", ID, cwd=county.root).out


def test_a_paper_that_is_not_here_says_why(county: County) -> None:
    county.done("2031-01-20", "attach", ID, "--title", "Tabell 1", "--missing", "finns hos kansliet")
    _, new = county.added()
    assert new == ["  - id: tabell-1", "    title: Tabell 1", "    missing: finns hos kansliet"]


def test_what_cannot_be_a_paper_is_refused_and_nothing_is_written(county: County, paper: Path, tmp_path: Path) -> None:
    assert "name the file, or give --missing" in county.refused("2031-01-20", "attach", ID, "--title", "Tabell")
    both = ("attach", ID, str(paper), "--missing", "borta")
    assert "a file, or the reason why it has none" in county.refused("2031-01-20", *both)
    hidden = tmp_path / ".dold"
    hidden.write_bytes(b"x")
    assert "no name that a paper can have" in county.refused("2031-01-20", "attach", ID, str(hidden))
    assert "has no item `99`" in county.refused("2031-01-20", "attach", ID, str(paper), "--item", "99")
    county.done("2031-01-20", "attach", ID, str(paper))
    again = county.refused("2031-01-20", "attach", ID, str(paper))
    assert "has a paper `Underlag budget` already" in again
    other = county.refused("2031-01-20", "attach", ID, str(paper), "--title", "En annan")
    assert "is in the meeting's folder already" in other
    gone = county.on("2031-01-20", "attach", ID, str(tmp_path / "borta.pdf"))
    assert (gone.code, "cannot be read" in gone.err) == (5, True)


def test_a_rehearsal_writes_nothing(county: County, paper: Path) -> None:
    before = county.repository.snapshot()
    county.done("2031-01-20", "attach", ID, str(paper), "--dry-run")
    assert county.repository.snapshot() == before
