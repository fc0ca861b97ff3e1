"""Row 18 of reliability.md: what others call themselves, their branches and their tags, wherever vis tells of Git.

Git takes any name for an author, with escapes for terminals, and any sign of Unicode in a branch.
"""

import json
from pathlib import Path

import pytest

from tests import agreements
from tests.faults.bounds import everything, small
from tests.history.repositories import Repository
from tests.program import Done, vis

WHO = "Ex\u202eempel \x1b[31mPerson\u200b\x9b2J\x07 [red] ::error::ont ##[error]ont"
BRANCH = "gren-\u202e-\u200b-]red]-\u2028-##x"
TAG = "märke-\u2066-\ufeff-x"
TEXT = "Byt \u202e namn \x1b]8;;http://ont.example\x07här"


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    found = Repository(tmp_path / "register")
    found.environ |= {"GIT_AUTHOR_NAME": WHO, "GIT_COMMITTER_NAME": WHO, "GIT_AUTHOR_EMAIL": "x\x1b[2J@example.org"}
    files = {**small(), **agreements.county(), agreements.AGREEMENT: agreements.text()}
    found.commit(files, TEXT, day="2031-01-10")
    found.git("tag", "-a", "-m", TEXT, "agreement/vardplan/1.0")
    found.git("tag", "-a", "-m", TEXT, TAG)
    found.git("switch", "-qc", BRANCH)
    group = found.root / "registry/groups/exempelgruppen.yaml"
    group.write_text(group.read_text(encoding="utf-8").replace("Exempelgruppen", "Andra namnet"), encoding="utf-8")
    found.commit({}, TEXT, day="2031-02-10")
    return found


def ask(repository: Repository, *arguments: str, **more: str) -> Done:
    """An answer, in which there is nothing that acts or cannot be seen."""
    done = vis(*arguments, cwd=repository.root, env={**repository.environ, "TERM": "xterm-256color", **more})
    seen = done.out + done.err
    assert done.code in (0, 1, 2, 3, 4), seen
    assert all(sign == "\n" or sign.isprintable() or sign in "\u00a0\u2009\u202f" for sign in seen), ascii(seen)
    return done


@pytest.mark.parametrize(
    "command",
    [
        ("agreement", "history", "vardplan"),
        ("agreement", "history", "vardplan", "--json"),
        ("agreement", "tag"),
        ("agreement", "diff", "vardplan", "main", BRANCH),
        ("agreement", "diff", "vardplan", f"{BRANCH}x"),
        ("agreement", "text", "vardplan"),
        ("meeting", "agenda", "exempelgruppen-2031-02-20"),
        ("list", "groups", "--at", BRANCH),
        ("list", "groups", "--at", TAG),
        ("list", "groups", "--at", f"{TAG}-saknas"),
        ("diff", "main"),
        ("diff", "main", BRANCH),
        ("diff", f"{BRANCH}x", "main"),
        ("check", "--base", "main"),
        ("check", "--base", BRANCH),
        ("check", "--base", TAG),
        ("check", "--base", f"{BRANCH}x"),
        ("doctor",),
        ("undo",),
        ("person", "traces", "exempel-person"),
    ],
    ids=lambda command: " ".join(command[:3]).encode("ascii", "replace").decode()[:40],
)
def test_what_vis_tells_of_git_is_text(repository: Repository, command: tuple[str, ...]) -> None:
    before = everything(repository.root)
    done = ask(repository, *command)
    assert {path: data for path, data in everything(repository.root).items() if "/.git/vis" not in path} == before
    if command[1:] == ("history", "vardplan"):
        assert "Ex\\u202eempel" in done.out
    if command[-1] == "--json":
        assert json.loads(done.out)["versions"][0]["tag"]["author"] == WHO


@pytest.mark.parametrize("command", [("agreement", "history", "vardplan"), ("check", "--base", BRANCH), ("doctor",)])
def test_in_actions_no_name_in_git_is_a_command(repository: Repository, command: tuple[str, ...]) -> None:
    done = ask(repository, *command, GITHUB_ACTIONS="true")
    for line in (done.out + done.err).splitlines():
        assert "##[" not in line
        assert not line.lstrip().startswith("::error::")


def test_what_was_committed_on_such_a_branch_and_its_undoing_are_told_as_text(repository: Repository) -> None:
    made = ask(repository, "group", "new", "--name", "Nya gruppen", "--type", "working", "--commit")
    assert made.code == 0, made.err
    undone = ask(repository, "undo")
    assert undone.code == 0, undone.err
    assert repository.git("symbolic-ref", "--short", "HEAD").encode("utf-8", "surrogateescape").decode() == BRANCH


def test_a_conflict_and_a_lock_on_such_a_branch_are_told_as_text(repository: Repository) -> None:
    (repository.root / ".git/refs/heads" / f"{BRANCH}.lock").touch()
    done = ask(repository, "group", "new", "--name", "Nya gruppen", "--type", "working", "--commit")
    assert done.code in (3, 4)
    ask(repository, "doctor")
