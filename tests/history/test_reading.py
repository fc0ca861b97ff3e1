"""Names, dates, trees and what commits say."""

import os
import time
from datetime import UTC, date
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from repositories import Repository

from vis_cli.errors import Failure
from vis_cli.history.beside import altered
from vis_cli.history.commit import commit
from vis_cli.history.commits import log, revisions, tags
from vis_cli.history.git import Git
from vis_cli.history.revision import Head, at_date, head, main_branch, resolve
from vis_cli.history.state import HeadState, Provenance, describe, describe_all, state
from vis_cli.history.tree import GitTree, list_tree
from vis_cli.source.tree import MAX_BYTES, Entry

STOCKHOLM = ZoneInfo("Europe/Stockholm")


def exit_code(caught: pytest.ExceptionInfo[Failure]) -> int:
    return caught.value.exit_code


# Names


def test_branches_tags_and_abbreviated_ids_become_full_ids(register: Repository) -> None:
    tip = register.git("rev-parse", "HEAD")
    register.git("tag", "-a", "agreement/exempel/1.0", "-m", "Version 1.0")
    git = register.open()
    names = ("main", "HEAD", "agreement/exempel/1.0", tip[:8], tip, "refs/heads/main", "HEAD^{commit}")
    assert {resolve(git, name) for name in names} == {tip}


@pytest.mark.parametrize(
    "name",
    ["", " ", "..", "main..main", "@{}", "--output=pwn", "-h", "--all", "finns-inte", "main:README.md", "a\0b", "a\nb",
     "\udcff", "0" * 40, "--end-of-options", "^main", ":/"],
)  # fmt: skip
def test_what_names_no_commit_is_said_and_is_never_an_option(register: Repository, name: str) -> None:
    before = sorted(register.root.iterdir())
    with pytest.raises(Failure, match="there is no commit") as caught:
        resolve(register.open(), name)
    assert exit_code(caught) == 2
    assert sorted(register.root.iterdir()) == before


def test_a_branch_that_is_called_like_an_option_is_a_branch(register: Repository) -> None:
    tip = register.git("rev-parse", "HEAD")
    register.git("update-ref", "refs/heads/--output=pwn", tip)
    register.git("symbolic-ref", "HEAD", "refs/heads/--output=pwn")
    git = register.open()
    assert resolve(git, "--output=pwn") == tip
    assert head(git) == Head(tip, "refs/heads/--output=pwn")
    assert head(git).branch == "--output=pwn"
    assert len(log(git, "README.md", start="--output=pwn")) == 1
    assert at_date(git, date(2026, 2, 1), UTC, branch="--output=pwn") == tip
    assert not (register.root / "pwn").exists()


def test_before_the_first_commit_there_is_nothing_to_name(repository: Repository) -> None:
    git = repository.open()
    assert head(git) == Head(None, "refs/heads/main")
    assert state(git) == HeadState(None, "main", ())
    repository.write("registry/a.yaml", "a: 1\n")
    assert state(git).dirty == ("registry/a.yaml",)
    assert describe_all(git, UTC) == Provenance(None, None, True)
    assert describe(git, ["registry/a.yaml"], UTC) == Provenance(None, None, True)
    for question in (lambda: resolve(git, "HEAD"), lambda: at_date(git, date(2026, 1, 1), UTC), lambda: log(git, "a")):
        with pytest.raises(Failure, match="nothing is committed") as caught:
            question()
        assert exit_code(caught) == 3


def test_the_main_branch_is_main_even_while_another_is_checked_out(register: Repository) -> None:
    register.git("checkout", "-q", "-b", "gren")
    assert main_branch(register.open()) == "refs/heads/main"
    register.git("branch", "-q", "-m", "main", "master")
    assert main_branch(register.open()) == "refs/heads/master"
    register.git("branch", "-q", "-D", "master")
    assert main_branch(register.open()) == "refs/heads/gren"


def test_a_detached_head_has_a_commit_and_no_branch(register: Repository) -> None:
    register.git("checkout", "-q", "--detach")
    now = state(register.open())
    assert (now.commit, now.branch) == (register.git("rev-parse", "HEAD"), None)


# Dates


def merged(repository: Repository) -> dict[str, str]:
    """main: a (10 Jan) - m (20 Feb), where m merges a branch with commits dated 5 Jan and, by a wrong clock, 1 Mar."""
    found = {"a": repository.commit({"registry/a.yaml": "a: 1\n"}, "a", day="2026-01-10")}
    repository.git("checkout", "-q", "-b", "gren")
    found["old"] = repository.commit({"registry/b.yaml": "b: 1\n"}, "old", day="2026-01-05")
    found["new"] = repository.commit({"registry/b.yaml": "b: 2\n"}, "new", day="2026-03-01")
    repository.git("checkout", "-q", "main")
    repository.git("merge", "-q", "--no-ff", "-m", "m", "gren", day="2026-02-20")
    found["m"] = repository.git("rev-parse", "HEAD")
    return found


@pytest.mark.parametrize(
    ("day", "commit"),
    [("2026-01-10", "a"), ("2026-02-19", "a"), ("2026-02-20", "m"), ("2026-02-28", "m"), ("2026-12-31", "m")],
)
def test_a_date_is_the_commit_that_main_stood_at_whatever_its_branches_are_dated(
    repository: Repository, day: str, commit: str
) -> None:
    commits = merged(repository)
    assert at_date(repository.open(), date.fromisoformat(day), STOCKHOLM) == commits[commit]


def test_the_newest_position_counts_where_clocks_went_backwards(repository: Repository) -> None:
    repository.commit({"a": "1"}, day="2026-03-01")
    second = repository.commit({"a": "2"}, day="2026-02-01")
    assert at_date(repository.open(), date(2026, 2, 15), STOCKHOLM) == second
    assert at_date(repository.open(), date(2026, 3, 15), STOCKHOLM) == second


def test_a_day_ends_at_midnight_in_stockholm(repository: Repository) -> None:
    first = repository.commit({"a": "1"}, day="2026-01-01")
    repository.write("a", "2")
    repository.environ |= {"GIT_COMMITTER_DATE": "2026-01-02T23:30:00+00:00"}  # the 3rd in Stockholm
    git = repository.open(GIT_AUTHOR_DATE="2026-01-02T23:30:00+00:00")
    repository.write("a", "1")
    second = commit(git, {"a": b"2"}, "Sent").commit
    assert at_date(git, date(2026, 1, 2), STOCKHOLM) == first
    assert at_date(git, date(2026, 1, 2), UTC) == second
    assert at_date(git, date(2026, 1, 3), STOCKHOLM) == second


def test_before_the_register_there_is_no_answer(register: Repository) -> None:
    with pytest.raises(Failure, match="on or before 2025-12-31; the first is of 2026-01-10"):
        at_date(register.open(), date(2025, 12, 31), STOCKHOLM)
    assert at_date(register.open(), date.max, STOCKHOLM)


def test_a_shallow_clone_is_refused_with_the_remedy(register: Repository, tmp_path: Path) -> None:
    register.commit({"registry/people.yaml": "exempel-a: {x: 1}\n"}, "Två", day="2026-02-10")
    register.git("clone", "-q", "--depth", "1", f"file://{register.root}", str(tmp_path / "shallow"))
    git = Git(tmp_path / "shallow", register.environ)
    for question in (
        lambda: at_date(git, date(2026, 1, 15), STOCKHOLM),
        lambda: log(git, "README.md"),
        lambda: resolve(git, "HEAD~1"),
        lambda: describe(git, ["README.md"], UTC),
    ):
        with pytest.raises(Failure, match="shallow") as caught:
            question()
        assert exit_code(caught) == 3
        assert "git fetch --unshallow" in caught.value.hint
    # What the commit at hand says is there, and is answered.
    tip = resolve(git, "HEAD")
    assert GitTree(git, tip).read("README.md") == b"# Exempel\n"
    assert describe_all(git, UTC) == Provenance(tip, date(2026, 2, 10), False)
    register.git("-C", str(tmp_path / "shallow"), "fetch", "-q", "--unshallow")
    assert len(log(Git(tmp_path / "shallow", register.environ), "registry")) == 2


# Trees


def test_a_commit_is_a_tree_whatever_its_files_are_called(repository: Repository) -> None:
    latin = os.fsdecode(b"registry/m\xf6te.yaml")
    repository.write("registry/a b.yaml", "a: 1\n")
    repository.write("registry/möte.yaml", "b: 1\n")
    repository.write("registry/:(top).yaml", "c: 1\n")
    repository.write("registry/new\nline.yaml", "d: 1\n")
    repository.write("registry-else/x.yaml", "e: 1\n")
    repository.write(latin, "f: 1\n")
    (repository.root / "registry/link.yaml").symlink_to("/etc/passwd")
    submodule = f"160000 {'1' * 40}\tregistry/module\0".encode()
    repository.git("add", "-A")
    repository.git("update-index", "-z", "--index-info", stdin=submodule)
    repository.git("commit", "-q", "-m", "Alla")
    git = repository.open()
    tree = GitTree(git, resolve(git, "main"))
    assert set(tree.entries("registry")) == {
        Entry("registry/a b.yaml"),
        Entry("registry/möte.yaml"),
        Entry("registry/:(top).yaml"),
        Entry("registry/new\nline.yaml"),
        Entry(latin),
        Entry("registry/link.yaml", "link"),
        Entry("registry/module", "other"),
    }
    assert tree.read(latin) == b"f: 1\n"
    assert tree.read("registry/:(top).yaml") == b"c: 1\n"
    assert list(tree.entries("finns-inte")) == []
    for path in ("registry/link.yaml", "registry/module", "registry/finns-inte.yaml", "registry"):
        with pytest.raises(OSError):
            tree.read(path)


def test_a_folder_that_is_a_link_is_one_entry(repository: Repository) -> None:
    (repository.root / "registry").symlink_to("/etc")
    repository.commit({})
    git = repository.open()
    assert list(GitTree(git, resolve(git, "main")).entries("registry")) == [Entry("registry", "link")]


def test_a_file_that_is_too_large_is_cut_as_in_the_work_tree(repository: Repository) -> None:
    repository.commit(
        {"registry/large.yaml": "x" * (MAX_BYTES + 100), "registry/small.yaml": "", "registry/same.yaml": ""}
    )
    git = repository.open()
    tree = GitTree(git, resolve(git, "main"))
    list(tree.entries("registry"))
    assert tree.read("registry/small.yaml") == tree.read("registry/same.yaml") == b""
    assert len(tree.read("registry/large.yaml")) == MAX_BYTES + 1


def test_an_empty_commit_is_an_empty_tree(repository: Repository) -> None:
    git = repository.open()
    tip = repository.commit({})
    assert list_tree(git, tip) == {}


def test_a_tree_of_ten_thousand_files_is_read_well_within_a_second(repository: Repository) -> None:
    text = b"".join(
        b"M 100644 inline registry/contacts/%d/f%d.yaml\ndata 1000\n%s\n"
        % (i % 50, i, (b"a: %d\n" % i).ljust(1000, b"#"))
        for i in range(10_000)
    )
    head = b"commit refs/heads/main\ncommitter Exempel <e@example.org> 1767265200 +0100\ndata 1\nx\n"
    repository.git("fast-import", "--quiet", stdin=head + text)
    git = repository.open()
    tip = resolve(git, "main")
    start = time.perf_counter()
    tree = GitTree(git, tip)
    total = sum(len(tree.read(entry.path)) for entry in tree.entries("registry"))
    assert total == 10_000_000
    assert time.perf_counter() - start < 1.5  # 0.2 s on a quiet machine


def test_a_sha256_repository_is_read_and_written_alike(tmp_path: Path, repository: Repository) -> None:
    repository.git("init", "-q", "-b", "main", "--object-format=sha256", str(tmp_path / "sha256"))
    git = Git(tmp_path / "sha256", repository.environ)
    done = commit(git, {"registry/a.yaml": b"a: 1\n"}, "Ett")
    assert done.commit and len(done.commit) == 64
    assert GitTree(git, done.commit).read("registry/a.yaml") == b"a: 1\n"
    assert state(git) == HeadState(done.commit, "main", ())


# What commits and tags say


def test_the_log_of_a_file_says_who_when_and_why(register: Repository) -> None:
    register.commit({"registry/other.yaml": "a: 1\n"}, "Något annat", day="2026-02-01")
    register.commit({"README.md": "# Två\n"}, "Ändra rubriken\n\nFör att den var fel.", day="2026-02-10")
    found = log(register.open(), "README.md")
    assert [(r.subject, r.author, r.when.isoformat()) for r in found] == [
        ("Ändra rubriken", "Exempel Person", "2026-02-10T11:00:00+00:00"),
        ("Börja registret", "Exempel Person", "2026-01-10T11:00:00+00:00"),
    ]
    assert found[0].message == "Ändra rubriken\n\nFör att den var fel."
    assert found[0].commit == register.git("rev-parse", "HEAD")


def test_the_log_of_main_has_the_merge_for_what_it_brought_in(repository: Repository) -> None:
    merged(repository)
    git = repository.open()
    assert [r.subject for r in log(git, "registry/b.yaml")] == ["new", "old"]
    assert [r.subject for r in log(git, "registry/b.yaml", first_parent=True)] == ["m"]


def test_a_commit_of_odd_bytes_and_a_far_year_is_read(repository: Repository) -> None:
    tree = repository.git("write-tree")
    raw = (
        f"tree {tree}\nauthor  <> 99999999999999 +0000\ncommitter X <x@example.org> 99999999999999 +0000\n\n".encode()
        + b"M\xf6te \x1b[31m\n"
    )
    oid = repository.git("hash-object", "-t", "commit", "-w", "--literally", "--stdin", stdin=raw)
    repository.git("update-ref", "refs/heads/main", oid)
    git = repository.open()
    (revision,) = revisions(git, oid)
    assert revision.when.year == 9999
    assert revision.author == ""
    assert revision.subject.startswith("M")
    with pytest.raises(Failure, match="no commit on or before"):
        at_date(git, date(2026, 1, 1), STOCKHOLM)


def test_annotated_tags_are_answered_and_others_are_not(register: Repository) -> None:
    tip = register.git("rev-parse", "HEAD")
    register.git("tag", "-a", "agreement/exempel/1.0", "-m", "Version 1.0", day="2026-02-01")
    register.git("tag", "agreement/exempel/utkast")
    register.git("tag", "-a", "agreement/exempel/träd", "-m", "x", "HEAD^{tree}")
    register.git("tag", "-a", "agreement/exempel-annat/1.0", "-m", "x")
    (tag,) = tags(register.open(), "agreement/exempel")
    assert (tag.name, tag.commit, tag.author, tag.message) == (
        "agreement/exempel/1.0",
        tip,
        "Exempel Person",
        "Version 1.0",
    )
    assert tag.when.isoformat() == "2026-02-01T11:00:00+00:00"
    assert tags(register.open(), "agreement/finns-inte") == []


# The work tree


def test_dirty_is_what_is_not_as_the_last_commit_says(register: Repository) -> None:
    (register.root / "registry/link").symlink_to("people.yaml")
    register.commit({".gitignore": "*.swp\n", "registry/gone.yaml": "a: 1\n", "registry/crlf.yaml": "a: 1\n"})
    git = register.open()
    assert state(git).dirty == ()
    register.write("registry/people.yaml", "exempel-b: {}\n")
    register.write("registry/crlf.yaml", "a: 1\r\n")  # git stores it as it was
    register.write("registry/new.yaml", "a: 1\n")
    register.write("registry/ignored.swp", "")
    register.write("elsewhere.txt", "")
    (register.root / "registry/gone.yaml").unlink()
    assert state(git).dirty == ("registry/gone.yaml", "registry/new.yaml", "registry/people.yaml")
    (register.root / "registry/link").unlink()
    (register.root / "registry/link").symlink_to("/etc/passwd")
    assert "registry/link" in state(git).dirty
    assert state(git, ["elsewhere.txt"]).dirty == ("elsewhere.txt",)


def test_a_document_names_the_commit_that_last_changed_what_it_is_made_from(register: Repository) -> None:
    first = register.git("rev-parse", "HEAD")
    second = register.commit({"registry/people.yaml": "exempel-b: {}\n"}, "Två", day="2026-02-10")
    git = register.open()
    assert describe(git, ["README.md"], STOCKHOLM) == Provenance(first, date(2026, 1, 10), False)
    assert describe(git, ["README.md", "registry/people.yaml"], STOCKHOLM) == Provenance(
        second, date(2026, 2, 10), False
    )
    assert describe(git, ["README.md"], STOCKHOLM).short == first[:12]
    register.write("README.md", "# Ny\n")
    assert describe(git, ["README.md"], STOCKHOLM) == Provenance(first, date(2026, 1, 10), True)
    assert describe(git, ["README.md"], STOCKHOLM, commit=second) == Provenance(first, date(2026, 1, 10), False)
    assert describe_all(git, STOCKHOLM) == Provenance(second, date(2026, 2, 10), False)
    register.write("registry/new.yaml", "a: 1\n")
    assert describe_all(git, STOCKHOLM) == Provenance(second, date(2026, 2, 10), True)
    assert describe_all(git, STOCKHOLM, commit=first) == Provenance(first, date(2026, 1, 10), False)
    assert describe(git, ["registry/new.yaml"], STOCKHOLM) == Provenance(None, None, True)


def test_what_a_register_further_down_finds_at_the_top_is_not_its_data(
    repository: Repository,
) -> None:
    base = repository.commit({"registry/vis.yaml": "a\n", "lan/registry/vis.yaml": "a\n", "lan/README.md": "a\n"})
    for path in ("registry/vis.yaml", "lan/registry/vis.yaml", "lan/README.md"):
        repository.write(path, "b\n")
    found = altered(repository.open(), base, None, "lan")
    assert [item.path for item in found] == ["../registry/vis.yaml", "README.md"]
