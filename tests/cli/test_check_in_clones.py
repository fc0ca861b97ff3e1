"""`vis check --base` and `vis diff` in clones of every kind: the right answer, or what mends it.

Nothing in common, a shallow clone, a base with faults: `test_check_base.py`. What a runner makes: `test_workflows.py`.
"""

from pathlib import Path

import pytest

from tests.agreements import ADOPTION, AGREEMENT, adoption, county, text
from tests.faults.bounds import everything
from tests.history.repositories import Repository
from tests.program import Done, vis

ADOPTED = ADOPTION.format("1.0", "exempelby")
GONE = ADOPTION.format("1.0", "testvik")


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """A register whose main holds two recorded decisions."""
    found = Repository(tmp_path / "register")
    found.commit({**county(), AGREEMENT: text()}, "Börja", day="2031-01-10")
    done = vis(
        *("agreement", "publish", "vardplan", "--date", "2031-03-01", "--commit"),
        cwd=found.root,
        env={**found.environ, "VIS_TODAY": "2033-06-01"},
    )
    assert done.code == 0, done.err
    found.commit({ADOPTED: adoption("exempelby"), GONE: adoption("testvik")}, "Två antar")
    return found


def clone(repository: Repository, root: Path, *options: str) -> Repository:
    made = Repository.__new__(Repository)
    made.root, made.environ = root, repository.environ
    repository.git("clone", "-q", *options, f"file://{repository.root}", str(root))
    return made


def judge(where: Repository, base: str, *, root: Path | None = None) -> Done:
    before = everything(where.root)
    done = vis(
        *("check", "--base", base, "--select", "VIS3", "--format", "concise"),
        cwd=root or where.root,
        env=where.environ,
    )
    told = vis("diff", base, "--on", "2033-06-01", cwd=root or where.root, env=where.environ)
    assert everything(where.root) == before
    if done.code in (2, 3):
        assert (told.code, told.out, told.err) == (done.code, "", done.err)
    else:
        assert (told.code, told.out.startswith("<!-- vis diff -->")) == (0, True), told
    return done


def change(where: Repository) -> None:
    """What must be found wherever it is made: a recorded decision is taken away."""
    where.git("rm", "-q", GONE)
    where.git("commit", "-qm", "Bort")


def assert_found(done: Done) -> None:
    assert (done.code, "VIS302" in done.out) == (1, True), done


def test_a_fork_with_two_remotes_is_judged_from_the_one_that_is_named(repository: Repository, tmp_path: Path) -> None:
    fork = clone(repository, tmp_path / "fork")
    fork.git("remote", "add", "upstream", f"file://{repository.root}")
    change(fork)
    done = judge(fork, "upstream/main")
    assert (done.code, done.out) == (3, "")
    assert "git fetch upstream" in done.err
    fork.git("fetch", "-q", "upstream")
    assert_found(judge(fork, "upstream/main"))
    assert_found(judge(fork, "origin/main"))
    assert_found(judge(fork, "refs/remotes/origin/main"))


@pytest.mark.parametrize("base", ["origin/main", "1" * 40])
def test_a_base_that_was_not_fetched_is_told_with_the_line_of_the_workflow(
    repository: Repository, tmp_path: Path, base: str
) -> None:
    runner = Repository(tmp_path / "runner")
    runner.git("remote", "add", "origin", f"file://{repository.root}")
    runner.git("fetch", "-q", "origin", "main:refs/heads/gren")
    runner.git("update-ref", "-d", "refs/remotes/origin/main")
    runner.git("checkout", "-q", "gren")
    done = judge(runner, base)
    assert (done.code, done.out) == (3, "")
    assert 'git fetch origin "+refs/heads/*:refs/remotes/origin/*"' in done.err
    assert "fetch-depth: 0" in done.err
    assert "GIT_DEPTH: 0" in done.err


def test_a_detached_head_and_a_merge_with_main_are_judged_as_the_branch_is(repository: Repository) -> None:
    repository.git("switch", "-qc", "gren")
    change(repository)
    repository.git("checkout", "-q", "--detach")
    assert_found(judge(repository, "main"))
    repository.git("checkout", "-q", "main")
    repository.commit({"README.md": "# Annat\n"}, "Under tiden")
    repository.git("checkout", "-q", "--detach")
    repository.git("merge", "-q", "--no-ff", "-m", "refs/pull/1/merge", "gren")
    for base in ("main", "HEAD^1", repository.git("rev-parse", "main"), "HEAD~1"):
        assert_found(judge(repository, base))
    assert judge(repository, "HEAD^2").code == 0  # the branch itself took it away: since then nothing has gone


def test_a_branch_that_main_has_left_behind_changes_nothing(repository: Repository) -> None:
    repository.git("branch", "gren")
    change(repository)
    repository.git("switch", "-q", "gren")
    done = judge(repository, "main")
    assert (done.code, done.out) == (0, "")
    repository.git("rm", "-q", GONE)
    assert_found(judge(repository, "main"))


def test_a_main_branch_of_another_name_is_named(repository: Repository) -> None:
    repository.git("branch", "-m", "main", "huvudgrenen")
    repository.git("switch", "-qc", "gren")
    change(repository)
    done = judge(repository, "main")
    assert (done.code, done.out) == (2, "")
    assert "name a branch, a tag or a commit" in done.err
    assert_found(judge(repository, "huvudgrenen"))


def test_a_fresh_clone_of_a_branch_is_told_what_main_is_called_in_it(repository: Repository, tmp_path: Path) -> None:
    repository.git("switch", "-qc", "gren")
    change(repository)
    fresh = clone(repository, tmp_path / "klon")
    done = judge(fresh, "main")
    assert (done.code, done.out) == (2, "")
    assert "there is no commit `main`" in done.err and "did you mean `origin/main`?" in done.err
    assert_found(judge(fresh, "origin/main"))


def test_a_linked_work_tree_and_a_submodule_are_judged_like_any(repository: Repository, tmp_path: Path) -> None:
    repository.git("worktree", "add", "-q", "-b", "gren", str(tmp_path / "linked"))
    linked = Repository.__new__(Repository)
    linked.root, linked.environ = tmp_path / "linked", repository.environ
    change(linked)
    assert_found(judge(linked, "main"))
    outer = Repository(tmp_path / "outer")
    outer.git("-c", "protocol.file.allow=always", "submodule", "-q", "add", str(repository.root), "register")
    inner = Repository.__new__(Repository)
    inner.root, inner.environ = outer.root / "register", repository.environ
    change(inner)
    assert_found(judge(inner, "origin/main"))


def test_a_register_below_the_top_of_its_repository_is_judged_by_its_own_past(tmp_path: Path) -> None:
    top = Repository(tmp_path / "top")
    top.commit({f"vis/register/{path}": text for path, text in county().items()} | {"annat.txt": "x\n"})
    top.git("switch", "-qc", "gren")
    path = "vis/register/registry/organisations.yaml"
    kept = (top.root / path).read_text(encoding="utf-8").partition("testvik:")[0]
    top.commit({path: kept, "annat.txt": "y\n"})
    done = judge(top, "main", root=top.root / "vis/register")
    assert (done.code, "VIS304" in done.out) == (1, True), done


def test_a_sparse_work_tree_is_refused_because_what_is_not_there_is_not_taken_away(repository: Repository) -> None:
    repository.git("switch", "-qc", "gren")
    repository.git("sparse-checkout", "set", "registry")
    assert not (repository.root / ADOPTED).exists()
    done = judge(repository, "main")
    assert (done.code, done.out) == (3, "")
    assert "git sparse-checkout disable" in done.err
    assert "agreements/" in done.err
    repository.git("sparse-checkout", "set", "registry", "agreements")
    assert judge(repository, "main").code == 0
    repository.git("sparse-checkout", "disable")
    change(repository)
    assert_found(judge(repository, "main"))


def test_a_partial_clone_that_lacks_the_base_is_said_and_nothing_is_fetched(
    repository: Repository, tmp_path: Path
) -> None:
    repository.git("config", "uploadpack.allowFilter", "true")
    repository.git("switch", "-qc", "gren")
    repository.commit({ADOPTED: adoption("exempelby", "2031-05-23")})
    partial = clone(repository, tmp_path / "partial", "--filter=blob:none", "-b", "gren")
    done = judge(partial, "origin/main")
    assert (done.code, done.out) == (3, "")
    assert "clone it whole, without --filter" in done.err
