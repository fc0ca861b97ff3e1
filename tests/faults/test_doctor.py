"""`vis doctor`: what is wrong is found and named with its remedy, and what can be mended without loss is mended."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.history.repositories import IDENTITY, Repository
from tests.program import Done, vis
from tests.terminal import CTRL_C, DOWN, ENTER, Terminal
from vis_cli.history.state_folder import hidden_folder, only_writer

WITH_GIT = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", **IDENTITY}
MINUTES = 300
on_linux = pytest.mark.skipif(sys.platform != "linux", reason="who holds a file is known on Linux only")


@pytest.fixture
def here(tmp_path: Path) -> Repository:
    """A new register, as `vis init` makes it, saved."""
    done = vis("init", "here", "--county", "Exempellän", "--name", "Vård i samverkan", cwd=tmp_path, env=WITH_GIT)
    assert done.code == 0, done.err
    repository = Repository(tmp_path / "here")
    repository.commit({})
    return repository


def doctor(here: Repository, *options: str, **env: str) -> Done:
    return vis("doctor", *options, cwd=here.root, env={**WITH_GIT, **env})


def states(here: Repository, **env: str) -> dict[str, str]:
    """How each thing stands, in order or worth knowing apart; of several findings of one thing the last."""
    found = json.loads(doctor(here, "--json", **env).out)
    return {item["name"]: item["state"] for item in found["findings"] if item["state"] not in ("ok", "note")}


def put_lock(here: Repository, name: str = "index.lock", age: float = MINUTES) -> Path:
    lock = here.root / ".git" / name
    lock.parent.mkdir(parents=True, exist_ok=True)
    lock.touch()
    then = time.time() - age
    os.utime(lock, (then, then))
    return lock


def test_a_new_register_is_in_order_and_is_only_looked_at(here: Repository) -> None:
    before = here.snapshot()
    done = doctor(here)
    assert (done.code, done.err) == (0, "")
    assert done.out.endswith("nothing is wrong\n")
    assert "to mend" not in done.out
    assert here.snapshot() == before
    assert not (here.root / ".git/vis").exists()
    found = json.loads(doctor(here, "--json").out)
    assert (found["schema_version"], found["ok"]) == (1, True)


def test_without_a_register_the_installation_is_looked_at(tmp_path: Path) -> None:
    done = vis("doctor", cwd=tmp_path, env=WITH_GIT)
    assert done.code == 0
    assert "there is no register here, so only the installation was looked at" in done.out


@on_linux
@pytest.mark.parametrize("name", ["index.lock", "HEAD.lock", "config.lock", "packed-refs.lock", "refs/heads/main.lock"])
def test_a_lock_that_git_left_is_named_and_removed(here: Repository, name: str) -> None:
    lock = put_lock(here, name)
    done = doctor(here)
    assert done.code == 1
    assert f"the lock `.git/{name}` is 5 min old and no Git holds it" in " ".join(done.out.split())
    assert lock.exists()
    mended = doctor(here, "--mend", "--yes")
    assert (mended.code, mended.err) == (0, f"removed: .git/{name}\n")
    assert not lock.exists()


def test_a_young_lock_is_left_alone(here: Repository) -> None:
    lock = put_lock(here, age=5)
    assert doctor(here, "--mend", "--yes").code == 0
    assert lock.exists()


def test_a_lock_from_a_time_to_come_is_left_alone(here: Repository) -> None:
    lock = put_lock(here, age=-MINUTES)
    assert states(here) == {"locks": "mend"}
    assert doctor(here, "--mend", "--yes").code == 1
    assert lock.exists()


@on_linux
def test_a_lock_that_a_process_has_open_is_left_alone(here: Repository) -> None:
    lock = put_lock(here)
    with lock.open("rb"):
        done = doctor(here, "--mend", "--yes")
        assert "a Git is at work in this repository and holds the lock" in done.out
        assert lock.exists()
    assert doctor(here, "--mend", "--yes").code == 0
    assert not lock.exists()


@on_linux
def test_a_lock_is_left_alone_while_git_waits_for_an_editor(here: Repository) -> None:
    """Git has closed the file by then, and goes on only when the message is written."""
    (here.root / "README.md").write_text("Exempel\n")
    here.git("add", "-A")
    environ = {**here.environ, "GIT_EDITOR": "sleep 60;:"}
    quiet = subprocess.DEVNULL
    command = ["git", "commit", "-a"]
    with subprocess.Popen(
        command, cwd=here.root, env=environ, stdout=quiet, stderr=quiet, start_new_session=True
    ) as git:
        lock = here.root / ".git/index.lock"
        until = time.monotonic() + 10
        while not lock.exists() and time.monotonic() < until:
            time.sleep(0.02)
        time.sleep(0.2)
        put_lock(here)
        assert doctor(here, "--mend", "--yes").code == 0
        assert lock.exists()
        os.killpg(git.pid, signal.SIGKILL)


def test_files_that_were_on_their_way_are_removed(here: Repository) -> None:
    left = here.write("registry/.vis.yaml.vis-tmp", "id: v")
    done = doctor(here)
    assert done.code == 1
    assert "registry/.vis.yaml.vis-tmp" in done.out
    mended = doctor(here, "--mend", "--yes")
    assert (mended.code, mended.err) == (0, "removed: registry/.vis.yaml.vis-tmp\n")
    assert not left.exists()
    assert (here.root / "registry/vis.yaml").exists()


def test_without_a_terminal_nothing_is_mended_unasked(here: Repository) -> None:
    left = here.write("registry/.vis.yaml.vis-tmp", "id: v")
    done = doctor(here, "--mend")
    assert (done.code, done.out) == (2, "")
    assert "--yes" in done.err
    assert left.exists()
    assert doctor(here, "--yes").code == 2


def test_in_a_terminal_each_is_asked_in_the_reader_s_language_before_any_is_done(here: Repository) -> None:
    left, lock = here.write("registry/.vis.yaml.vis-tmp", "id: v"), put_lock(here)
    swedish = {**WITH_GIT, "VIS_LANG": "sv"}
    for keys, kept in ((CTRL_C, True), (ENTER, True), (DOWN + ENTER, False)):
        terminal = Terminal("doctor", "--mend", cwd=here.root, env=swedish)
        terminal.answer("Ta bort de kvarlämnade låsen", ENTER)
        terminal.answer("Ta bort de ofärdiga filerna?", keys)
        assert terminal.end() == (130 if keys == CTRL_C else 1)
        assert (left.exists(), lock.exists()) == (kept, True)


KILLED = """\
import os, sys
from pathlib import Path
from vis_cli.actions.apply import apply
from vis_cli.history.git import Git
root = Path(sys.argv[1])
texts = {f"registry/groups/{name}.yaml": b"id: a\\n" for name in ("a", "b")}
stop = lambda name: os._exit(9) if name == "file" else None
apply(root, texts, verify=lambda tree: [], git=Git(root, dict(os.environ)), message="Exempel", step=stop)
"""


def test_a_change_that_was_interrupted_is_finished_or_taken_back(here: Repository) -> None:
    assert here.python(KILLED).returncode == 9
    assert states(here)["interrupted"] == "mend"
    assert len(list((here.root / "registry/groups").iterdir())) == 2  # one in its place, one on its way
    done = doctor(here, "--mend", "--yes")
    assert done.code == 0, done.out
    assert sorted(file.name for file in (here.root / "registry/groups").iterdir()) == ["a.yaml", "b.yaml"]


def test_a_note_that_cannot_be_read_is_told_and_stays(here: Repository) -> None:
    note = here.write(".git/vis/journal.json", "nonsense")
    assert states(here) == {"interrupted": "mend"}
    assert doctor(here, "--mend", "--yes").code == 1
    assert note.read_text() == "nonsense"


def test_another_vis_that_writes_is_told_with_git_and_without(here: Repository, tmp_path: Path) -> None:
    said = "another vis is writing"
    with only_writer(here.root, here.open(), timeout=5):
        assert said in doctor(here).out
    assert said not in doctor(here).out
    (here.root / ".git").rename(tmp_path / "elsewhere")
    hidden_folder(here.root)
    with only_writer(here.root, None, timeout=5):
        assert said in doctor(here).out
    assert said not in doctor(here).out


def test_an_unknown_identity_is_to_be_mended(here: Repository) -> None:
    nobody = dict.fromkeys(IDENTITY, "")
    done = doctor(here, **nobody)
    assert done.code == 1
    assert 'git config --global user.name "…"' in done.out


def test_a_branch_that_no_commit_can_be_made_on_is_to_be_mended(here: Repository) -> None:
    here.git("checkout", "-q", "--detach")
    assert states(here) == {"branch": "mend"}
    here.git("checkout", "-q", "main")
    (here.root / ".git/MERGE_HEAD").write_text(here.git("rev-parse", "HEAD"))
    done = doctor(here)
    assert done.code == 1
    assert "a merge is in progress in this repository" in done.out


def test_a_clone_that_lacks_something_is_to_be_mended(here: Repository, tmp_path: Path) -> None:
    here.commit({"registry/people.yaml": "{}\n"})
    source = f"file://{here.root}"
    here.git("clone", "-q", "--depth", "1", source, str(tmp_path / "shallow"))
    here.git("config", "uploadpack.allowFilter", "true")
    here.git("clone", "-q", "--filter=blob:none", source, str(tmp_path / "partial"))
    here.git("clone", "-q", source, str(tmp_path / "sparse"))
    sparse = Repository(tmp_path / "sparse")
    sparse.git("sparse-checkout", "set", "registry")
    for name in ("shallow", "partial"):
        assert states(Repository(tmp_path / name)) == {"history": "mend"}, name
    assert states(sparse)["history"] == "mend"


def test_what_a_persons_git_would_start_is_worth_knowing_and_is_not_started(here: Repository, tmp_path: Path) -> None:
    mark = tmp_path / "mark"
    hook = here.write(".git/hooks/pre-commit", f"#!/bin/sh\ntouch '{mark}'\n")
    hook.chmod(0o755)
    here.git("config", "core.fsmonitor", str(hook))
    here.git("config", "filter.exempel.clean", str(hook))
    done = doctor(here)
    assert done.code == 0
    said = " ".join(done.out.split())
    assert "start programs: core.fsmonitor, filter.exempel.clean, hooks/pre-commit" in said
    assert not mark.exists()


def test_line_ends_of_windows_are_named_with_their_remedy(here: Repository) -> None:
    file = here.root / "registry/vis.yaml"
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    (here.root / ".gitattributes").unlink()
    done = doctor(here)
    assert done.code == 1
    assert "the lines end as on Windows (CRLF) in these files (1): registry/vis.yaml" in " ".join(done.out.split())
    assert "`.gitattributes` is missing or altered" in done.out
    here.git("config", "core.autocrlf", "true")
    assert "core.autocrlf" in doctor(here).out


def test_schemas_of_another_version_are_to_be_mended(here: Repository) -> None:
    file = here.root / ".vis/schema/person.json"
    file.write_text(file.read_text().replace('"title"', '"titel"', 1))
    assert states(here) == {"schemas": "mend"}
    assert vis("schema", cwd=here.root, env=WITH_GIT).code == 0
    assert states(here) == {}


def test_templates_of_the_registers_own_are_worth_knowing(here: Repository) -> None:
    here.write("templates/agenda.md.j2", "# Exempel\n")
    done = doctor(here)
    assert done.code == 0
    assert "the register has templates of its own: agenda.md.j2" in done.out


def test_a_register_below_the_top_and_one_without_git_are_told(here: Repository, tmp_path: Path) -> None:
    below = Repository(tmp_path / "above")
    (below.root / "inner").mkdir()
    (below.root / "inner/registry").mkdir()
    (below.root / "inner/registry/vis.yaml").write_bytes((here.root / "registry/vis.yaml").read_bytes())
    done = vis("doctor", cwd=below.root / "inner", env=WITH_GIT)
    assert "below the top of its repository" in done.out
    (here.root / ".git").rename(tmp_path / "elsewhere")
    done = doctor(here)
    assert done.code == 0
    assert "the register is not under Git" in done.out


def test_a_clock_that_was_set_back_is_told_by_the_doctor_and_by_whoever_commits(here: Repository) -> None:
    file = here.root / ".vis/schema/person.json"
    here.commit({".vis/schema/person.json": file.read_bytes() + b"\n"}, day="2090-01-01")
    assert states(here)["clock"] == "mend"
    done = vis("schema", "--commit", cwd=here.root, env=WITH_GIT)
    assert done.code == 0, done.err
    assert "the last commit was made 2090-01-01, which has not come yet" in done.err
    assert states(here) == {}  # the commit that was just made is of today


def test_a_git_that_is_missing_is_named(here: Repository) -> None:
    done = doctor(here, PATH="/nonexistent")
    assert done.code == 1
    assert "the program `git` is not installed" in done.out


def test_a_missing_package_is_named_and_stops_nothing_else(here: Repository, tmp_path: Path) -> None:
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken/openpyxl.py").write_text("raise ImportError('exempel')\n")
    (tmp_path / "broken/jinja2.py").write_text("raise ImportError('exempel')\n")
    path = os.pathsep.join((str(tmp_path / "broken"), str(Path(__file__).parents[2])))
    done = doctor(here, PYTHONPATH=path)
    assert done.code == 1
    assert "missing or broken: jinja2 (ImportError), openpyxl (ImportError)" in " ".join(done.out.split())
    assert "the branch `main` is checked out" in done.out


def test_a_terminal_of_another_encoding_is_worth_knowing(here: Repository) -> None:
    done = doctor(here, LC_ALL="POSIX", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert done.code == 0
    assert "å, ä and ö may look wrong" in " ".join(done.out.split())
