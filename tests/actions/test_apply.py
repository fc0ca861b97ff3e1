"""The only writer: checked again, whole or not at all, and only where the register is."""

import os
import stat
from collections.abc import Sequence
from pathlib import Path

import pytest
from repositories import Repository

from vis_cli.actions.apply import Applied, Refused, apply
from vis_cli.diagnostics import Diagnostic
from vis_cli.errors import Failure
from vis_cli.places import Span
from vis_cli.source.tree import MAX_BYTES, Tree

A, B, NEW = "registry/a.yaml", "registry/groups/b.yaml", "registry/new/folder/c.yaml"
CHANGES = {A: b"a: 2\n", B: None, NEW: b"c: 1\n"}


def fine(tree: Tree) -> Sequence[Diagnostic]:
    return ()


def no_bad_words(tree: Tree) -> list[Diagnostic]:
    """An error for each line that says `bad`, a warning for each that says `odd`."""
    found = []
    for entry in tree.entries("registry"):
        for number, line in enumerate(tree.read(entry.path).decode().splitlines(), 1):
            for word, severity in (("bad", "error"), ("odd", "warning")):
                if word in line:
                    span = Span(entry.path, number)
                    found.append(Diagnostic("VIS101", severity, span, "`{word}`", {"word": line}))  # type: ignore[arg-type]
    return found


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A register that is in no repository."""
    root = tmp_path / "register"
    (root / "registry/groups").mkdir(parents=True)
    (root / A).write_bytes(b"a: 1\n")
    (root / B).write_bytes(b"b: 1\n")
    return root


def files(root: Path) -> dict[str, bytes | None]:
    """What lies in the register, but for what Git and vis keep for themselves."""
    found = {str(path.relative_to(root)): path.read_bytes() if path.is_file() else None for path in root.rglob("*")}
    return {name: data for name, data in found.items() if name.split("/")[0] not in (".git", ".vis")}


# Files


def test_files_are_made_changed_and_removed(root: Path) -> None:
    assert apply(root, CHANGES, verify=fine) == Applied((A, B, NEW))
    assert files(root) == {
        "registry": None,
        "registry/a.yaml": b"a: 2\n",
        "registry/new": None,
        "registry/new/folder": None,
        "registry/new/folder/c.yaml": b"c: 1\n",
    }


def test_a_file_that_stays_the_same_is_not_written(root: Path) -> None:
    before = (root / A).stat()
    assert apply(root, {A: b"a: 1\n", "registry/none.yaml": None}, verify=fine).paths == ()
    assert (root / A).stat() == before


def test_the_permissions_of_a_file_are_kept_and_those_of_a_new_one_are_the_users(root: Path) -> None:
    (root / A).chmod(0o640)
    old = os.umask(0o027)
    try:
        apply(root, CHANGES, verify=fine)
    finally:
        os.umask(old)
    assert stat.S_IMODE((root / A).stat().st_mode) == 0o640
    assert stat.S_IMODE((root / NEW).stat().st_mode) == 0o640


def test_the_known_files_at_the_top_may_be_written(root: Path) -> None:
    changes = {
        ".gitattributes": b"",
        ".gitignore": b"",
        "README.md": b"",
        "templates/x.md.j2": b"",
        "agreements/a/b": b"",
    }
    assert set(apply(root, changes, verify=fine).paths) == set(changes)


@pytest.mark.parametrize(
    "path",
    [
        "registry",
        "notes.txt",
        "src/x.py",
        ".github/workflows/x.yml",
        "registry/../x",
        "/etc/x",
        ".git/config",
        "",
        "Registry/x",
    ],
)
def test_nothing_is_written_outside_the_folders_of_the_register(root: Path, path: str) -> None:
    before = files(root)
    with pytest.raises(Failure) as caught:
        apply(root, {A: b"a: 2\n", path: b"x"}, verify=fine)
    assert caught.value.exit_code == 2
    assert files(root) == before


@pytest.mark.parametrize("link", ["registry", "registry/new", "registry/new/folder", NEW])
def test_nothing_is_written_through_a_link(root: Path, tmp_path: Path, link: str) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    if link == "registry":
        (root / "registry").rename(tmp_path / "moved")
    (root / link).parent.mkdir(parents=True, exist_ok=True)
    (root / link).symlink_to(outside if link != NEW else outside / "c.yaml")
    with pytest.raises(Failure, match="not a plain file") as caught:
        apply(root, {NEW: b"c: 1\n"}, verify=fine)
    assert caught.value.exit_code == 3
    assert not list(outside.iterdir())


def test_a_pipe_or_a_folder_in_the_place_of_a_file_is_said(root: Path) -> None:
    os.mkfifo(root / "registry/pipe.yaml")
    for path in ("registry/pipe.yaml", "registry/groups"):
        with pytest.raises(Failure, match="not a plain file"):
            apply(root, {path: b"x"}, verify=fine)


# Checked again


def test_what_would_be_wrong_is_refused_and_not_written(root: Path) -> None:
    before = files(root)
    with pytest.raises(Refused) as caught:
        apply(root, {**CHANGES, A: b"bad\nodd\n"}, verify=no_bad_words)
    assert caught.value.exit_code == 1
    assert [(d.code, str(d.primary)) for d in caught.value.diagnostics] == [("VIS101", f"{A}:1:1")]
    assert files(root) == before


def test_what_was_wrong_before_does_not_stand_in_the_way_even_where_it_moves(root: Path) -> None:
    (root / A).write_bytes(b"bad\n")
    (root / B).write_bytes(b"bad elsewhere\n")
    apply(root, {A: b"a new line\nbad\n"}, verify=no_bad_words)
    with pytest.raises(Refused) as caught:
        apply(root, {A: b"bad\nbad\n"}, verify=no_bad_words)
    assert len(caught.value.diagnostics) == 1


def test_the_check_sees_the_files_as_they_will_be(root: Path) -> None:
    seen: dict[str, bytes] = {}

    def look(tree: Tree) -> Sequence[Diagnostic]:
        seen.update({entry.path: tree.read(entry.path) for entry in tree.entries("registry")})
        return ()

    apply(root, CHANGES, verify=look)
    assert seen == {A: b"a: 2\n", NEW: b"c: 1\n"}


# Others who write, and the disk


def test_a_file_that_changed_since_it_was_read_is_not_overwritten(root: Path) -> None:
    before = files(root)
    for expected in ({A: b"a: 0\n"}, {A: None}, {NEW: b"x"}):
        with pytest.raises(Failure, match="changed by someone else") as caught:
            apply(root, CHANGES, verify=fine, expected=expected)
        assert caught.value.exit_code == 4
    assert files(root) == before
    assert apply(root, CHANGES, verify=fine, expected={A: b"a: 1\n", B: b"b: 1\n", NEW: None}).paths


def test_a_file_beyond_the_size_that_is_read_is_compared_whole(root: Path) -> None:
    large = b"#" * (MAX_BYTES + 10)
    (root / A).write_bytes(large + b"1")
    with pytest.raises(Failure, match="changed by someone else"):
        apply(root, CHANGES, verify=fine, expected={A: large + b"2"})


@pytest.mark.parametrize("at", [("staged", 1), ("staged", 2), ("file", 1), ("file", 2), ("file", 3)])
def test_an_error_at_any_step_puts_everything_back(root: Path, at: tuple[str, int]) -> None:
    passed: list[str] = []

    def step(name: str) -> None:
        passed.append(name)
        if (name, passed.count(name)) == at:
            raise KeyboardInterrupt

    before = files(root)
    mode = (root / A).stat().st_mode
    with pytest.raises(KeyboardInterrupt):
        apply(root, CHANGES, verify=fine, step=step)
    assert files(root) == before
    assert (root / A).stat().st_mode == mode


LIMITED = """
import os, resource, sys
from pathlib import Path
from vis_cli.actions.apply import apply
from vis_cli.errors import Failure

resource.setrlimit(resource.RLIMIT_FSIZE, (2000, resource.RLIM_INFINITY))
changes = {"registry/a.yaml": b"a: 2\\n", "registry/new/b.yaml": b"b", "registry/z.yaml": b"x" * 5000}
try:
    apply(Path(sys.argv[1]), changes, verify=lambda tree: ())
except Failure as failure:
    print(failure)
    sys.exit(failure.exit_code)
"""


def test_a_full_disk_is_said_and_changes_nothing(repository: Repository) -> None:
    repository.write(A, "a: 1\n")
    before = repository.snapshot()
    done = repository.python(LIMITED)
    assert (done.returncode, done.stderr) == (5, "")
    assert done.stdout == "`registry/z.yaml` cannot be read or written: file too large\n"
    assert repository.snapshot() == before
    assert not (repository.root / "registry/new").exists()


def test_another_vis_that_writes_is_said(root: Path) -> None:
    def meanwhile(tree: Tree) -> Sequence[Diagnostic]:
        with pytest.raises(Failure, match="another vis is writing") as caught:
            apply(root, {A: b"a: 3\n"}, verify=fine, timeout=0.05)
        assert caught.value.exit_code == 4
        return ()

    apply(root, CHANGES, verify=meanwhile)
    assert (root / A).read_bytes() == b"a: 2\n"


# Commits


def test_with_commit_the_change_is_one_commit(register: Repository) -> None:
    done = apply(register.root, CHANGES, verify=no_bad_words, git=register.open(), message="Ändra", commit=True)
    assert done == Applied((A, NEW), register.git("rev-parse", "HEAD"))
    assert register.git("log", "-1", "--format=%s") == "Ändra"
    assert register.git("status", "--porcelain") == ""


def test_without_commit_nothing_is_committed_or_staged(register: Repository) -> None:
    before = register.git("rev-parse", "HEAD")
    done = apply(register.root, CHANGES, verify=fine, git=register.open(), message="Ändra")
    assert (done.commit, done.paths) == (None, (A, NEW))
    assert register.git("rev-parse", "HEAD") == before
    assert register.git("status", "--porcelain", "-uall") == f"?? {A}\n?? {NEW}"


def test_a_commit_is_checked_as_it_will_stand_in_git_not_with_what_is_not_committed(register: Repository) -> None:
    def needs_person(tree: Tree) -> list[Diagnostic]:
        entries = {entry.path for entry in tree.entries("registry")}
        if A not in entries or "registry/person.yaml" in entries:
            return []
        return [Diagnostic("VIS201", "error", Span(A), "there is no person")]

    register.write("registry/person.yaml", "only here, not committed\n")
    git = register.open()
    before = register.snapshot()
    with pytest.raises(Refused):
        apply(register.root, CHANGES, verify=needs_person, git=git, message="Ändra", commit=True)
    assert register.snapshot() == before
    assert apply(register.root, CHANGES, verify=needs_person, git=git).paths == (A, NEW)


def test_a_commit_is_checked_again_where_the_branch_moved_meanwhile(register: Repository) -> None:
    def other(step: str) -> None:
        if step == "blobs":
            register.commit({"registry/other.yaml": "clash\n"}, "Någon annan")

    def clash(tree: Tree) -> list[Diagnostic]:
        if {A, "registry/other.yaml"} <= {entry.path for entry in tree.entries("registry")}:
            return [Diagnostic("VIS202", "error", Span(A), "both at once")]
        return []

    with pytest.raises(Refused):
        apply(register.root, {A: b"a: 1\n"}, verify=clash, git=register.open(), message="x", commit=True, step=other)
    assert register.git("log", "-1", "--format=%s") == "Någon annan"
    assert register.git("status", "--porcelain") == ""


def test_a_commit_needs_a_repository_of_which_the_register_is_the_top(register: Repository) -> None:
    with pytest.raises(Failure, match="no Git repository") as caught:
        apply(register.root, CHANGES, verify=fine, message="x", commit=True)
    assert caught.value.exit_code == 3
    with pytest.raises(Failure, match="not at the top"):
        apply(register.root / "registry", CHANGES, verify=fine, git=register.open(), message="x", commit=True)


def test_writing_files_first_finishes_what_a_killed_commit_began(register: Repository) -> None:
    script = """
import os, sys
from pathlib import Path
from vis_cli.history.commit import commit
from vis_cli.history.git import Git
step = lambda name: name == "ref" and os.kill(os.getpid(), 9)
commit(Git(Path(sys.argv[1]), os.environ), {"registry/people.yaml": b"exempel-b: {}\\n"}, "x", step=step)
"""
    assert register.python(script).returncode == -9
    apply(register.root, {A: b"a: 1\n"}, verify=fine, git=register.open())
    assert (register.root / "registry/people.yaml").read_bytes() == b"exempel-b: {}\n"
    assert register.git("status", "--porcelain") == f"?? {A}"
