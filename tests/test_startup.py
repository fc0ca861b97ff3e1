"""What `vis` loads before it knows what is asked: next to nothing."""

import json
import subprocess
import sys

import pytest

HEAVY = {"pydantic", "pydantic_core", "ruamel", "_ruamel_yaml", "jinja2", "git", "rich", "typst", "markdown_it"}

PROGRAM = """
import json, sys
from vis_cli.__main__ import main
sys.argv = ["vis", *{arguments}]
try:
    main()
except SystemExit:
    pass
print(json.dumps(sorted({{name.partition(".")[0] for name in sys.modules}})), file=sys.stderr)
"""


def loaded(*arguments: str) -> set[str]:
    """The packages that a run has imported at its end."""
    program = PROGRAM.format(arguments=list(arguments))
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, encoding="utf-8")
    assert done.stdout
    return set(json.loads(done.stderr.splitlines()[-1]))


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["meeting", "--help"], ["check", "--help"]])
def test_help_and_version_load_nothing_heavy(arguments: list[str]) -> None:
    assert loaded(*arguments) & HEAVY == set()


def test_the_version_is_told_before_anything_else_is_loaded() -> None:
    assert "typer" not in loaded("--version")
