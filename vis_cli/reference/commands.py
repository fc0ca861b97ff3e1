"""The help of every command, as the program prints it: the list of commands is the program's own."""

import contextlib
import io
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from typing import Any


def helps(language: str) -> dict[str, str]:
    """The help of each command by its name, in a language, 80 columns wide; that of the program has the empty name."""
    environment = {**os.environ, "VIS_LANG": language, "NO_COLOR": "1", "COLUMNS": "80", "TERMINAL_WIDTH": "80"}
    environment.pop("GITHUB_ACTIONS", None)
    run = [sys.executable, "-m", "vis_cli.reference.commands"]  # the language is chosen as the program starts
    found: dict[str, str] = json.loads(
        subprocess.run(run, capture_output=True, text=True, check=True, env=environment).stdout
    )
    return found


def names(command: Any, name: str = "") -> Iterator[str]:
    """The name of a command and of all below it."""
    yield name
    for below, inner in getattr(command, "commands", {}).items():
        yield from names(inner, f"{name} {below}".strip())


def _help(command: Any, name: str) -> str:
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed), contextlib.suppress(SystemExit):
        command.main([*name.split(), "--help"], prog_name="vis")
    return "\n".join(line.rstrip() for line in printed.getvalue().strip().split("\n"))


if __name__ == "__main__":
    from vis_cli.cli.frame import program

    whole = program()
    sys.stdout.write(json.dumps({name: _help(whole, name) for name in names(whole)}))
