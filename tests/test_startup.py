"""What `vis` loads before it knows what is asked: next to nothing."""

import subprocess
import sys

import pytest

HEAVY = {"pydantic", "pydantic_core", "ruamel", "_ruamel_yaml", "jinja2", "git", "rich", "typst", "markdown_it"}
HEAVY |= {"questionary", "prompt_toolkit", "openpyxl", "pypdf", "rapidfuzz", "snowballstemmer"}


def loaded(*arguments: str) -> set[str]:
    """The packages that a run imports, from its first line to its end."""
    program = [sys.executable, "-X", "importtime", "-m", "vis_cli", *arguments]
    done = subprocess.run(program, capture_output=True, text=True, check=True, encoding="utf-8")
    assert done.stdout
    lines = [line.split("|") for line in done.stderr.splitlines() if line.startswith("import time:")]
    return {line[2].strip().partition(".")[0] for line in lines}


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["check", "--help"], ["agreement", "new", "--help"]])
def test_help_and_version_load_nothing_heavy(arguments: list[str]) -> None:
    assert loaded(*arguments) & HEAVY == set()


def test_the_version_is_told_before_anything_else_is_loaded() -> None:
    assert "typer" not in loaded("--version")
