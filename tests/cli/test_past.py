"""`--at`, `--dry-run` and `commit: always`: what was known then, what would be written, what is committed."""

import subprocess
from pathlib import Path

import pytest

from tests.history.repositories import Repository
from tests.program import VIS_YAML, Done, vis

GROUP = "id: exempelgruppen\nname: {}\ntype: steering\nlevel: regional\nstatus: active\n"
PATH = "registry/groups/exempelgruppen.yaml"


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """A register whose one group changed its name twice on main, the second time on a branch merged much later."""
    found = Repository(tmp_path / "register")
    found.commit({"registry/vis.yaml": VIS_YAML, PATH: GROUP.format("Första")}, "Börja", day="2031-01-10")
    found.git("switch", "-qc", "gren")
    found.commit({PATH: GROUP.format("Andra")}, "Byt namn", day="2031-02-10")
    found.git("switch", "-q", "main")
    found.git("merge", "-q", "--no-ff", "-m", "Slå ihop", "gren", day="2031-04-10")
    return found


def ask(repository: Repository, *arguments: str) -> Done:
    return vis(*arguments, cwd=repository.root, env=repository.environ)


def test_what_the_register_said_on_a_date_is_what_main_held_when_the_day_ended(repository: Repository) -> None:
    assert "Första" in ask(repository, "list", "groups", "--at", "2031-01-10").out
    # Written in February, but not on main until April.
    assert "Första" in ask(repository, "show", "exempelgruppen", "--at", "2031-03-01").out
    assert "Andra" in ask(repository, "show", "exempelgruppen", "--at", "2031-04-10").out


def test_a_revision_is_answered_from_with_its_commit_and_day(repository: Repository) -> None:
    done = ask(repository, "list", "groups", "--at", "gren~1")
    assert "Första" in done.out
    assert done.err == f"as the register was in commit {repository.git('rev-parse', 'gren~1')[:12]} of 2031-01-10\n"


@pytest.mark.parametrize(
    ("at", "code", "words"),
    [
        ("2030-12-31", 2, "the first is of 2031-01-10"),
        ("2031-02-30", 2, "there is no day `2031-02-30`"),
        ("saknas", 2, "there is no commit `saknas`"),
        ("--upload-pack=x", 2, "there is no commit"),
    ],
)
def test_what_was_never_said_is_not_answered(repository: Repository, at: str, code: int, words: str) -> None:
    done = ask(repository, "list", "groups", f"--at={at}")
    assert (done.code, done.out) == (code, "")
    assert words in done.err


def test_a_register_in_a_folder_of_a_repository_has_a_past_too(tmp_path: Path) -> None:
    repository = Repository(tmp_path / "alla")
    repository.commit({"vis/registry/vis.yaml": VIS_YAML, f"vis/{PATH}": GROUP.format("Första")}, day="2031-01-10")
    repository.write(f"vis/{PATH}", GROUP.format("Andra"))
    done = vis("list", "groups", "--at", "HEAD", cwd=repository.root / "vis", env=repository.environ)
    assert "Första" in done.out


def test_without_git_nothing_is_known_of_the_past(tmp_path: Path) -> None:
    (tmp_path / "registry").mkdir()
    (tmp_path / "registry/vis.yaml").write_text(VIS_YAML, encoding="utf-8")
    done = vis("list", "--at", "2031-01-01", cwd=tmp_path)
    assert done.code == 3
    assert "there is no Git repository here" in done.err


def test_a_shallow_clone_is_refused_for_a_date(repository: Repository, tmp_path: Path) -> None:
    source, clone = f"file://{repository.root}", tmp_path / "grund"
    subprocess.run(["git", "clone", "-q", "--depth", "1", source, str(clone)], env=repository.environ, check=True)
    done = vis("list", "groups", "--at", "2031-04-10", cwd=clone, env=repository.environ)
    assert done.code == 3
    assert "git fetch --unshallow" in done.err
    assert vis("list", "groups", "--at", "HEAD", cwd=clone, env=repository.environ).code == 0


def test_a_dry_run_shows_a_diff_that_git_applies_and_writes_nothing(repository: Repository) -> None:
    untidy = GROUP.format('"Andra"').replace("status", "# å\nstatus")
    repository.write(PATH, untidy.removesuffix("\n"))
    done = ask(repository, "fmt", "--dry-run")
    assert done.code == 0
    assert done.lines[:2] == [f"--- a/{PATH}", f"+++ b/{PATH}"]
    assert '-name: "Andra"' in done.lines
    assert (repository.root / PATH).read_text(encoding="utf-8") == untidy.removesuffix("\n")
    repository.git("apply", "-", stdin=done.out.encode())
    applied = (repository.root / PATH).read_bytes()
    repository.write(PATH, untidy)
    assert ask(repository, "fmt").code == 0
    assert (repository.root / PATH).read_bytes() == applied


def test_where_every_write_is_committed_a_command_commits_unasked(repository: Repository) -> None:
    repository.commit({"registry/vis.yaml": f"{VIS_YAML}commit: always\n", PATH: GROUP.format('"Tredje"')})
    done = ask(repository, "fmt")
    assert done.code == 0
    assert "saved in the register's history (" in done.err
    assert repository.git("log", "-1", "--format=%s") == "Write files in canonical form"
    assert repository.git("status", "--porcelain") == ""


def test_always_to_commit_does_no_harm_where_there_is_no_git(tmp_path: Path) -> None:
    group = tmp_path / PATH
    group.parent.mkdir(parents=True)
    (tmp_path / "registry/vis.yaml").write_text(f"{VIS_YAML}commit: always\n", encoding="utf-8")
    group.write_text(GROUP.format('"Andra"'), encoding="utf-8")
    done = vis("fmt", cwd=tmp_path)
    assert done.code == 0
    assert "not saved in the register's history, because there is no Git repository here" in done.err
    assert "name: Andra" in group.read_text(encoding="utf-8")
