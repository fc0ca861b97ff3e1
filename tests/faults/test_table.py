"""The table of the README beside this: every row of the threat model is there, and each test that it names."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import vis_cli.rules
from vis_cli.check import rulebook
from vis_cli.diagnostics.codes import CODES

HERE = Path(__file__).parent
README = (HERE / "README.md").read_text(encoding="utf-8")
RULES = rulebook(vis_cli.rules).rules
NOT_OF_THE_PROGRAM = {25, 37}
ROWS = {
    int(number): (says, tests)
    for number, says, tests in re.findall(r"^\| (\d+) \|[^|]+\|([^|]+)\|([^|]+)\|$", README, re.M)
}


def files(named: str) -> Iterator[Path]:
    """The files of tests whose names stand in code marks: beside this one, or elsewhere among the tests."""
    for name in re.findall(r"`((?:\w+/)*test_\w+)`", named):
        yield next(path for path in (HERE / f"{name}.py", HERE.parent / f"{name}.py") if path.is_file())


def codes(said: str) -> Iterator[str]:
    """The codes of a text, with those between where two are joined by a dash."""
    for first, last in re.findall(r"VIS(\d{3})(?:–VIS(\d{3}))?", said):
        yield from (f"VIS{number:03}" for number in range(int(first), int(last or first) + 1))


def test_every_row_of_the_threat_model_is_there() -> None:
    assert ROWS.keys() == set(range(1, 41)) - NOT_OF_THE_PROGRAM
    assert "Rows 25 (who may approve) and 37 (releases of dependencies) are not of the program." in README


@pytest.mark.parametrize("row", ROWS)
def test_a_row_names_tests_that_there_are_and_that_speak_of_its_codes(row: int) -> None:
    says, named = ROWS[row]
    read = [path.read_text(encoding="utf-8") for path in files(named)]
    assert read
    for code in codes(says):
        assert code in RULES or code in CODES
        assert any(code in text for text in read), f"no test that is named for row {row} speaks of {code}"


def test_every_other_test_that_the_readme_names_is_there_too() -> None:
    assert len(list(files(README))) > 60


def test_no_test_of_this_folder_is_left_out() -> None:
    here = {path.stem for path in HERE.glob("test_*.py")} - {Path(__file__).stem}
    assert here <= {path.stem for path in files(README)}
