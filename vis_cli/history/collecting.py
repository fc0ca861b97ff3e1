"""Keep git's collection of garbage away while a commit is made.

`git gc --prune=now` throws away whatever nothing referred to when it began, though something refers to it since: a
commit made meanwhile would be lost. By the file `gc.pid` one collection keeps out of the way of another; whoever
makes a commit holds it too.
"""

import contextlib
import os
import secrets
import socket
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from vis_cli.errors import N_, Failure
from vis_cli.history.git import Git

_PAUSE = 0.05
_HOURS = 12 * 3600  # an older note counts for nothing, as for git


@contextlib.contextmanager
def kept_away(git: Git, timeout: float) -> Iterator[Callable[[], None]]:
    """Wait for a collection that goes on, and let none begin. Raises Failure (exit 4) after `timeout` seconds.

    What it yields raises Failure where one has begun all the same. Where the note cannot be written, nothing is kept
    away: then git cannot write its own either.
    """
    file = git.root / git.line("rev-parse", "--git-path", "gc.pid")
    until = time.monotonic() + timeout
    while _goes_on(file):
        if time.monotonic() > until:
            raise _busy(file)
        time.sleep(_PAUSE)
    mine = f"{os.getpid()} {socket.gethostname()}"
    noted = _note(file, mine)

    def check() -> None:
        if noted and _read(file) != mine:
            raise _busy(file)

    try:
        yield check
    finally:
        if noted and _read(file) == mine:
            with contextlib.suppress(OSError):
                file.unlink(missing_ok=True)


def _note(file: Path, mine: str) -> bool:
    temporary = file.with_name(f"gc.pid.{secrets.token_hex(4)}")
    try:
        temporary.write_text(mine, encoding="utf-8")
        temporary.replace(file)
    except OSError:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
        return False
    return True


def _goes_on(file: Path) -> bool:
    try:
        pid, _, host = file.read_text("utf-8", "replace").partition(" ")
        old = time.time() - file.stat().st_mtime > _HOURS
        # On another computer nobody can tell, and on Windows to ask would be to end it.
        if old or sys.platform == "win32" or host != socket.gethostname():
            return False
        if int(pid) <= 0 or int(pid) == os.getpid():  # our own note is one that could not be removed
            return False
        os.kill(int(pid), 0)
    except PermissionError:
        return True
    except (OSError, ValueError, OverflowError):
        return False
    return True


def _read(file: Path) -> str:
    try:
        return file.read_text("utf-8", "replace")
    except OSError:
        return ""


def _busy(file: Path) -> Failure:
    return Failure(
        N_("git is collecting garbage: `{file}` exists"),
        hint=N_("wait for it and try again; if no `git gc` is running, remove the file"),
        exit_code=4,
        file=str(file),
    )
