"""Real shells with the completion of vis: what they offer after a line that somebody is typing."""

import os
import pty
import re
import select
import shlex
import shutil
import subprocess
import time
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.program import PROGRAM, environment, vis

_CONTROL = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\x1b[()][A-Z0-9]|\x1b[=>]|[\x07\x0f]")

needs_zsh = pytest.mark.skipif(shutil.which("zsh") is None, reason="zsh is not installed")
needs_fish = pytest.mark.skipif(shutil.which("fish") is None, reason="fish is not installed")


def home(folder: Path) -> Path:
    """A folder with `bin/vis` and the script of every shell in it."""
    (folder / "bin").mkdir(parents=True)
    program = folder / "bin/vis"
    program.write_text(f'#!/bin/sh\nexec {shlex.join(PROGRAM)} "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    for shell in ("bash", "zsh", "fish"):
        (folder / shell).write_text(vis("completion", shell, cwd=folder).out, encoding="utf-8")
    return folder


def around(home: Path, more: Mapping[str, str] | None = None) -> dict[str, str]:
    """The environment of a shell that finds `vis`."""
    found = environment(home, more)
    return {**found, "PATH": f"{home}/bin:{found['PATH']}", "TERM": "dumb"}


def bash(home: Path, line: str, *, cwd: Path, listed: bool = False) -> list[str]:
    """What bash puts in after one tab, or lists after two (`listed`)."""
    script = (
        f"source {shlex.quote(str(home / 'bash'))}; COMP_LINE={shlex.quote(line)}; COMP_POINT=${{#COMP_LINE}}; "
        f"COMP_TYPE={63 if listed else 9}; compopt() {{ echo files; }}; _vis; printf '%s\\n' \"${{COMPREPLY[@]}}\""
    )
    done = subprocess.run(["bash", "--norc", "-c", script], cwd=cwd, env=around(home), capture_output=True, check=True)
    assert done.stderr == b""
    return [line for line in done.stdout.decode().splitlines() if line]


def fish(home: Path, line: str, *, cwd: Path) -> list[str]:
    """What fish offers: a line each, with the help after a tab."""
    script = f"source {shlex.quote(str(home / 'fish'))}; complete -C {shlex.quote(line)}"
    env = around(home, {"XDG_CONFIG_HOME": str(home), "XDG_DATA_HOME": str(home)})
    done = subprocess.run(["fish", "--no-config", "-c", script], cwd=cwd, env=env, capture_output=True, check=True)
    assert done.stderr == b""
    return done.stdout.decode().splitlines()


def typed(home: Path, shell: str, keys: str, expected: str, *, cwd: Path, within: float = 20) -> str:
    """What is on the screen of an interactive bash or zsh after the keys, once `expected` has come."""
    start = {
        "bash": (["bash", "--norc", "-i"], f"source {home}/bash; bind 'set bell-style none'; PS1='> '\n"),
        "zsh": (
            ["zsh", "-f", "-i"],
            f"autoload -Uz compinit; compinit -u -d {home}/dump; source {home}/zsh; PS1='> '; unsetopt PROMPT_SP\n",
        ),
    }
    command, setup = start[shell]
    master, slave = pty.openpty()
    env = {**around(home), "TERM": "xterm", "COLUMNS": "120", "LINES": "50"}
    process = subprocess.Popen(
        command, cwd=cwd, env=env, stdin=slave, stdout=slave, stderr=slave, start_new_session=True
    )
    os.close(slave)
    screen = ""
    try:
        for part, wanted in ((setup, "> "), ("echo read''y\n", "ready"), (keys, expected)):
            before = len(screen)
            os.write(master, part.encode())
            end = time.monotonic() + within
            while wanted not in screen[before:].replace("\r", ""):
                left = end - time.monotonic()
                if left <= 0 or not select.select([master], [], [], left)[0]:
                    raise AssertionError(f"{wanted!r} never came:\n{screen[before:]}")
                screen = screen + _CONTROL.sub("", os.read(master, 65536).decode("utf-8", "replace"))
        return screen
    finally:
        process.kill()
        process.wait()
        os.close(master)
