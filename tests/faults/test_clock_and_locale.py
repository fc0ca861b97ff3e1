"""The same answers whatever the clock, the locale and the time zone."""

import os
import shutil
import subprocess
from functools import cache
from pathlib import Path

import pytest

from tests.history.repositories import IDENTITY, Repository
from tests.program import Done, vis

WITH_GIT = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", **IDENTITY, "VIS_TODAY": "2026-06-01"}
ODD = {
    "C": {"LANG": "C", "LC_ALL": "C"},
    "POSIX, without UTF-8": {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "none": {"LANG": ""},
    "ascii": {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "LC_ALL": "C"},
    "latin-1": {"PYTHONIOENCODING": "latin-1:strict"},
    "one that is not there": {"LC_ALL": "xx_YY.ISO-8859-1"},
    "ahead": {"TZ": "Pacific/Kiritimati"},
    "behind": {"TZ": "Etc/GMT+12"},
    "nonsense": {"TZ": "Exempel/Ingenstans"},
    "posix rule": {"TZ": "EX-13:45"},
}
QUESTIONS = (
    ("check", "--format", "json"),
    ("agreement", "applies", "--party", "Testvik"),
    ("agreement", "show", "hok", "--at", "2024-01-01"),
    ("contact", "find", "testvik"),
    ("meeting", "agenda", "styrgruppen-2026-02-12", "--format", "md"),
    ("list", "organisation", "--json"),
)


def ask(folder: Path, arguments: tuple[str, ...], **env: str) -> Done:
    return vis(*arguments, cwd=folder, env={**WITH_GIT, **env}, timeout=60)


@cache
def usually(sample: Path, question: tuple[str, ...]) -> Done:
    """The answer where nothing is odd."""
    return ask(sample, question)


@pytest.mark.slow
@pytest.mark.parametrize("surroundings", ODD.values(), ids=list(ODD))
def test_an_answer_is_the_same_in_every_locale_and_time_zone(
    sample: Path,
    surroundings: dict[str, str],
) -> None:
    for question in QUESTIONS:  # in ASCII: other arguments are refused where the locale says that they are no text
        usual, odd = usually(sample, question), ask(sample, question, **surroundings)
        assert usual.code == 0, usual.err
        assert odd == usual, question


@pytest.mark.slow
@pytest.mark.parametrize("surroundings", ODD.values(), ids=list(ODD))
def test_a_write_and_its_commit_are_the_same_in_every_locale_and_time_zone(
    sample: Path,
    tmp_path: Path,
    surroundings: dict[str, str],
) -> None:
    noon = "2026-06-01T12:00:00+02:00"
    commits = []
    for name, more in (("usual", {}), ("odd", surroundings)):
        shutil.copytree(sample, tmp_path / name)
        env = {**more, "GIT_AUTHOR_DATE": noon, "GIT_COMMITTER_DATE": noon}
        new = ("person", "new", "Prov Provsson", "--title", "Chef", "--organisation", "testvik-kommun", "--commit")
        done = ask(tmp_path / name, new, **env)
        assert done.code == 0, done.err
        commits.append((tmp_path / name / ".git/refs/heads/main").read_text())
    assert commits[0] == commits[1]


def at_day(root: Path, day: str, *arguments: str) -> Done:
    """A run by a clock that says that it is another day: git stamps what it is told."""
    stamp = f"{day}T12:00:00+01:00"
    return vis(*arguments, cwd=root, env={**WITH_GIT, "GIT_AUTHOR_DATE": stamp, "GIT_COMMITTER_DATE": stamp})


def test_a_clock_that_is_set_back_between_two_commits_loses_nothing(
    sample: Path,
    tmp_path: Path,
) -> None:
    root = tmp_path / "county"
    shutil.copytree(sample, root)
    first = at_day(root, "2026-06-01", "deviation", "close", "hemgang-sent-besked", "--date", "2026-05-31", "--commit")
    second = at_day(root, "2001-06-01", "forum", "end", "bus-testvik", "--date", "2026-05-31", "--why", "Upphörde",
                    "--commit")  # fmt: skip
    assert (first.code, second.code) == (0, 0), first.err + second.err
    repository = Repository.__new__(Repository)
    repository.root, repository.environ = root, {**os.environ, **WITH_GIT}
    assert repository.git("log", "-2", "--format=%cs") == "2001-06-01\n2026-06-01"
    assert repository.git("status", "--porcelain") == ""
    repository.git("fsck", "--strict")
    # Order is that of descent: what was known at the end of a day before is the last commit that is not younger.
    for day in ("2026-06-01", "2010-01-01"):
        done = at_day(root, "2026-06-01", "show", "bus-testvik", "--at", day)
        assert done.code == 0, done.err
    undone = at_day(root, "2026-06-01", "undo")
    assert undone.code == 0, undone.err
    assert vis("check", cwd=root, env=WITH_GIT).code == 0


def test_a_write_on_files_of_a_time_to_come_is_a_write(sample: Path, tmp_path: Path) -> None:
    """Nothing is told by the times of files."""
    root = tmp_path / "county"
    shutil.copytree(sample, root)
    for file in (root / "registry").rglob("*.yaml"):
        os.utime(file, (4_000_000_000, 4_000_000_000))
    os.utime(root / ".git/index", (4_000_000_000, 4_000_000_000))
    done = at_day(root, "2026-06-01", "deviation", "close", "hemgang-sent-besked", "--date", "2026-05-31", "--commit")
    assert done.code == 0, done.err
    changed = subprocess.run(["git", "status", "--porcelain"], cwd=root, capture_output=True, text=True, check=True)
    assert changed.stdout == ""
