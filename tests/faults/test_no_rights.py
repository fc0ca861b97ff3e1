"""Row 33 of reliability.md where it is rights that are missing: exit 5 in clear words, and nothing is half done."""

import os
import sys
from pathlib import Path

import pytest

from tests.bodies import county
from tests.cli.test_bad_files import without_privileges
from tests.history.repositories import Repository
from tests.program import vis

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no folders that cannot be written in")
NEW = ("person", "new", "Ny Provsson", "--title", "socialchef", "--organisation", "testvik-kommun", "--commit")


@pytest.mark.parametrize(
    ("folder", "says"),
    [
        (".git", "`{root}/.git/vis` cannot be made: permission denied"),
        (".git/refs/heads", "git could not write: permission denied"),
        (".git/objects", "git could not write: insufficient permission"),
        ("registry", "`registry/people.yaml` cannot be read or written: permission denied"),
    ],
)
def test_a_folder_that_cannot_be_written_in_is_said_before_anything_is_changed(
    tmp_path: Path, folder: str, says: str
) -> None:
    repository = Repository(tmp_path / "register")
    repository.commit(county())
    before = repository.snapshot()
    closed = [repository.root / folder, *(path for path in (repository.root / folder).rglob("*") if path.is_dir())]
    for path in closed:
        path.chmod(0o555)
    done = vis(*NEW, cwd=repository.root, env=repository.environ, prepare=without_privileges)
    for path in closed:
        path.chmod(0o755)
    assert (done.code, done.out) == (5, ""), done
    assert done.err.startswith(f"vis: {says.format(root=repository.root)}\n     ")
    assert repository.snapshot() == before
    assert not list(repository.root.rglob("*.vis-tmp"))
    assert vis(*NEW, cwd=repository.root, env=repository.environ).code == 0
    assert repository.git("status", "--porcelain") == ""


def test_a_lock_that_may_not_be_removed_is_said(tmp_path: Path) -> None:
    repository = Repository(tmp_path / "register")
    repository.commit(county())
    lock = repository.write(".git/index.lock", "")
    os.utime(lock, (0, 0))
    lock.parent.chmod(0o555)
    done = vis("doctor", "--mend", "--yes", cwd=repository.root, env=repository.environ, prepare=without_privileges)
    lock.parent.chmod(0o755)
    assert (done.code, lock.exists()) == (1, True)
    assert f"`{lock}` cannot be read or written: permission denied" in done.err
