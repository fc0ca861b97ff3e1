"""The index of the people's own git, held while the branch moves.

Whoever commits with plain git commits the whole index: one from before the move would take back what has just been
committed. So it is locked, as git itself does, from before the move until the files and it are up to date.
"""

import contextlib
import os
import re
import secrets
import shutil
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from vis_cli.history.git import Git
from vis_cli.history.interrupted import OF_INDEX
from vis_cli.history.journal import FileChange
from vis_cli.history.preflight import indexed
from vis_cli.history.refusals import locked

_PAUSE = 0.02
_NOTE = re.compile(rb"vis [0-9a-f]{32}\n")


@contextlib.contextmanager
def held(git: Git, folder: Path, timeout: float) -> Iterator[None]:
    """Let nobody else change the index or commit from it. Needs the lock of the writer.

    Raises `Busy` (exit 4) where a git holds it for longer than `timeout` seconds, OSError where there is no room.
    """
    lock, mine = _lock(git), folder / OF_INDEX
    until = time.monotonic() + timeout
    try:
        mine.write_text(f"vis {secrets.token_hex(16)}\n", encoding="ascii")
        while not _taken(lock, mine):
            if time.monotonic() > until:
                raise locked(str(lock))
            time.sleep(_PAUSE)
        yield
    finally:
        release(git, folder)


def release(git: Git, folder: Path) -> None:
    """Give it free, if it is this vis that holds it, or one that was killed. Needs the lock of the writer."""
    lock, mine = _lock(git), folder / OF_INDEX
    try:
        said = mine.read_bytes()
        # One that was not written to its end says nothing, and so does the lock of a git that has just begun.
        if _NOTE.fullmatch(said) and lock.read_bytes() == said:
            lock.unlink()
    except FileNotFoundError:
        pass
    except OSError:
        return  # then it is known as ours to the next writer
    with contextlib.suppress(OSError):
        mine.unlink(missing_ok=True)


def update(git: Git, folder: Path, changes: Iterable[FileChange]) -> None:
    """Put into the index what the commit holds, but for what somebody had staged. Needs the index to be held."""
    now = indexed(git)
    lines = [
        f"{change.mode if change.new else 0} {change.new or git.no_object}\t{change.path}\0"
        for change in changes
        if now.get(change.path) == change.old != change.new
    ]
    if not lines:
        return
    own, new = _index(git), folder / f"index.{secrets.token_hex(4)}"
    try:
        if own.exists():
            shutil.copy2(own, new)  # with its time: by that git knows which files it must look into
        git.run("update-index", "-z", "--index-info", stdin="".join(lines).encode(), index=new)
        new.replace(own)
    finally:
        for left in (new, new.with_name(f"{new.name}.lock")):
            with contextlib.suppress(OSError):
                left.unlink(missing_ok=True)


def _index(git: Git) -> Path:
    """The file itself: git locks and replaces what a link leads to."""
    return Path(os.path.realpath(git.folder / "index"))


def _lock(git: Git) -> Path:
    return _index(git).with_name(f"{_index(git).name}.lock")


def _taken(lock: Path, mine: Path) -> bool:
    """Whether the lock is ours now. It is a second name of our own note, so that it never is there without its text."""
    try:
        os.link(mine, lock)
    except FileExistsError:
        return False
    except OSError:  # a disk without second names
        return _written(lock, mine.read_bytes())
    return True


def _written(lock: Path, data: bytes) -> bool:
    try:
        file = lock.open("xb")
    except FileExistsError:
        return False
    try:
        with file:
            file.write(data)
    except BaseException:
        lock.unlink()  # nobody would know it for ours
        raise
    return True
