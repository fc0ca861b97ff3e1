"""The short form of `make torture`: a few kills, writers and faults, and a proof that the loop finds what is wrong."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.faults.torture.faults import STRACE
from tests.history.repositories import Repository, register, repository
from tests.program import environment
from vis_cli.history.commit import commit

__all__ = ["register", "repository"]

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="needs Linux: it adopts what the killed leave behind")


def torture(folder: Path, *arguments: str) -> tuple[int, dict[str, Any], str]:
    """Exit code, report and what was printed."""
    report = folder / "report.json"
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults.torture", "--folder", folder, "--json", report, *arguments],
        env=environment(folder),
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert not done.stderr, done.stderr
    (part,) = json.loads(report.read_text(encoding="utf-8"))["parts"]
    return done.returncode, part, done.stdout


def test_killed_at_any_moment_nothing_is_lost_and_the_next_run_mends_what_was_half_done(tmp_path: Path) -> None:
    code, part, said = torture(tmp_path, "--part", "kills", "--count", "20")
    assert code == 0, said
    assert sum(row["kills"] for row in part["figures"]) >= 20
    assert {row["write"] for row in part["figures"] if row["acknowledged"] < row["kills"]} == {"commit", "files"}


def test_a_naive_writer_is_found_out(tmp_path: Path) -> None:
    found = []
    for seed in range(1, 9):  # which moments a kill falls in is nobody's to choose
        code, part, _said = torture(
            tmp_path, "--part", "kills", "--count", "8", "--writer", "naive", "--seed", str(seed)
        )
        found += part["violations"]
        assert code == bool(part["violations"])
        if found:
            return
    pytest.fail("a naive writer lost nothing")


def test_of_many_writers_at_once_every_acknowledged_change_is_there_exactly_once(tmp_path: Path) -> None:
    code, part, said = torture(tmp_path, "--part", "writers", "--count", "1")
    assert code == 0, said
    assert [row["acknowledged"] for row in part["figures"]][:2] == [8, 8]


@pytest.mark.skipif(STRACE is None, reason="needs strace")
def test_a_fault_at_a_system_call_changes_nothing_or_is_mended(tmp_path: Path) -> None:
    code, part, said = torture(tmp_path, "--part", "faults", "--call", "rename", "--count", "2")
    assert code == 0, said
    assert sum(row["faults that fell"] for row in part["figures"]) >= 8


def test_no_garbage_is_collected_while_a_commit_is_made(register: Repository) -> None:
    """`git gc --prune=now` throws away what nothing referred to when it began."""
    refused = []

    def collect(step: str) -> None:
        if step in ("blobs", "commit-object"):
            with pytest.raises(AssertionError, match="gc is already running"):
                register.git("gc", "-q", "--prune=now")
            refused.append(step)

    commit(register.open(), {"registry/people.yaml": b"b: 1\n"}, "Ändra", step=collect)
    assert refused == ["blobs", "commit-object"]
    register.git("gc", "-q", "--prune=now")
    assert register.git("show", "HEAD:registry/people.yaml") == "b: 1"
