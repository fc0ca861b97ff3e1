"""docs/fragor.md: each command there answers from the real register, and each place in the sources is there."""

import re
import shlex
from pathlib import Path

import pytest

from tests.program import vis
from vis_cli.model.source import Source
from vis_cli.registry import load
from vis_cli.source.tree import WorkTree

ROOT = Path(__file__).parents[2]
ROWS = re.findall(
    r"^\| (?P<question>[^|`]+\?) \| `vis (?P<command>[^`]+)` \| (?P<places>[^|]+) \|$",
    (ROOT / "docs/fragor.md").read_text(encoding="utf-8"),
    re.MULTILINE,
)


def test_every_row_of_the_tables_is_a_question_a_command_and_a_place() -> None:
    text = (ROOT / "docs/fragor.md").read_text(encoding="utf-8")
    rows = [line for line in text.splitlines() if line.startswith("| ") and not line.startswith("| Fråga ")]
    assert len(rows) == len(ROWS) > 60
    assert len({question for question, _command, _places in ROWS}) == len(ROWS)


@pytest.mark.parametrize("command", sorted({command for _question, command, _places in ROWS}))
def test_a_command_of_the_page_answers(command: str) -> None:
    done = vis(*shlex.split(command), cwd=ROOT, env={"VIS_TODAY": "2026-03-02", "VIS_LANG": "sv"})
    assert done.code in (0, 1), done.err
    assert done.out or done.err


def test_every_place_is_one_of_the_sources() -> None:
    lines = {
        record.id: int(re.findall(r"(\d+) rader", record.entity.lines or "")[-1])
        for record in load(WorkTree(ROOT)).registry.all(Source)
    }
    for _question, _command, places in ROWS:
        for place in places.split(", "):
            found = re.fullmatch(r"(\d{3}):(\d+)(?:-(\d+))?", place.strip())
            assert found, place
            source, first, last = found.groups()
            assert int(first) <= int(last or first) <= lines[source], place
