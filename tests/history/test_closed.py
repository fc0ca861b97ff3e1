"""Nothing of a repository is ever run, and nothing of the caller's environment reaches git."""

import os
import subprocess
from datetime import UTC, date
from pathlib import Path

import pytest
from repositories import Repository, plant

from vis_cli.errors import Failure
from vis_cli.history.commit import commit
from vis_cli.history.commits import log, tags
from vis_cli.history.git import Git, closed, find
from vis_cli.history.revision import at_date, head, main_branch, resolve
from vis_cli.history.state import describe, describe_all, state
from vis_cli.history.tree import GitTree, list_tree


def test_nothing_planted_in_the_repository_runs_through_any_question_or_commit(register: Repository) -> None:
    register.git("tag", "-a", "agreement/exempel/1.0", "-m", "Version 1.0")
    mark = plant(register)
    register.write("README.md", "# Ändrad\n")  # a file that differs is what filters and diffs are run on

    git = find(register.root / "registry", register.environ)
    assert git is not None
    tip = resolve(git, "main")
    tree = GitTree(git, tip)
    assert {entry.path for entry in tree.entries("registry")} == {
        "registry/people.yaml",
        "registry/groups/exempelgruppen.yaml",
    }
    tree.read("README.md")
    list_tree(git, tip, "registry")
    state(git, ["registry", "README.md"])
    describe(git, ["README.md"], UTC)
    describe_all(git, UTC)
    assert head(git).branch == "main"
    at_date(git, date(2026, 2, 1), UTC)
    main_branch(git)
    assert [revision.author for revision in log(git, "README.md")] == ["Exempel Person"]
    assert [tag.name for tag in tags(git, "agreement/exempel")] == ["agreement/exempel/1.0"]
    done = commit(git, {"registry/people.yaml": b"exempel-b: {}\n", "registry/new.yaml": b"a: 1\n"}, "Ny")
    assert done.commit
    commit(git, {"registry/new.yaml": None}, "Bort")

    assert not mark.exists(), mark.read_text()


def test_the_traps_of_the_test_above_do_spring(register: Repository) -> None:
    mark = plant(register)
    subprocess.run(
        ["git", "status"], cwd=register.root, env=register.environ, capture_output=True, stdin=subprocess.DEVNULL
    )
    assert "fsmonitor" in mark.read_text() or "run-me" in mark.read_text()


def test_writing_the_index_runs_no_filter_on_files_that_may_have_changed_in_the_same_second(
    register: Repository,
) -> None:
    mark = plant(register)
    os.utime(register.root / ".git/index", (1, 1))  # so old that git compares every file before it writes a new one
    git = register.open()
    os.utime(register.root / ".git/index", (1, 1))
    assert commit(git, {"registry/new.yaml": b"a: 1\n"}, "Ny").commit
    assert not mark.exists(), mark.read_text()


def test_a_file_with_a_filter_is_not_committed(register: Repository) -> None:
    mark = plant(register)
    with pytest.raises(Failure, match="attribute `filter`") as caught:
        commit(register.open(), {"README.md": b"# Ny\n"}, "Ny")
    assert caught.value.exit_code == 3
    assert not mark.exists()


def test_a_missing_object_is_not_fetched_by_a_program_that_the_repository_names(register: Repository) -> None:
    mark = register.root.parent / "mark"
    tip = register.git("rev-parse", "HEAD")
    blob = register.git("rev-parse", "HEAD:README.md")
    (register.root / ".git/objects" / blob[:2] / blob[2:]).unlink()
    for name, value in {
        "core.repositoryFormatVersion": "1",
        "extensions.partialClone": "origin",
        "remote.origin.promisor": "true",
        "remote.origin.url": f"ext::sh -c 'touch {mark}'",
        "protocol.ext.allow": "always",
    }.items():
        register.git("config", name, value)
    with pytest.raises(Failure) as caught:
        GitTree(register.open(), tip).read("README.md")
    assert caught.value.exit_code == 3
    assert not mark.exists()


def test_the_environment_of_git_holds_nothing_of_the_callers_but_who_and_where_settings_are() -> None:
    kept = {"HOME": "/home/exempel", "GIT_AUTHOR_NAME": "Exempel", "GIT_CONFIG_GLOBAL": "/dev/null"}
    dropped = dict.fromkeys(
        ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_EXTERNAL_DIFF", "GIT_SSH_COMMAND", "GIT_CONFIG_PARAMETERS"),
        "x",
    )
    environment = closed({**kept, **dropped, "LC_ALL": "sv_SE.UTF-8", "GIT_CONFIG_COUNT": "x"})
    assert kept.items() <= environment.items()
    assert not dropped.keys() & environment.keys()
    assert environment["LC_ALL"] == "C"
    assert environment["GIT_CONFIG_COUNT"].isdigit()


def test_the_callers_git_dir_and_index_are_not_used(register: Repository, tmp_path: Path) -> None:
    other = Repository(tmp_path / "other")
    git = register.open(GIT_DIR=str(other.root / ".git"), GIT_INDEX_FILE=str(tmp_path / "index"))
    assert git.root == register.root
    done = commit(git, {"registry/new.yaml": b"a: 1\n"}, "Ny")
    assert register.git("rev-parse", "main") == done.commit
    assert not (tmp_path / "index").exists()


def test_gitpython_too_reads_this_repository_whatever_the_environment_says(
    register: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = Repository(tmp_path / "other")
    monkeypatch.setenv("GIT_DIR", str(other.root / ".git"))
    assert [revision.subject for revision in log(register.open(), "README.md")] == ["Börja registret"]


def test_a_git_in_the_folder_under_check_is_never_the_one_that_runs(
    register: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    planted = register.write("git", "#!/bin/sh\ntouch mark\n")
    planted.chmod(0o755)
    monkeypatch.chdir(register.root)
    register.open(PATH=os.pathsep.join([".", "", os.environ["PATH"]]))
    assert not (register.root / "mark").exists()
    with pytest.raises(Failure, match="not installed") as caught:
        register.open(PATH=".")
    assert caught.value.exit_code == 3


def test_replaced_and_grafted_commits_are_read_as_they_were(register: Repository) -> None:
    first = register.git("rev-parse", "HEAD")
    second = register.commit({"README.md": "# Två\n"}, "Två", day="2026-02-10")
    register.git("replace", "-f", second, register.git("commit-tree", "-m", "falsk", f"{first}^{{tree}}"))
    (register.root / ".git/info/grafts").write_text(f"{second}\n")
    git = register.open()
    assert GitTree(git, second).read("README.md") == "# Två\n".encode()
    assert [revision.subject for revision in log(git, "README.md")] == ["Två", "Börja registret"]


def test_questions_do_not_write_the_index(register: Repository) -> None:
    os.utime(register.root / "README.md", (1, 1))  # git would gladly refresh it
    before = (register.root / ".git/index").stat()
    git = register.open()
    state(git, ["registry", "README.md"])
    describe_all(git, UTC)
    after = (register.root / ".git/index").stat()
    assert (before.st_mtime_ns, before.st_ino) == (after.st_mtime_ns, after.st_ino)


def test_no_repository_is_no_failure_when_looking_for_one(tmp_path: Path, repository: Repository) -> None:
    assert find(tmp_path, repository.environ) is None
    (tmp_path / ".git").mkdir()  # a folder of that name is not yet a repository
    assert find(tmp_path, repository.environ) is None
    with pytest.raises(Failure, match="is not in a Git repository"):
        Git(tmp_path, repository.environ)


def test_a_bare_repository_has_nothing_to_work_with(tmp_path: Path, repository: Repository) -> None:
    repository.git("init", "-q", "--bare", str(tmp_path / "bare"))
    with pytest.raises(Failure, match="bare repository"):
        Git(tmp_path / "bare", repository.environ)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can give a folder away")
def test_the_repository_of_another_user_is_refused_and_the_remedy_named(register: Repository) -> None:
    for path in (register.root, register.root / ".git"):
        os.chown(path, 12345, 12345)
    with pytest.raises(Failure, match="belongs to another user") as caught:
        find(register.root, register.environ)
    assert "safe.directory" in caught.value.hint
    assert caught.value.exit_code == 3
    assert "safe" not in (register.root / ".git/config").read_text()


def test_a_linked_work_tree_is_a_repository_of_its_own_branch(register: Repository, tmp_path: Path) -> None:
    register.git("worktree", "add", "-q", "-b", "gren", str(tmp_path / "second"))
    git = Git(tmp_path / "second", register.environ)
    done = commit(git, {"registry/new.yaml": b"a: 1\n"}, "Ny")
    assert register.git("rev-parse", "gren") == done.commit != register.git("rev-parse", "main")
    assert (tmp_path / "second/registry/new.yaml").read_bytes() == b"a: 1\n"
    assert not (register.root / "registry/new.yaml").exists()
    assert [revision.subject for revision in log(git, "registry/new.yaml")] == ["Ny"]
