"""`vis init`: a new register is valid from the first minute."""

import subprocess
from pathlib import Path

from tests.program import vis


def test_a_new_register_for_another_county_is_valid_and_under_git(tmp_path: Path) -> None:
    made = vis("init", "skane", "--county", "Skåne län", "--name", "Vårdsamverkan Skåne", cwd=tmp_path)
    assert made.code == 0
    assert (tmp_path / "skane/registry/vis.yaml").read_text(encoding="utf-8") == (
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
