"""`vis init`: a new register is valid from the first minute."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.program import environment, register, vis


def test_a_new_register_for_another_county_is_valid_and_under_git(tmp_path: Path) -> None:
    made = vis("init", "skane", "--county", "Skåne län", "--name", "Vårdsamverkan Skåne", cwd=tmp_path)
    assert made.code == 0
    assert (tmp_path / "skane/registry/vis.yaml").read_text(encoding="utf-8") == (
        "# yaml-language-server: $schema=../.vis/schema/collaboration.json\n"
        "id: vis\n"
        "name: Vårdsamverkan Skåne\n"
        "short_name: VS\n"
        "county: Skåne län\n"
        "sides:\n"
        "  - side: region\n"
        "    name: Regionen\n"
        "  - side: municipality\n"
        "    name: kommunerna\n"
    )
    checked = vis("-C", "skane", "check", "--strict", cwd=tmp_path)
    assert checked.code == 0, checked.out
    assert vis("-C", "skane", "fmt", "--check", cwd=tmp_path).code == 0
    branch = subprocess.run(
        ["git", "-C", str(tmp_path / "skane"), "symbolic-ref", "HEAD"], capture_output=True, text=True, check=True
    )
    assert branch.stdout.strip() == "refs/heads/main"


def test_a_name_that_yaml_would_take_for_something_else_is_kept(tmp_path: Path) -> None:
    assert vis("init", "r", "--county", "No", "--name", "12:30 # {x}: 'y'", cwd=tmp_path).code == 0
    shown = vis("-C", "r", "show", "vis", cwd=tmp_path)
    assert shown.out.startswith("12:30 # {x}: 'y'\n")
    assert vis("-C", "r", "check", cwd=tmp_path).code == 0


def test_without_a_terminal_the_missing_option_is_named(tmp_path: Path) -> None:
    asked = vis("init", "r", cwd=tmp_path)
    assert asked.code == 2
    assert "--county is missing" in asked.err
    assert not (tmp_path / "r").exists()


def test_a_register_is_never_begun_over_another(tmp_path: Path) -> None:
    vis("init", "r", "--county", "Exempellän", cwd=tmp_path)
    before = (tmp_path / "r/registry/vis.yaml").read_bytes()
    again = vis("init", "r", "--county", "Provlän", cwd=tmp_path)
    assert again.code == 2
    assert "there is a register" in again.err
    assert (tmp_path / "r/registry/vis.yaml").read_bytes() == before


def test_files_that_are_there_already_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "r").mkdir()
    (tmp_path / "r/README.md").write_text("mine\n", encoding="utf-8")
    assert vis("init", "r", "--county", "Exempellän", cwd=tmp_path).code == 0
    assert (tmp_path / "r/README.md").read_text(encoding="utf-8") == "mine\n"


def test_without_git_the_register_is_made_all_the_same(tmp_path: Path) -> None:
    made = vis("init", "r", "--county", "Exempellän", cwd=tmp_path, env={"PATH": str(tmp_path)})
    assert made.code == 0
    assert "not under Git" in made.err
    assert vis("-C", "r", "check", cwd=tmp_path, env={"PATH": str(tmp_path)}).code == 0


@pytest.mark.parametrize("target", ["/proc/x", "dangling", "closed/r", "file/r", "x" * 300])
def test_a_folder_that_cannot_be_used_is_told_with_the_reason(tmp_path: Path, target: str) -> None:
    (tmp_path / "dangling").symlink_to("nowhere/at/all")
    (tmp_path / "file").write_text("mine\n", encoding="utf-8")
    (tmp_path / "closed").mkdir(mode=0o500)
    if target.startswith("closed") and os.access(tmp_path / "closed", os.W_OK):
        pytest.skip("root may write everywhere")
    done = vis("init", target, "--county", "Exempellän", cwd=tmp_path)
    assert (done.code, done.out) == (5, "")
    assert done.err.startswith(f"vis: no register can be begun in `{target}`: ")


def test_a_folder_without_a_name_is_refused(tmp_path: Path) -> None:
    done = vis("init", "", "--county", "Exempellän", cwd=tmp_path)
    assert done.code == 2
    assert done.err.startswith("vis: an argument is empty: vis init '' --county ")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("target", ["r/inner", "r/registry/inner/deep", "r/registry", "link/inner"])
def test_a_register_is_never_begun_inside_another(tmp_path: Path, target: str) -> None:
    register(tmp_path / "r")
    (tmp_path / "link").symlink_to("r")
    done = vis("init", target, "--county", "Exempellän", cwd=tmp_path)
    assert done.code == 2
    assert f"vis: `{target}` is inside the register in `{tmp_path / 'r'}`\n" in done.err
    assert [path.name for path in (tmp_path / "r").rglob("*")] == ["registry", "vis.yaml"]


@pytest.mark.parametrize(
    ("county", "name", "message"),
    [
        ("TBD", "Exempelsamverkan", "`TBD` is left over from a template"),
        ("Exempellän", "a" * 20_000, "the line is longer than 8192 characters"),
    ],
)
def test_what_the_check_would_refuse_is_never_written(tmp_path: Path, county: str, name: str, message: str) -> None:
    done = vis("init", "r", "--county", county, "--name", name, cwd=tmp_path)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"vis: {message}\n")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="there is no kill -9")
def test_killed_while_it_begins_it_can_be_begun_again(tmp_path: Path) -> None:
    whole = tmp_path / "whole"
    assert vis("init", str(whole), "--county", "Exempellän", "--name", "Exempel", cwd=tmp_path).code == 0
    script = """
import os, sys
from vis_cli.history import files
number, real = int(sys.argv.pop(1)), files.promote
def promote(root, path):
    global number
    number -= 1
    if not number:
        os.kill(os.getpid(), 9)
    real(root, path)
files.promote = promote
from vis_cli.cli.boundary import run
run()
"""
    count = len([path for path in whole.rglob("*") if path.is_file() and ".git" not in path.parts])
    for number in (1, count // 2, count):
        again = tmp_path / f"again-{number}"
        again.mkdir()
        given = ("init", str(again), "--county", "Exempellän", "--name", "Exempel")
        done = subprocess.run([sys.executable, "-c", script, str(number), *given], env=environment(tmp_path))
        assert done.returncode == -9
        assert vis(*given, cwd=tmp_path).code == 0
        for path in whole.rglob("*"):
            if path.is_file() and ".git" not in path.parts:
                assert (again / path.relative_to(whole)).read_bytes() == path.read_bytes()
        assert not list(again.rglob("*.vis-tmp"))
