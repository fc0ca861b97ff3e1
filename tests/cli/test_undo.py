"""`vis undo`: the last change is taken back whole, or it is said why not; what was interrupted is said and mended."""

import json
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from tests.bodies import PEOPLE, county
from tests.history.repositories import IDENTITY, Repository
from tests.program import Done, environment, register, vis

NEW = ("person", "new", "Ny Provsson", "--title", "socialchef", "--organisation", "testvik-kommun")
PEOPLE_TOO = ("person", "new", "Än Testström", "--title", "enhetschef", "--organisation", "testvik-kommun")


def run(here: Path, *arguments: str) -> Done:
    """Run `vis` as somebody whom Git knows."""
    return vis(*arguments, cwd=here, env=IDENTITY, timeout=120)


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """The county, without Git."""
    return register(tmp_path / "register", county(), vis_yaml=None)


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """The county in Git, all of it committed."""
    made = Repository(tmp_path / "register")
    register(made.root, county(), vis_yaml=None)
    made.commit({}, "Börja")
    return made


def files(root: Path) -> dict[str, tuple[bytes, int]]:
    """The files of the register, with their permissions."""
    return {
        str(path.relative_to(root)): (path.read_bytes(), stat.S_IMODE(path.stat().st_mode))
        for path in root.rglob("*")
        if path.is_file() and not {".git", ".vis"} & set(path.relative_to(root).parts)
    }


def refused(done: Done, says: str, code: int = 3) -> None:
    assert (done.code, done.out) == (code, ""), done
    assert says in done.err


# Without a commit


def test_a_change_of_the_files_is_taken_back_byte_for_byte(here: Path) -> None:
    (here / PEOPLE).chmod(0o640)
    before = files(here)
    assert run(here, *NEW).code == 0
    done = run(here, "undo")
    assert (done.code, done.out) == (0, f"{PEOPLE}\n")
    assert done.err.startswith("taken back: Ny person: Ny Provsson, socialchef, Testviks kommun (")
    assert files(here) == before
    refused(run(here, "undo"), "nothing more to take back")
    assert files(here) == before


def test_a_file_that_was_made_goes_and_one_that_went_comes_back(here: Path) -> None:
    script = """
import sys; from pathlib import Path; from vis_cli.actions.apply import apply
changes = {"registry/forums/x/y.yaml": b"# ny", "README.md": None}
apply(Path(sys.argv[1]), changes, verify=lambda tree: (), message="Byt ut")
"""
    (here / "README.md").write_bytes(b"borta\r\n")
    (here / "README.md").chmod(0o600)
    before = files(here)
    subprocess.run([sys.executable, "-c", script, here], env=environment(here), check=True)
    assert not (here / "README.md").exists()
    done = run(here, "undo")
    assert sorted(done.lines) == ["README.md", "registry/forums/x/y.yaml"]
    assert files(here) == before
    assert not (here / "registry/forums/x").exists()


def test_a_trial_shows_the_difference_and_writes_nothing(here: Path) -> None:
    run(here, *NEW)
    before = files(here)
    done = run(here, "undo", "--dry-run")
    assert done.code == 0
    assert "-ny-provsson:" in done.lines
    assert done.err.startswith("would be taken back: Ny person: Ny Provsson")
    assert json.loads(run(here, "undo", "--dry-run", "--json").out)["taken_back"] is False
    assert files(here) == before
    assert run(here, "undo").code == 0


def test_as_json(here: Path) -> None:
    run(here, *NEW)
    said = json.loads(run(here, "undo", "--json").out)
    made = said.pop("made")
    assert made.endswith("+00:00")
    assert said == {
        "schema_version": 1,
        "change": "Ny person: Ny Provsson, socialchef, Testviks kommun",
        "commit": None,
        "paths": [PEOPLE],
        "taken_back": True,
        "by": None,
    }


def test_only_the_last_change_is_taken_back(here: Path) -> None:
    run(here, *NEW)
    after_one = files(here)
    run(here, *PEOPLE_TOO)
    assert "Än Testström" in run(here, "undo").err
    assert files(here) == after_one
    refused(run(here, "undo"), "nothing more to take back")
    run(here, *PEOPLE_TOO)
    assert run(here, "undo").code == 0
    assert files(here) == after_one


def test_what_was_changed_since_is_named_and_left_alone(here: Path) -> None:
    run(here, *NEW)
    (here / PEOPLE).write_text((here / PEOPLE).read_text() + "# mitt\n")
    before = files(here)
    refused(run(here, "undo"), f"changed since vis wrote it, so nothing is taken back: {PEOPLE}")
    (here / PEOPLE).unlink()
    refused(run(here, "undo"), PEOPLE)
    assert before.keys() - files(here).keys() == {PEOPLE}


def test_what_others_build_on_is_refused_with_where_they_do(here: Path) -> None:
    run(here, *NEW)
    body = next(path for path in (here / "registry/groups").iterdir() if "ann-exempel" in path.read_text())
    body.write_text(body.read_text().replace("ann-exempel", "ny-provsson"))
    before = files(here)
    refused(run(here, "undo"), "there is no person `ny-provsson`", 1)
    assert files(here) == before


def test_where_vis_has_changed_nothing_there_is_nothing_to_take_back(here: Path, repository: Repository) -> None:
    refused(run(here, "undo"), "no change here that vis can take back")
    refused(run(repository.root, "undo"), "no change here that vis can take back")


def test_a_record_that_is_not_ours_is_not_followed(here: Path) -> None:
    run(here, *NEW)
    record = here / ".vis/state/last.json"
    for text in ("{", "[]", "1", record.read_text().replace(PEOPLE, "../../outside"), '{"commit": 1}'):
        record.write_text(text)
        refused(run(here, "undo"), "no change here that vis can take back")


def test_files_that_are_not_committed_are_taken_back_in_git_too(repository: Repository) -> None:
    run(repository.root, *NEW)
    assert run(repository.root, "undo").code == 0
    assert repository.git("status", "--porcelain") == ""
    run(repository.root, *NEW)
    repository.git("commit", "-qam", "Själv")
    done = run(repository.root, "undo")
    assert "has been committed since" in done.err
    assert repository.git("status", "--porcelain") == f" M {PEOPLE}"


def test_each_linked_worktree_has_its_own_last_change(repository: Repository, tmp_path: Path) -> None:
    other = tmp_path / "other"
    repository.git("worktree", "add", "-q", "-b", "other", str(other))
    run(repository.root, *NEW)
    refused(run(other, "undo"), "no change here that vis can take back")
    run(other, *PEOPLE_TOO)
    assert "Ny Provsson" in run(repository.root, "undo").err
    assert "Än Testström" in run(other, "undo").err


def test_two_registers_in_one_repository_do_not_take_back_each_others(tmp_path: Path) -> None:
    outer = Repository(tmp_path / "outer")
    one, two = (register(outer.root / name, county(), vis_yaml=None) for name in ("one", "two"))
    run(one, *NEW)
    refused(run(two, "undo"), "no change here that vis can take back")
    assert run(one, "undo").code == 0


# With a commit


def test_a_commit_is_taken_back_by_a_new_one(repository: Repository) -> None:
    repository.write("mine.txt", "staged\n")
    repository.git("add", "mine.txt")
    start = repository.git("rev-parse", "HEAD")
    run(repository.root, *NEW, "--commit")
    made = repository.git("rev-parse", "HEAD")
    assert "-ny-provsson:" in run(repository.root, "undo", "--dry-run").lines
    done = run(repository.root, "undo")
    assert done.code == 0
    assert "by a new commit (" in done.err and "holds after a push too" in done.err
    assert repository.git("rev-parse", "HEAD^") == made
    assert repository.git("diff", "--name-only", start, "HEAD") == ""
    assert repository.git("log", "-1", "--format=%s%n%b").startswith("Ta tillbaka: Ny person: Ny Provsson")
    assert made in repository.git("log", "-1", "--format=%b")
    assert repository.git("status", "--porcelain") == "A  mine.txt"
    refused(run(repository.root, "undo"), "nothing more to take back")


def test_a_commit_that_was_built_on_stays(repository: Repository) -> None:
    run(repository.root, *NEW, "--commit")
    made = repository.git("rev-parse", "HEAD")
    repository.commit({"mine.txt": "x"}, "Min egen")
    before = repository.snapshot()
    done = run(repository.root, "undo")
    refused(done, f"other commits have been made since the last change of vis, commit {made[:12]}")
    assert f"git revert {made[:12]}" in done.err
    assert repository.snapshot() == before


def test_a_commit_that_is_gone_or_on_another_branch_is_said(repository: Repository) -> None:
    run(repository.root, *NEW, "--commit")
    repository.git("switch", "-q", "-c", "other")
    refused(run(repository.root, "undo"), "on the branch `main`, which is not checked out")
    repository.git("switch", "-q", "main")
    repository.git("reset", "-q", "--hard", "HEAD^")
    refused(run(repository.root, "undo"), "is not on this branch any more")


def test_a_commit_that_a_tag_names_stays(repository: Repository) -> None:
    run(repository.root, *NEW, "--commit")
    repository.git("tag", "-a", "-m", "x", "agreement/x/1.0")
    refused(run(repository.root, "undo"), "the tag `agreement/x/1.0` names the last change")


def test_a_commit_with_changes_beside_it_in_the_same_file_stays(repository: Repository) -> None:
    run(repository.root, *NEW, "--commit")
    with (repository.root / PEOPLE).open("a") as file:
        file.write("# mitt\n")
    before = repository.snapshot()
    refused(run(repository.root, "undo"), "has changes that are not saved")
    assert repository.snapshot() == before


def test_the_history_of_the_sample_is_nobodys_last_change(tmp_path: Path) -> None:
    run(tmp_path, "init", "--sample", "sample")
    refused(run(tmp_path / "sample", "undo"), "no change here that vis can take back")


# Interrupted

KILLED = """
import os, sys
from pathlib import Path
from vis_cli.actions.apply import apply
from vis_cli.history.git import find

def step(name):
    if name == sys.argv[2]:
        os.kill(os.getpid(), 9)
root = Path(sys.argv[1])
changes = {name: (root / name).read_bytes() + b"# mer\\n" for name in ("registry/people.yaml", "registry/areas.yaml")}
apply(root, changes, verify=lambda tree: (), git=find(root, os.environ), message="Skriv mer",
      commit=sys.argv[3] == "commit", forgets=sys.argv[4] == "forgets", step=step)
"""


def kill(root: Path, step: str, commit: bool = False, forgets: bool = False) -> None:
    command = [sys.executable, "-c", KILLED, root, step, "commit" if commit else "", "forgets" if forgets else ""]
    done = subprocess.run(command, env=environment(root, IDENTITY))
    assert done.returncode == -9


def every(root: Path) -> dict[str, tuple[bytes, int]]:
    return {str(path): (path.read_bytes(), path.stat().st_mtime_ns) for path in root.rglob("*") if path.is_file()}


@pytest.mark.parametrize("commit", [False, True])
def test_who_reads_is_told_and_who_writes_next_mends(repository: Repository, commit: bool) -> None:
    kill(repository.root, "file", commit)
    before = every(repository.root)
    for command in (("check",), ("list", "person"), (*NEW, "--dry-run"), ("undo", "--dry-run"), ("fmt", "--check")):
        assert "a change of the register was interrupted" in run(repository.root, *command).err
    assert every(repository.root) == before
    done = run(repository.root, *NEW, *(("--commit",) if commit else ()))
    assert done.code == 0, done.err
    assert commit or "an interrupted change was finished: Skriv mer" in done.err
    assert (repository.root / "registry/areas.yaml").read_text().endswith("# mer\n")
    assert "interrupted" not in run(repository.root, "check").err
    assert not commit or repository.git("status", "--porcelain") == ""


@pytest.mark.parametrize("step", ["lock", "journal", "staged", "file", "done"])
@pytest.mark.parametrize("in_git", [False, True])
def test_killed_anywhere_what_is_taken_back_next_is_whole(here: Path, tmp_path: Path, step: str, in_git: bool) -> None:
    if in_git:
        Repository(here).commit({}, "Börja")
    run(here, *NEW)
    before = files(here)
    kill(here, step)
    done = run(here, "undo")
    assert done.code == 0
    if step in ("file", "done"):
        assert "taken back: Skriv mer" in done.err
        assert files(here) == before
    else:  # it never happened, and the one before it is the last
        assert "taken back: Ny person" in done.err
        assert b"ny-provsson" not in (here / PEOPLE).read_bytes()


@pytest.mark.parametrize("step", ["ref", "file", "index", "done"])
def test_a_commit_that_was_killed_after_it_was_made_is_taken_back(repository: Repository, step: str) -> None:
    start = repository.git("rev-parse", "HEAD")
    kill(repository.root, step, commit=True)
    done = run(repository.root, "undo")
    assert done.code == 0, done.err
    assert "taken back: Skriv mer" in done.err
    assert repository.git("diff", "--name-only", start, "HEAD") == ""
    assert repository.git("status", "--porcelain") == ""


@pytest.mark.parametrize("commit", [False, True])
def test_of_a_change_that_forgets_nothing_is_kept_even_where_it_was_killed(
    repository: Repository, commit: bool
) -> None:
    run(repository.root, *NEW, "--commit")
    kill(repository.root, "file", commit, forgets=True)
    run(repository.root, "doctor", "--mend", "--yes")
    assert (repository.root / PEOPLE).read_text().endswith("# mer\n")
    assert [file.name for file in (repository.root / ".git/vis").iterdir()] == ["lock"]
    refused(run(repository.root, "undo"), "no change here that vis can take back")


@pytest.mark.parametrize("in_git", [False, True])
def test_while_another_vis_writes_the_second_waits_or_is_told(here: Path, in_git: bool) -> None:
    if in_git:
        Repository(here).commit({}, "Börja")
    script = """
import os, sys; from pathlib import Path; from vis_cli.history.state_folder import only_writer
from vis_cli.errors import Failure; from vis_cli.history.git import find
try:
    with only_writer(Path(sys.argv[1]), find(Path(sys.argv[1]), os.environ), timeout=float(sys.argv[2])):
        print("held", flush=True)
        sys.stdin.read() if len(sys.argv) == 4 else None
except Failure as failure:
    print(failure.exit_code, failure)
"""
    command, env = [sys.executable, "-c", script, here], environment(here)
    holder = subprocess.Popen([*command, "5", "hold"], env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert holder.stdout is not None and holder.stdout.readline() == b"held\n"
    said = subprocess.run([*command, "0.1"], env=env, capture_output=True, text=True).stdout
    assert said == "4 another vis is writing in this repository\n"
    assert run(here, "check").code == 0
    holder.kill()  # -9: what it held is free at once
    holder.communicate()
    assert holder.returncode == -9
    assert run(here, *NEW).code == 0
