"""One writer at a time: a lock that the system drops when its holder ends, however it ends."""

import contextlib
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from vis_cli.errors import N_, Failure, reason_of
from vis_cli.history.refusals import Busy

_PAUSE = 0.01

if sys.platform == "win32":
    import msvcrt

    def _take(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
else:
    import fcntl

    def _take(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


@contextlib.contextmanager
def held(path: Path, *, timeout: float) -> Iterator[None]:
    """Hold the lock on a file (made where it is missing), or on a folder where the system has such locks.

    What a killed holder leaves is a file without a lock: nothing is ever stale.

    Raises `Busy` (exit 4) where another vis holds it for longer than `timeout` seconds, Failure (exit 5) where the
    lock cannot be made.
    """
    flags = os.O_RDONLY if path.is_dir() else os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)
    try:
        descriptor = os.open(path, flags | getattr(os, "O_CLOEXEC", 0), 0o666)
    except OSError as error:
        raise _no_lock(error) from None
    try:
        _wait(descriptor, timeout)
        yield
    finally:
        with contextlib.suppress(OSError):  # what was done under the lock is done
            os.close(descriptor)


def free(path: Path) -> bool:
    """Whether nobody holds the lock on a file or a folder; one that is not there is free. Makes nothing."""
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0))
    except OSError:
        return True
    try:
        return _take(descriptor)
    except OSError:
        return True
    finally:
        os.close(descriptor)


def _wait(descriptor: int, timeout: float) -> None:
    for _ in range(max(1, round(timeout / _PAUSE))):
        try:
            if _take(descriptor):
                return
        except OSError as error:
            raise _no_lock(error) from None
        time.sleep(_PAUSE)
    raise Busy(N_("another vis is writing in this repository"), hint=N_("wait for it and try again"), exit_code=4)


def _no_lock(error: OSError) -> Failure:
    return Failure(
        N_("the lock for writing cannot be made: {reason}"),
        hint=N_("vis needs the right to write, on a disk that knows locks"),
        exit_code=5,
        reason=reason_of(error).lower(),
    )
