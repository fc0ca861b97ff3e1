"""The program as a tool: installed away from the checkout it runs in any register laid out like this one."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.pdfs import assert_accessible

ROOT = Path(__file__).parent.parent
MEETING = """\
id: exempelgruppen-2031-02-19
group: exempelgruppen
status: called
date: 2031-02-19
start: '13:00'
end: '15:00'
place: Exempelby
"""
GROUP = "id: exempelgruppen\nname: Exempelgruppen\ntype: steering\nlevel: regional\nstatus: active\n"


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package as a wheel holds it, without anything of the checkout."""
    target = tmp_path_factory.mktemp("installed")
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check", "install", "-q")
    options = ("--no-deps", "--no-build-isolation", "--target", str(target))
    subprocess.run([*pip, *options, str(ROOT)], check=True, capture_output=True, cwd=target)
    return target


def run(installed: Path, folder: Path, *arguments: str) -> str:
    environment = {**os.environ, "PYTHONPATH": str(installed), "VIS_LANG": "sv", "NO_COLOR": "1"}
    program = [sys.executable, "-P", "-m", "vis_cli", *arguments]
    done = subprocess.run(program, cwd=folder, env=environment, capture_output=True, text=True, check=True)
    return done.stdout


def test_an_installed_vis_makes_a_register_checks_it_and_renders_a_pdf(installed: Path, tmp_path: Path) -> None:
    where = run(installed, tmp_path, "init", "prov", "--county", "Provlän")
    assert "Provlän" in where
    register = tmp_path / "prov"
    for path, text in {
        "registry/groups/exempelgruppen.yaml": GROUP,
        "registry/meetings/exempelgruppen/2031-02-19.yaml": MEETING,
    }.items():
        (register / path).parent.mkdir(parents=True, exist_ok=True)
        (register / path).write_text(text, encoding="utf-8")
    run(installed, register, "check")
    run(installed, register, "meeting", "agenda", "exempelgruppen-2031-02-19", "-o", "agenda.pdf")
    assert_accessible(
        (register / "agenda.pdf").read_bytes(), title="Exempelgruppen: kallelse och dagordning 19\u00a0februari 2031"
    )


def test_a_register_has_the_last_word_on_its_templates(installed: Path, tmp_path: Path) -> None:
    for path, text in {
        "registry/vis.yaml": "id: vis\nname: Prov\nshort_name: P\ncounty: Provlän\n",
        "registry/groups/exempelgruppen.yaml": GROUP,
        "registry/meetings/exempelgruppen/2031-02-19.yaml": MEETING,
        "templates/agenda.md.j2": "# Egen mall för {{ group }}\n",
    }.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    shown = run(installed, tmp_path, "meeting", "agenda", "registry/meetings/exempelgruppen/2031-02-19.yaml")
    assert shown.startswith("# Egen mall för Exempelgruppen\n")


def test_the_wheel_carries_templates_fonts_catalogue_and_licence(installed: Path) -> None:
    package = installed / "vis_cli"
    for path in ("templates/house.typ", "templates/agenda.md.j2", "templates/fonts/OFL.txt"):
        assert (package / path).read_bytes() == (ROOT / path).read_bytes()
    assert (package / "locale/sv/LC_MESSAGES/vis.mo").exists()
    assert (package / "diagnostics/codes.md").exists()
    assert (package / "sample/01-registret/README.md").exists()
    assert (package / "forge/vis.yml").exists()


def test_an_installed_vis_makes_the_sample_county(installed: Path, tmp_path: Path) -> None:
    run(installed, tmp_path, "init", "prov", "--sample")
    assert "gäller" in run(installed, tmp_path / "prov", "agreement", "applies", "hok", "--on", "2033-07-01")
