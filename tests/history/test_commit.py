"""Commits: whole or not at all, and nobody else's work is touched."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from repositories import Repository

from vis_cli.errors import Failure
from vis_cli.history.commit import commit
from vis_cli.history.interrupted import interrupted
from vis_cli.history.lock import held
from vis_cli.history.refusals import Busy
from vis_cli.history.revision import head

GROUP = "registry/groups/exempelgruppen.yaml"
CHANGES = {"registry/people.yaml": b"exempel-b: {}\n", "registry/new/a.yaml": b"a: 1\n", GROUP: None}

# Makes CHANGES, and kills itself at the step named; `+2` at its second passing.
KILLED = """
import json, os, sys
from pathlib import Path
from vis_cli.history.commit import commit
from vis_cli.history.git import Git

name, _, nth = sys.argv[2].partition("+")
passed = 0
def step(now):
    global passed
    passed += now == name
    if passed == int(nth or 1):
        os.kill(os.getpid(), 9)
changes = {path: None if text is None else text.encode() for path, text in json.loads(sys.argv[3]).items()}
print(commit(Git(Path(sys.argv[1]), os.environ), changes, "Ändra", step=step).commit)
"""

WRITER = """
import os, sys
from pathlib import Path
from vis_cli.history.commit import commit
from vis_cli.history.git import Git

git = Git(Path(sys.argv[1]), os.environ)
for number in range(5):
    name = f"registry/w{sys.argv[2]}-{number}.yaml"
    done = commit(git, {name: name.encode(), f"agreements/{sys.argv[2]}/{number}.yaml": name.encode()}, name)
    print(done.commit, *done.warnings, flush=True)
"""


def refused(
    repository: Repository, changes: dict[str, bytes | None], says: str, exit_code: int = 3, **more: str
) -> Failure:
    """The commit fails so, and nothing at all has changed."""
    before = repository.snapshot()
    with pytest.raises(Failure, match=says) as caught:
        commit(repository.open(**more), changes, "Ändra", timeout=0.1)
    assert caught.value.exit_code == exit_code
    assert repository.snapshot() == before
    assert sorted(file.name for file in (repository.root / ".git/vis").glob("*")) in ([], ["lock"])
    return caught.value


def clean(repository: Repository) -> bool:
    return repository.git("status", "--porcelain") == ""


def left(repository: Repository) -> set[str]:
    """What vis keeps for itself in Git's folder."""
    return {file.name for file in (repository.root / ".git/vis").iterdir()}


def test_files_are_made_changed_and_removed_in_one_commit(register: Repository) -> None:
    before = register.git("rev-parse", "HEAD")
    done = commit(register.open(), CHANGES, "Ändra\n\nDärför.\n")
    assert done.commit == register.git("rev-parse", "HEAD")
    assert done.paths == (GROUP, "registry/new/a.yaml", "registry/people.yaml")
    assert done.warnings == ()
    assert register.git("rev-parse", "HEAD^") == before
    assert register.git("log", "-1", "--format=%B|%an|%ce|%G?").split("|") == [
        "Ändra\n\nDärför.\n",
        "Exempel Person",
        "exempel.person@example.org",
        "N",
    ]
    assert register.git("show", "--format=", "--name-status", "-z", "HEAD").split("\0")[:-1] == [
        *("D", GROUP),
        *("A", "registry/new/a.yaml"),
        *("M", "registry/people.yaml"),
    ]
    assert (register.root / "registry/new/a.yaml").read_bytes() == b"a: 1\n"
    assert not (register.root / "registry/groups").exists()
    assert clean(register)
    register.git("fsck", "--strict")


def test_the_first_commit_of_a_repository_can_be_ours(repository: Repository) -> None:
    repository.write("notes.txt", "inte vår\n")
    repository.git("add", "notes.txt")
    done = commit(repository.open(), {"registry/a.yaml": b"a: 1\n"}, "Börja")
    assert repository.git("rev-list", "HEAD") == done.commit
    assert repository.git("status", "--porcelain") == "A  notes.txt"


def test_other_work_staged_changed_and_new_is_kept_to_the_byte(register: Repository) -> None:
    register.commit({"registry/x.yaml": "1\n", "registry/y.yaml": "1\n", "registry/gone.yaml": "1\n"})
    register.write("registry/x.yaml", "staged\n")
    register.git("add", "registry/x.yaml")
    register.write("registry/x.yaml", "staged, and changed since\n")
    register.write("registry/y.yaml", "changed\n")
    register.write("registry/untracked.yaml", "new\n")
    register.write("registry/staged-new.yaml", "new\n")
    register.git("add", "registry/staged-new.yaml")
    register.git("rm", "-q", "registry/gone.yaml")
    status, staged = register.git("status", "--porcelain"), register.git("diff", "--cached")
    done = commit(register.open(), CHANGES, "Ändra")
    assert register.git("status", "--porcelain") == status
    assert register.git("diff", "--cached") == staged
    assert (register.root / "registry/x.yaml").read_text() == "staged, and changed since\n"
    assert set(register.git("show", "--format=", "--name-only", str(done.commit)).split()) == set(CHANGES)


def test_what_is_already_so_is_no_commit(register: Repository) -> None:
    before = register.snapshot()
    done = commit(register.open(), {"README.md": b"# Exempel\n"}, "Samma")
    assert (done.commit, done.paths) == (None, ())
    assert register.snapshot() == before


def test_permissions_and_the_mode_in_git_are_kept(register: Repository) -> None:
    (register.root / "registry/people.yaml").chmod(0o755)
    register.commit({})
    commit(register.open(), {"registry/people.yaml": b"b: 1\n"}, "Ändra")
    assert (register.root / "registry/people.yaml").stat().st_mode & 0o777 == 0o755
    assert register.git("ls-tree", "HEAD", "registry/people.yaml").startswith("100755")
    assert clean(register)


# What Git's state forbids


def test_a_changed_file_is_not_overwritten(register: Repository) -> None:
    register.write("registry/people.yaml", "min egen\n")
    refused(register, CHANGES, "`registry/people.yaml` has changes that are not saved in the register's history")


def test_a_file_that_exists_uncommitted_is_not_overwritten(register: Repository) -> None:
    register.write("registry/new/a.yaml", "min egen\n")
    refused(register, CHANGES, "`registry/new/a.yaml` exists and is not saved in the register's history")


def test_a_file_that_is_staged_otherwise_is_not_committed(register: Repository) -> None:
    register.write("registry/people.yaml", "staged\n")
    register.git("add", "-A")
    register.write("registry/people.yaml", "exempel-a: {}\n")
    refused(register, CHANGES, "`registry/people.yaml` is staged")


def test_what_is_staged_below_a_file_to_be_made_stays(register: Repository) -> None:
    oid = register.git("hash-object", "-w", "--stdin", stdin=b"x")
    register.git("update-index", "--add", "--cacheinfo", f"100644,{oid},registry/new/a.yaml/b.yaml")
    refused(register, CHANGES, "is staged")
    register.git("reset", "-q")
    register.git("update-index", "--add", "--cacheinfo", f"100644,{oid},registry/new")
    refused(register, CHANGES, "is staged")


def test_a_file_where_a_folder_must_be_is_not_replaced(register: Repository) -> None:
    register.commit({"registry/new": "a file\n"})
    (register.root / "registry/new").unlink()
    refused(register, CHANGES, "`registry/new` is not a plain file in Git")
    refused(register, {"registry/groups": b"x"}, "`registry/groups` is not a plain file in Git")


def test_links_are_not_followed(register: Repository, tmp_path: Path) -> None:
    (register.root / "registry/link.yaml").symlink_to(tmp_path / "outside")
    register.commit({})
    (register.root / "registry/new").symlink_to(tmp_path, target_is_directory=True)
    refused(register, {"registry/link.yaml": b"x"}, "not a plain file")
    refused(register, CHANGES, "not a plain file in plain folders")
    assert not (tmp_path / "outside").exists() and not (tmp_path / "a.yaml").exists()


def test_a_detached_head_has_no_branch_to_commit_on(register: Repository) -> None:
    register.git("checkout", "-q", "--detach")
    refused(register, CHANGES, "HEAD is detached")


@pytest.mark.parametrize("operation", ["merge", "cherry-pick", "rebase"])
def test_in_the_middle_of_a_merge_nothing_is_committed(register: Repository, operation: str) -> None:
    register.git("checkout", "-q", "-b", "gren")
    register.commit({"README.md": "# Gren\n"})
    register.git("checkout", "-q", "main")
    register.commit({"README.md": "# Main\n"})
    with pytest.raises(AssertionError):
        register.git(operation, "gren")
    refused(register, CHANGES, "no branch|HEAD is detached" if operation == "x" else f"a {operation} is in progress")


def test_who_commits_is_never_made_up(register: Repository) -> None:
    for name in [name for name in register.environ if name.startswith(("GIT_AUTHOR", "GIT_COMMITTER"))]:
        del register.environ[name]
    failure = refused(register, CHANGES, "git does not know who you are")
    assert "user.email" in failure.hint


@pytest.mark.parametrize(
    "path",
    ["../x", "/etc/x", "registry/../../x", ".git/config", "registry/.GIT/x", "registry/.git. /x", "a\\b", "a:b", "",
     "a//b", "registry/\n", "git~1/x"],
)  # fmt: skip
def test_a_path_that_leads_elsewhere_is_wrong_use(register: Repository, path: str) -> None:
    refused(register, {path: b"x"}, "is not a path that vis writes", 2)


def test_a_file_cannot_lie_in_a_file(register: Repository) -> None:
    refused(register, {"registry/z": b"x", "registry/z/y": b"x"}, "cannot be a file", 2)


def test_a_commit_needs_a_message(register: Repository) -> None:
    with pytest.raises(Failure, match="needs a message"):
        commit(register.open(), CHANGES, " \n")


# Others who write


def test_another_vis_that_writes_is_waited_for_and_then_said(register: Repository) -> None:
    (register.root / ".git/vis").mkdir()
    with held(register.root / ".git/vis/lock", timeout=1):
        refused(register, CHANGES, "another vis is writing", 4)
    assert commit(register.open(), CHANGES, "Ändra").commit


@pytest.mark.parametrize("lock", ["index.lock", "refs/heads/main.lock"])
def test_a_git_that_writes_is_waited_for_and_then_said(
    register: Repository, lock: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("vis_cli.history.commit._WAITS", 1)
    (register.root / ".git" / lock).touch()
    failure = refused(register, CHANGES, "another git is writing", 4)
    assert isinstance(failure, Busy)
    assert lock in str(failure)
    assert "remove the file" in failure.hint


def test_a_branch_that_moved_is_built_on_again(register: Repository) -> None:
    def other(step: str) -> None:
        if step == "journal" and head(git).commit == before:  # as who pulls or pushes into it: without the index
            theirs = register.git("commit-tree", "-p", before, "-m", "Någon annan", f"{before}^{{tree}}")
            register.git("update-ref", "refs/heads/main", theirs)

    git, before, seen = register.open(), register.git("rev-parse", "HEAD"), []
    done = commit(git, CHANGES, "Ändra", step=other, check=seen.append)
    assert register.git("log", "--format=%s").split("\n") == ["Ändra", "Någon annan", "Börja registret"]
    assert seen == [before, register.git("rev-parse", "HEAD^")]
    assert done.commit == register.git("rev-parse", "HEAD")
    assert clean(register)


def test_a_branch_that_moved_with_the_same_file_is_not_overwritten(register: Repository) -> None:
    def other(step: str) -> None:
        if step == "blobs":
            register.commit({"registry/people.yaml": "någon annans\n"}, "Någon annan")

    with pytest.raises(Failure, match="changed by someone else") as caught:
        commit(register.open(), CHANGES, "Ändra", step=other)
    assert caught.value.exit_code == 4
    assert register.git("log", "-1", "--format=%s") == "Någon annan"
    assert clean(register)


def test_a_commit_never_lands_on_a_branch_that_was_checked_out_meanwhile(register: Repository) -> None:
    def other(step: str) -> None:
        if step == "blobs":
            register.git("checkout", "-q", "-b", "annan")

    before = register.git("rev-parse", "HEAD")
    done = commit(register.open(), CHANGES, "Ändra", step=other)
    assert register.git("rev-parse", "main") == done.commit
    assert register.git("rev-parse", "annan") == before
    assert "another branch" in str(done.warnings[0])
    assert clean(register)


def test_a_file_changed_after_the_branch_moved_is_left_alone_and_said(register: Repository) -> None:
    def other(step: str) -> None:
        if step == "ref":
            register.write("registry/people.yaml", "just nu\n")

    done = commit(register.open(), CHANGES, "Ändra", step=other)
    assert done.commit == register.git("rev-parse", "HEAD")
    assert ["`registry/people.yaml` was changed meanwhile" in str(w) for w in done.warnings] == [True]
    assert (register.root / "registry/people.yaml").read_text() == "just nu\n"
    assert register.git("status", "--porcelain") == " M registry/people.yaml"


def test_the_bytes_that_a_change_was_made_from_must_still_be_there(register: Repository) -> None:
    before = register.snapshot()
    for expected in ({"registry/people.yaml": b"exempel-0: {}\n"}, {"registry/people.yaml": None}):
        with pytest.raises(Failure, match="changed by someone else") as caught:
            commit(register.open(), CHANGES, "Ändra", expected=expected)
        assert caught.value.exit_code == 4
    assert register.snapshot() == before
    good = {"registry/people.yaml": b"exempel-a: {}\n", "registry/new/a.yaml": None}
    assert commit(register.open(), CHANGES, "Ändra", expected=good).commit


def test_what_the_check_refuses_is_not_committed(register: Repository) -> None:
    def check(base: str | None) -> None:
        raise Failure("nej", exit_code=1)

    before = register.snapshot()
    with pytest.raises(Failure, match="nej"):
        commit(register.open(), CHANGES, "Ändra", check=check)
    assert register.snapshot() == before


def test_four_writers_at_once_lose_nothing(register: Repository) -> None:
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", WRITER, str(register.root), str(number)],
            env=register.child_environ(),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for number in range(4)
    ]
    answers = [writer.communicate(timeout=60) for writer in writers]
    assert [error for _, error in answers] == [""] * 4
    acknowledged = [line for answer, _ in answers for line in answer.splitlines()]
    assert len(acknowledged) == 20
    history = register.git("log", "--format=%H %s", "-20").splitlines()
    assert {line.split()[0] for line in history} == set(acknowledged)
    for line in history:
        commit_id, name = line.split()
        number, _, count = name.removesuffix(".yaml").rpartition("/")[2].removeprefix("w").partition("-")
        shown = register.git("show", "--format=", "--name-only", commit_id).split()
        assert shown == [f"agreements/{number}/{count}.yaml", name]
    assert clean(register)
    register.git("fsck", "--strict")


# Killed


@pytest.mark.parametrize(
    "step",
    ["lock", "blobs", "commit-object", "journal", "ref", "staged", "file", "file+2", "file+3", "index", "done"],
)
def test_killed_anywhere_nothing_is_half_done_and_the_next_commit_goes_on(register: Repository, step: str) -> None:
    register.write("mine.txt", "staged\n")
    register.git("add", "mine.txt")
    before = register.git("rev-parse", "HEAD")
    old = {path: (register.root / path).read_bytes() if (register.root / path).exists() else None for path in CHANGES}
    wish = json.dumps({path: None if data is None else data.decode() for path, data in CHANGES.items()})
    assert register.python(KILLED, step, wish).returncode == -9

    # Each file is as it was or as it is to be, and the branch has all of them or none.
    happened = register.git("rev-parse", "HEAD") != before
    assert happened == (step in ("ref", "staged", "file", "file+2", "file+3", "index", "done"))
    for path, data in CHANGES.items():
        file = register.root / path
        assert (file.read_bytes() if file.exists() else None) in (old[path], data)
    register.git("fsck", "--strict")

    done = commit(register.open(), {"registry/next.yaml": b"a: 1\n"}, "Nästa")
    assert done.warnings == ()
    assert register.git("rev-list", "--count", "HEAD") == ("3" if happened else "2")
    for path, data in CHANGES.items():
        file = register.root / path
        assert (file.read_bytes() if file.exists() else None) == (data if happened else old[path])
    assert register.git("status", "--porcelain") == "A  mine.txt"
    assert not list(register.root.rglob("*.vis-tmp"))
    assert left(register) == {"lock", "last.json"}


@pytest.mark.parametrize("step", ["staged", "file", "index", "done"])
def test_killed_and_killed_again_while_recovering(register: Repository, step: str) -> None:
    wish = json.dumps({path: None if data is None else data.decode() for path, data in CHANGES.items()})
    assert register.python(KILLED, "ref", wish).returncode == -9
    assert register.python(KILLED, step, '{"registry/next.yaml": "a: 1"}').returncode == -9
    assert register.git("log", "-1", "--format=%s") == "Ändra"
    assert register.python(KILLED, "never", '{"registry/next.yaml": "a: 1"}').stderr == ""
    assert register.git("rev-list", "--count", "HEAD") == "3"
    assert clean(register)
    assert left(register) == {"lock", "last.json"}


def test_a_file_that_a_person_repaired_after_a_kill_is_left_alone_and_said(register: Repository) -> None:
    wish = json.dumps({path: None if data is None else data.decode() for path, data in CHANGES.items()})
    assert register.python(KILLED, "ref", wish).returncode == -9
    register.write("registry/people.yaml", "min egen, efter kraschen\n")
    done = commit(register.open(), {"registry/next.yaml": b"a: 1\n"}, "Nästa")
    assert "`registry/people.yaml` was changed meanwhile" in str(done.warnings[0])
    assert register.git("status", "--porcelain") == " M registry/people.yaml"


def test_what_cannot_be_finished_yet_is_not_forgotten(register: Repository, tmp_path: Path) -> None:
    wish = json.dumps({path: None if data is None else data.decode() for path, data in CHANGES.items()})
    register.python(KILLED, "ref", wish)
    (register.root / "registry/new").symlink_to(tmp_path)
    for _ in range(2):
        with pytest.raises(Failure, match="not a plain file in plain folders"):
            commit(register.open(), {"registry/next.yaml": b"a: 1\n"}, "Nästa")
    (register.root / "registry/new").unlink()
    assert commit(register.open(), {"registry/next.yaml": b"a: 1\n"}, "Nästa").warnings == ()
    assert clean(register)


def test_interrupted_while_the_branch_moves_the_next_writer_finds_out(register: Repository) -> None:
    def interrupt(step: str) -> None:
        if step == at:
            raise KeyboardInterrupt

    for at, count in (("journal", "2"), ("ref", "4")):
        with pytest.raises(KeyboardInterrupt):
            commit(register.open(), {f"registry/{at}.yaml": b"a: 1\n"}, "Ändra", step=interrupt)
        assert commit(register.open(), {f"registry/after-{at}.yaml": b"a: 1\n"}, "Nästa").warnings == ()
        assert register.git("rev-list", "--count", "HEAD") == count
        assert clean(register)


@pytest.mark.parametrize("step", ["commit-object", "journal", "ref", "file"])
def test_nobody_commits_from_an_index_that_would_take_the_commit_back(register: Repository, step: str) -> None:
    tried = []

    def other(now: str) -> None:
        if now == step:
            (register.root / "notes.txt").write_text("egna ord\n", encoding="utf-8")
            for arguments in (("add", "notes.txt"), ("commit", "-q", "-a", "-m", "Någon annan")):
                tried.append(subprocess.run(["git", *arguments], cwd=register.root, capture_output=True, check=False))

    done = commit(register.open(), CHANGES, "Ändra", step=other)
    assert tried
    assert all(b"index.lock" in each.stderr for each in tried)
    assert register.git("rev-parse", "HEAD") == done.commit
    register.git("add", "notes.txt")
    register.git("commit", "-q", "-m", "Någon annan")
    assert register.git("show", "HEAD:registry/people.yaml") == register.git("show", "HEAD^:registry/people.yaml")
    assert clean(register)


@pytest.mark.parametrize("step", ["commit-object", "journal", "ref", "file", "index"])
def test_the_index_that_a_killed_commit_held_is_given_free_by_the_next(register: Repository, step: str) -> None:
    wish = json.dumps({path: None if data is None else data.decode() for path, data in CHANGES.items()})
    register.python(KILLED, step, wish)
    assert (register.root / ".git/index.lock").exists()
    assert interrupted(register.root)
    commit(register.open(), {"registry/next.yaml": b"a: 1\n"}, "Nästa")
    assert not (register.root / ".git/index.lock").exists()
    assert not interrupted(register.root)
    assert clean(register)


def test_whoever_stops_vis_after_the_branch_moved_is_not_left_with_an_index_from_before(register: Repository) -> None:
    def interrupt(step: str) -> None:
        if step == at:
            raise KeyboardInterrupt

    for at in ("ref", "staged", "file", "index"):
        with pytest.raises(KeyboardInterrupt):
            commit(register.open(), {"registry/people.yaml": at.encode()}, "Ändra", step=interrupt)
        assert clean(register)
        assert register.git("show", "HEAD:registry/people.yaml") == at
        assert not interrupted(register.root)
        assert not (register.root / ".git/index.lock").exists()


@pytest.mark.parametrize("said", [b"", b"vis 01"])
def test_the_lock_of_a_git_that_has_just_begun_is_not_taken_for_our_own(register: Repository, said: bytes) -> None:
    register.open()
    (register.root / ".git/vis").mkdir()
    (register.root / ".git/vis/index-held").write_bytes(said)  # what a full disk, or a kill, leaves of our note
    (register.root / ".git/index.lock").write_bytes(said)
    with pytest.raises(Busy):
        commit(register.open(), CHANGES, "Ändra", timeout=0.1)
    assert (register.root / ".git/index.lock").exists()
    assert not (register.root / ".git/vis/index-held").exists()


def test_an_edit_of_the_same_moment_and_size_is_still_seen_by_git(register: Repository) -> None:
    register.git("config", "core.trustctime", "false")
    at = (1_700_000_000, 1_700_000_000)
    own = register.write("notes.txt", "ett\n")
    os.utime(own, at)
    register.git("add", "notes.txt")
    own.write_bytes(b"tva\n")
    os.utime(own, at)
    os.utime(register.root / ".git/index", at)  # so git has to look into the file, whose time says nothing
    commit(register.open(), CHANGES, "Ändra")
    assert register.git("status", "--porcelain") == "AM notes.txt"


def test_an_index_that_is_a_link_is_held_where_git_holds_it_and_stays_a_link(register: Repository) -> None:
    index = register.root / ".git/index"
    index.rename(register.root / ".git/real")
    index.symlink_to("real")
    tried = []

    def other(now: str) -> None:
        if now == "ref":
            (register.root / "notes.txt").write_text("egna ord\n", encoding="utf-8")
            tried.append(
                subprocess.run(["git", "add", "notes.txt"], cwd=register.root, capture_output=True, check=False)
            )

    commit(register.open(), CHANGES, "Ändra", step=other)
    assert tried[0].returncode != 0
    assert index.is_symlink()
    assert register.git("status", "--porcelain") == "?? notes.txt"


def test_a_commit_that_a_person_undid_is_not_brought_back(register: Repository) -> None:
    wish = json.dumps({path: None if data is None else data.decode() for path, data in CHANGES.items()})
    register.python(KILLED, "ref", wish)
    (register.root / ".git/index.lock").unlink()  # as git says to do
    register.git("reset", "-q", "--hard", "HEAD^")
    done = commit(register.open(), {"registry/next.yaml": b"a: 1\n"}, "Nästa")
    assert done.warnings == ()
    assert (register.root / "registry/people.yaml").read_bytes() == b"exempel-a: {}\n"
    assert clean(register)


@pytest.mark.parametrize(
    "journal",
    [
        "{",
        "[]",
        '{"ref": "refs/heads/main", "commit": "x", "files": []}',
        '{"ref": "refs/heads/main", "commit": "'
        + "1" * 40
        + '", "files": [{"path": "../x", "old": null, "new": null}]}',
        '{"ref": "refs/heads/main", "commit": "'
        + "1" * 40
        + '", "files": [{"path": "registry/x", "old": null, "new": null, "mode": "120000"}]}',
        "[" * 100_000,
    ],
)
def test_a_journal_that_is_not_ours_is_said_and_not_followed(register: Repository, journal: str) -> None:
    folder = register.root / ".git/vis"
    folder.mkdir()
    (folder / "journal.json").write_text(journal)
    with pytest.raises(Failure, match="interrupted change") as caught:
        commit(register.open(), CHANGES, "Ändra")
    assert caught.value.exit_code == 3
    assert "journal.json" in caught.value.hint.format(**caught.value.values)


def test_our_folder_in_git_is_not_a_link(register: Repository, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (register.root / ".git/vis").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(Failure, match="is a link"):
        commit(register.open(), CHANGES, "Ändra")
    assert not list((tmp_path / "elsewhere").iterdir())


# The disk

FULL = """
import os, resource, sys
from pathlib import Path
from vis_cli.errors import Failure
from vis_cli.history.commit import commit
from vis_cli.history.git import Git

git = Git(Path(sys.argv[1]), os.environ)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), resource.RLIM_INFINITY))
try:
    done = commit(git, {"registry/large.yaml": os.urandom(1500), "registry/small.yaml": b"a: 1"}, "Stor")
except Failure as failure:
    print(failure)
    sys.exit(failure.exit_code)
print(done.commit, *done.warnings)
"""


@pytest.mark.parametrize("limit", [0, 10, 60, 200, 400, 1000, 1400])
def test_a_full_disk_changes_nothing(register: Repository, limit: int) -> None:
    before = register.snapshot()
    done = register.python(FULL, str(limit))
    assert done.returncode == 5, done
    assert register.snapshot() == before
    assert not list(register.root.rglob("*.vis-tmp")) and not list(register.root.rglob("*.lock"))
    assert clean(register)
    assert register.python(FULL, "100000").returncode == 0
    assert clean(register)
