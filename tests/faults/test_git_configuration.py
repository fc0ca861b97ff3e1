"""Rows 21, 22, 23 and 38 of reliability.md: a repository that is made to run programs, and refs that are options.

Every question and every write of the module that runs git: `tests/history/test_closed.py`, `test_reading.py`. Here: the
commands of the program in a planted repository, and that no output holds what is in its configuration.
"""

import sys
from pathlib import Path

import pytest

from tests.faults.bounds import AGENDA, bounded, everything, small
from tests.history.repositories import Repository, plant
from tests.program import vis

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the traps are shell scripts")
TOKEN = "AUTHORIZATION: basic eEhlbWxpZ3Q="


@pytest.fixture
def planted(tmp_path: Path) -> tuple[Repository, Path]:
    repository = Repository(tmp_path / "register")
    repository.commit({**small(), ".gitattributes": "* filter=exempel diff=exempel merge=exempel\n"})
    repository.commit({"registry/groups/annan.yaml": str(small()["registry/groups/exempelgruppen.yaml"])})
    repository.git("rm", "-q", "registry/groups/annan.yaml")
    repository.commit({})
    repository.git("config", "http.https://example.org/.extraheader", TOKEN)
    return repository, plant(repository)


def test_no_command_runs_anything_of_the_repository(planted: tuple[Repository, Path]) -> None:
    repository, mark = planted
    for name in ("git", "vis", "python", "sh"):
        (repository.root / name).write_text(f"#!/bin/sh\necho {name} >> '{mark}'\n")
        (repository.root / name).chmod(0o755)
    for module in ("sitecustomize.py", "typing_extensions.py", "jinja2.py", "vis_cli.py", "typst.py"):
        (repository.root / module).write_text(f"open({str(mark)!r}, 'a').write({module!r})\n")
    group = repository.root / "registry/groups/exempelgruppen.yaml"
    group.write_bytes(group.read_bytes() + b"subject: exempel\n")  # a file that differs is what filters are run on
    before = everything(repository.root)
    for command in (
        ("check", "--base", "HEAD~1"),
        ("list", "group", "--at", "HEAD~1"),
        ("show", "exempelgruppen", "--at", "2031-01-01"),
        ("export", "--at", "main"),
        ("fmt", "--check"),
        AGENDA,
    ):
        done = vis(*command, cwd=repository.root, env={**repository.environ, "VIS_COLD": "1"})
        assert done.code in (0, 1), (command, done.err)
        assert TOKEN.split()[-1] not in done.out + done.err
        assert not mark.exists(), (command, mark.read_text())
    assert everything(repository.root) == before


def test_no_write_runs_anything_of_the_repository(planted: tuple[Repository, Path]) -> None:
    repository, mark = planted
    (repository.root / ".gitattributes").unlink()
    for command in (
        ("meeting", "new", "exempelgruppen", "--date", "2031-05-20", "--commit"),
        ("meeting", "cancel", "exempelgruppen-2031-05-20", "--reason", "Sjukdom", "--commit"),
        ("agreement", "tag", "--all"),
    ):
        done = vis(*command, cwd=repository.root, env=repository.environ)
        assert done.code in (0, 1, 2, 3), (command, done.err)
        assert not mark.exists(), (command, mark.read_text())
    (repository.root / ".git/info/attributes").write_text("*.yaml filter=exempel\n")
    commits = repository.git("rev-list", "--count", "HEAD")
    done = vis("meeting", "new", "exempelgruppen", "--date", "2031-06-20", "--commit", cwd=repository.root)
    assert done.code != 0
    assert not mark.exists()
    assert repository.git("rev-list", "--count", "HEAD") == commits


@pytest.mark.parametrize(
    "revision",
    [
        "--output=pwn",
        "-O/bin/sh",
        "--upload-pack=x",
        "HEAD:registry/vis.yaml",
        "main..HEAD",
        "@{-1}",
        "^main",
        ":/Ex",
        "",
    ],
)
def test_a_revision_is_never_an_option_and_always_one_commit(planted: tuple[Repository, Path], revision: str) -> None:
    repository, mark = planted
    repository.git("-c", "core.hooksPath=/dev/null", "update-ref", "refs/heads/--output=pwn", "HEAD")
    mark.unlink(missing_ok=True)
    before = everything(repository.root)
    for command in (
        ("check", f"--base={revision}"),
        ("list", "group", f"--at={revision}"),
        ("show", "exempelgruppen", f"--at={revision}"),
    ):
        done = vis(*command, cwd=repository.root, env=repository.environ)
        if done.code not in (2, 3):
            assert revision in ("--output=pwn", ":/Ex"), (command, done)  # a branch of that name; a commit's message
    assert everything(repository.root) == before
    assert not mark.exists()


def test_replaced_and_grafted_history_is_judged_as_it_was(tmp_path: Path) -> None:
    repository = Repository(tmp_path / "register")
    first = repository.commit(small())
    wrong = {"registry/groups/exempelgruppen.yaml": "id: exempelgruppen\n"}
    second = repository.commit(wrong)
    repository.git("replace", first, second)
    done = bounded("check", "--base", first, cwd=repository.root)
    assert done.code == 1
    assert "files that had faults there" not in done.err


def test_a_git_that_answers_nothing_or_garbage_does_not_pass(tmp_path: Path) -> None:
    repository = Repository(tmp_path / "register")
    first = repository.commit(small())
    folder = tmp_path / "bin"
    folder.mkdir()
    for answer in ("exit 0", "echo", "echo 0000", "printf 'a\\0b'", "kill -9 $$", "head -c 100000 /dev/urandom"):
        (folder / "git").write_text(f"#!/bin/sh\n{answer}\n")
        (folder / "git").chmod(0o755)
        done = vis("check", "--base", first, cwd=repository.root, env={"PATH": f"{folder}:/usr/bin:/bin"})
        assert done.code == 3, (answer, done)
        assert done.err
