"""Killed while it writes several files: the next writer finishes it or takes it back, and nothing is lost."""

import json
import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from repositories import Repository

from vis_cli.actions.apply import apply
from vis_cli.errors import Failure
from vis_cli.history.git import find
from vis_cli.history.interrupted import interrupted
from vis_cli.history.recovery import mend
from vis_cli.source.tree import Tree

A, B, NEW, GONE = "registry/a.yaml", "registry/b.yaml", "registry/new/folder/c.yaml", "registry/gone/d.yaml"
OLD = {A: b"a: 1\n", B: b"b: 1\n", NEW: None, GONE: b"d: 1\n"}
CHANGES = {A: b"a: 2\n", B: b"b: 2\n", NEW: b"c: 2\n", GONE: None}

# Makes the changes, and kills itself at the step named; `+2` at its second passing.
KILLED = """
import json, os, sys
from pathlib import Path
from vis_cli.actions.apply import apply
from vis_cli.history.git import find

name, _, nth = sys.argv[2].partition("+")
passed = 0
def step(now):
    global passed
    passed += now == name
    if passed == int(nth or 1):
        os.kill(os.getpid(), 9)
root = Path(sys.argv[1])
changes = {path: None if text is None else text.encode() for path, text in json.loads(sys.argv[3]).items()}
done = apply(root, changes, verify=lambda tree: (), git=find(root, os.environ), message="Ändra", step=step)
print(*done.warnings, sep="\\n")
"""
STEPS = ("lock", "journal", "staged", "staged+2", "staged+3", "file", "file+2", "file+3", "file+4", "done")


def plain(tmp_path: Path) -> Path:
    return tmp_path / "plain"


def in_git(tmp_path: Path) -> Path:
    return Repository(tmp_path / "repository").root


def in_folder(tmp_path: Path) -> Path:
    return Repository(tmp_path / "repository").root / "a/register"


def in_worktree(tmp_path: Path) -> Path:
    main = Repository(tmp_path / "repository")
    main.commit({"README.md": ""})
    main.git("worktree", "add", "-q", "-b", "other", str(tmp_path / "linked"))
    return tmp_path / "linked"


@pytest.fixture(params=[plain, in_git, in_folder, in_worktree])
def root(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A register without Git, in its own repository, in a folder of one, and in a linked worktree."""
    made: Callable[[Path], Path] = request.param
    root = made(tmp_path)
    for path, data in OLD.items():
        if data is not None:
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(data)
    (root / A).chmod(0o640)
    (root / GONE).chmod(0o600)
    return root


def run(root: Path, step: str, changes: dict[str, bytes | None] | None = None) -> subprocess.CompletedProcess[str]:
    wish = {path: None if data is None else data.decode() for path, data in (changes or CHANGES).items()}
    repository = object.__new__(Repository)
    repository.root, repository.environ = root, {"PATH": os.environ["PATH"], "GIT_CONFIG_GLOBAL": os.devnull}
    return repository.python(KILLED, step, json.dumps(wish))


def now(root: Path) -> dict[str, bytes | None]:
    return {path: (root / path).read_bytes() if (root / path).exists() else None for path in OLD}


def nothing_left(root: Path) -> None:
    assert not list(root.rglob("*.vis-tmp"))
    assert interrupted(root) == ()
    assert not list(root.parent.rglob("write.json"))


@pytest.mark.parametrize("step", STEPS)
def test_killed_anywhere_all_or_nothing_is_done_by_the_next_writer(root: Path, step: str) -> None:
    assert run(root, step).returncode == -9
    for path, data in now(root).items():
        assert data in (OLD[path], CHANGES[path])
    assert bool(interrupted(root)) == (step not in ("lock", "done"))

    done = run(root, "never", {"registry/next.yaml": b"e: 1\n"})
    assert done.stderr == ""
    begun = step.startswith("file") or step == "done"
    assert now(root) == (CHANGES if begun else OLD)
    said = {"lock": "", "done": ""}.get(
        step, f"an interrupted change was {'finished' if begun else 'taken back'}: Ändra"
    )
    assert done.stdout.strip() == said
    assert stat.S_IMODE((root / A).stat().st_mode) == 0o640
    assert (root / "registry/new").exists() == begun
    assert (root / "registry/next.yaml").read_bytes() == b"e: 1\n"
    nothing_left(root)


@pytest.mark.parametrize("again", ["file", "file+2", "recovered"])
def test_killed_again_while_it_is_mended(root: Path, again: str) -> None:
    assert run(root, "file").returncode == -9
    assert run(root, again, {"registry/next.yaml": b"e: 1\n"}).returncode == -9
    assert run(root, "never", {"registry/next.yaml": b"e: 1\n"}).stderr == ""
    assert now(root) == CHANGES
    nothing_left(root)


def test_what_was_not_staged_any_more_is_taken_back_with_its_permissions(root: Path) -> None:
    (root / "registry/z.yaml").write_bytes(b"z: 1\n")
    assert run(root, "file+3", {**CHANGES, "registry/z.yaml": b"z: 2\n"}).returncode == -9
    assert not (root / GONE).exists()
    (root / "registry/.z.yaml.vis-tmp").unlink()
    mend(root, find(root, os.environ))
    assert now(root) == OLD
    assert stat.S_IMODE((root / GONE).stat().st_mode) == 0o600
    assert stat.S_IMODE((root / A).stat().st_mode) == 0o640
    assert not (root / "registry/new").exists()
    nothing_left(root)


@pytest.mark.parametrize("step", ["staged+3", "file+2"])
@pytest.mark.parametrize("path", [A, B, NEW, GONE])
def test_what_somebody_wrote_meanwhile_is_left_alone_and_said(root: Path, step: str, path: str) -> None:
    assert run(root, step).returncode == -9
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_bytes(b"mine: 1\n")
    said = run(root, "never", {"registry/next.yaml": b"e: 1\n"})
    assert said.stderr == ""
    assert f"changed by someone else meanwhile, and left alone: {path}" in said.stdout
    assert (root / path).read_bytes() == b"mine: 1\n"
    rest = {name: data for name, data in now(root).items() if name != path}
    assert rest in [{name: data for name, data in side.items() if name != path} for side in (OLD, CHANGES)]
    nothing_left(root)


def test_a_file_that_is_saved_by_hand_while_vis_writes_is_not_overwritten(root: Path) -> None:
    def save(step: str) -> None:
        if step == "staged":
            (root / B).write_bytes(b"mine: 1\n")

    with pytest.raises(Failure, match=f"`{B}` was changed by someone else") as caught:
        apply(root, CHANGES, verify=lambda tree: (), git=find(root, os.environ), step=save)
    assert caught.value.exit_code == 4
    assert now(root) == {**OLD, B: b"mine: 1\n"}
    nothing_left(root)


def test_a_file_that_is_saved_by_hand_while_vis_checks_is_not_overwritten(root: Path) -> None:
    def save(tree: Tree) -> tuple[()]:
        (root / B).write_bytes(b"mine: 1\n")
        return ()

    with pytest.raises(Failure, match=f"`{B}` was changed by someone else"):
        apply(root, CHANGES, verify=save, git=find(root, os.environ))
    assert now(root) == {**OLD, B: b"mine: 1\n"}
    nothing_left(root)


def test_while_a_change_is_being_made_nobody_calls_it_interrupted(root: Path) -> None:
    seen = []
    ask = "import sys; from pathlib import Path; from vis_cli.history.interrupted import interrupted\n"
    ask += "print(len(interrupted(Path(sys.argv[1]))))"

    def look(step: str) -> None:
        if step == "file":
            seen.append(subprocess.run([sys.executable, "-c", ask, root], capture_output=True, text=True).stdout)

    apply(root, CHANGES, verify=lambda tree: (), git=find(root, os.environ), step=look)
    assert set(seen) == {"0\n"}


def test_a_note_that_is_not_ours_is_said_and_not_followed(root: Path) -> None:
    assert run(root, "file").returncode == -9
    (note,) = interrupted(root)
    sound = json.loads(note.read_bytes())
    for files in (
        [{**sound["files"][0], "path": "../outside"}],
        [{"path": A}],
        "x",
        [{**sound["files"][0], "old": "?"}],
    ):
        note.write_text(json.dumps({**sound, "files": files}))
        before = now(root)
        with pytest.raises(Failure, match="cannot be read") as caught:
            mend(root, find(root, os.environ))
        assert (caught.value.exit_code, now(root)) == (3, before)


def test_a_register_that_came_under_git_after_the_kill_is_mended_too(tmp_path: Path) -> None:
    root = tmp_path / "plain"
    for path, data in OLD.items():
        if data is not None:
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(data)
    assert run(root, "file").returncode == -9
    repository = Repository(root)
    mend(root, repository.open())
    assert now(root) == CHANGES
    repository.git("add", "-A")
    assert ".vis" not in repository.git("ls-files")


def test_the_hidden_folder_is_not_a_link(tmp_path: Path) -> None:
    root = plain(tmp_path)
    (root / "registry").mkdir(parents=True)
    (tmp_path / "elsewhere").mkdir()
    (root / ".vis").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(Failure, match="is a link"):
        apply(root, {A: b"a: 1\n"}, verify=lambda tree: ())
    assert not list((tmp_path / "elsewhere").iterdir()) and not (root / A).exists()
