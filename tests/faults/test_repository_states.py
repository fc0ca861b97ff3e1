"""Rows 24, 26, 29, 30, 31, 33 and 34 of reliability.md: a repository in whatever state, and what a change may touch.

Writes: `tests/history/test_commit.py`, `tests/actions/test_apply.py`, `tests/actions/test_faults.py`; questions about
the past: `tests/cli/test_past.py`, `tests/cli/test_check_base.py`, `tests/history/test_reading.py`. Here: through the
program, with refs, index, HEAD, configuration and every file as they were.
"""

import subprocess
from pathlib import Path

import pytest

from tests.faults.bounds import GROUP, bounded, everything, small
from tests.history.repositories import Repository
from tests.program import Done, vis

PLAN = ("meeting", "new", "exempelgruppen", "--date", "2031-05-20", "--commit")


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    made = Repository(tmp_path / "register")
    made.commit(small())
    made.commit({"registry/groups/annan.yaml": f"id: annan\n{GROUP}"})
    return made


def refused(repository: Repository, *command: str, root: Path | None = None) -> Done:
    """The command ends with 3 and a hint, and everything is as it was."""
    before = everything(root or repository.root)
    done = vis(*command, cwd=root or repository.root, env=repository.environ)
    assert (done.code, done.out) == (3, ""), done
    assert done.err.startswith("vis: ")
    after = everything(root or repository.root)
    assert {path: data for path, data in after.items() if "/.git/vis" not in path} == before
    return done


def test_a_detached_head_is_read_and_not_committed_on(repository: Repository) -> None:
    repository.git("checkout", "-q", "--detach")
    refused(repository, *PLAN)
    assert bounded("check", "--base", "HEAD~1", cwd=repository.root).code in (0, 1)


@pytest.mark.parametrize("state", ["MERGE_HEAD", "CHERRY_PICK_HEAD", "REVERT_HEAD", "rebase-merge", "BISECT_LOG"])
def test_in_the_middle_of_something_nothing_is_committed(repository: Repository, state: str) -> None:
    if state == "rebase-merge":
        (repository.root / ".git" / state).mkdir()
    else:
        (repository.root / ".git" / state).write_text(repository.git("rev-parse", "HEAD") + "\n")
    if state == "BISECT_LOG":
        done = vis(*PLAN, cwd=repository.root, env=repository.environ)
        assert done.code in (0, 3)  # a bisection has a detached head; its log alone is no harm
        return
    refused(repository, *PLAN)


def test_a_branch_without_a_commit_is_checked_and_has_no_past(tmp_path: Path) -> None:
    repository = Repository(tmp_path / "register")
    for path, text in small().items():
        repository.write(path, text)
    assert bounded("check", "--select", "VIS0", cwd=repository.root).code == 0
    assert vis("check", "--base", "main", cwd=repository.root).code in (2, 3)


def test_a_shallow_clone_is_never_a_guess(repository: Repository, tmp_path: Path) -> None:
    clone = tmp_path / "clone"
    repository.git("clone", "-q", "--depth", "1", f"file://{repository.root}", str(clone))
    done = refused(repository, "check", "--base", "HEAD~1", root=clone)
    assert "shallow" in done.err
    assert "fetch" in done.err


def test_a_clone_without_blobs_is_said_and_fetches_nothing(repository: Repository, tmp_path: Path) -> None:
    clone = tmp_path / "clone"
    repository.git("config", "uploadpack.allowFilter", "true")
    repository.git("clone", "-q", "--no-checkout", "--filter=blob:none", f"file://{repository.root}", str(clone))
    for path, text in small().items():
        target = clone / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text if isinstance(text, bytes) else text.encode())
    done = vis("list", "group", "--at", "HEAD", cwd=clone, env=repository.environ)
    assert (done.code, done.out) == (3, "")
    assert "missing" in done.err or "partial" in done.err


def test_a_sparse_work_tree_is_checked_as_it_lies_and_not_written_in(repository: Repository) -> None:
    repository.git("sparse-checkout", "set", "--no-cone", "/*", "!/registry/groups/annan.yaml")
    assert not (repository.root / "registry/groups/annan.yaml").exists()
    assert vis("check", "--select", "VIS0", cwd=repository.root).code == 0
    for command in (PLAN, PLAN[:-1]):
        done = refused(repository, *command)
        assert "`registry/groups/annan.yaml` and maybe more is left out by a sparse checkout" in done.err
    repository.git("sparse-checkout", "set", "--no-cone", "/registry/*")  # nothing of the register is left out
    assert vis(*PLAN, cwd=repository.root, env=repository.environ).code == 0


def test_a_linked_work_tree_is_whole(repository: Repository, tmp_path: Path) -> None:
    repository.git("worktree", "add", "-q", "-b", "gren", str(tmp_path / "linked"))
    done = vis(*PLAN, cwd=tmp_path / "linked", env=repository.environ)
    assert done.code == 0, done.err
    assert repository.git("rev-list", "--count", "main..gren") == "1"
    assert repository.git("status", "--porcelain") == ""


def test_a_bare_repository_is_no_register(repository: Repository, tmp_path: Path) -> None:
    bare = tmp_path / "bare"
    repository.git("clone", "-q", "--bare", str(repository.root), str(bare))
    done = vis("check", cwd=bare, env=repository.environ)
    assert done.code == 2
    assert done.err


def test_who_commits_is_said_or_nothing_is_committed(repository: Repository) -> None:
    nobody = {name: value for name, value in repository.environ.items() if not name.startswith(("GIT_AUTHOR", "GIT_C"))}
    before = everything(repository.root)
    done = vis(*PLAN, cwd=repository.root, env={**nobody, "GIT_CONFIG_GLOBAL": "/dev/null", "USER": "root"})
    assert done.code == 3, done
    assert "git config" in done.err
    assert {k: v for k, v in everything(repository.root).items() if "/.git/vis" not in k} == before


def test_a_clock_that_was_set_back_or_far_ahead_does_no_harm(repository: Repository) -> None:
    for day in ("1970-01-02", "2099-12-31", "2020-01-01"):
        repository.commit({"README.md": day}, day=day)
    for command in (("check", "--base", "HEAD~2"), ("list", "group", "--at", "HEAD~1"), ("show", "annan")):
        assert bounded(*command, cwd=repository.root).code in (0, 1), command
    for zone in ("Pacific/Kiritimati", "Pacific/Pago_Pago", "Nonsense/Zone"):
        done = vis("meeting", "agenda", "exempelgruppen-2031-02-20", cwd=repository.root, env={"TZ": zone})
        assert done.code == 0
        assert done.out == vis("meeting", "agenda", "exempelgruppen-2031-02-20", cwd=repository.root).out


def test_a_change_is_judged_by_the_program_and_the_base_not_by_what_the_branch_brings(repository: Repository) -> None:
    base = repository.git("rev-parse", "HEAD")
    repository.commit(
        {
            "vis_cli/rules/vis802_personal_identity_number.py": "raise SystemExit(0)\n",
            "vis_cli/__main__.py": "raise SystemExit(0)\n",
            "setup.cfg": "[vis]\nignore = VIS\n",
            "pyproject.toml": "[tool.vis]\nignore = ['VIS']\n",
            ".vis.toml": "ignore = ['VIS']\n",
            ".github/workflows/check.yaml": "on: push\n",
            "registry/groups/x.yaml": "id: x\n",
        }
    )
    done = bounded("check", "--base", base, "--format", "concise", "--select", "VIS0", cwd=repository.root)
    assert done.code == 1
    assert {place.split(":")[0] for place in done.found} == {"registry/groups/x.yaml"}


def test_an_index_that_is_broken_or_locked_is_no_matter_to_a_question(repository: Repository) -> None:
    (repository.root / ".git/index.lock").touch()
    assert bounded("check", "--base", "HEAD~1", cwd=repository.root).code in (0, 1)
    (repository.root / ".git/index.lock").unlink()
    (repository.root / ".git/index").write_bytes(b"garbage")
    assert bounded("list", "group", "--at", "HEAD", cwd=repository.root).code == 0
    done = vis(*PLAN, cwd=repository.root, env=repository.environ)
    assert done.code == 3
    assert subprocess.run(["git", "fsck", "--strict"], cwd=repository.root, capture_output=True, check=False).stderr
