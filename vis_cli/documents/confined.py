"""What a process gives up before it touches what a stranger wrote: time, memory, the net, other programs, other files.

Each wall is put up where the system has it; the one that holds everywhere is the clock of whoever started the process.
"""

import os
import signal
import sys
from pathlib import Path
from typing import Any

from vis_cli.documents.faults import Exhausted

_REFUSED = (
    "ctypes.",
    "os.exec",
    "os.fork",
    "os.posix_spawn",
    "os.spawn",
    "os.system",
    "pty.",
    "socket.",
    "subprocess.",
)
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_NEW_USER, _NEW_NET = 0x10000000, 0x40000000


def confine(folder: Path, *, seconds: int, clock: int, memory: int, largest: int) -> None:
    """Hold this process to its limits, and let it write in `folder` only. There is no way back.

    `seconds` are those that it may reckon, `clock` those on the wall; the template at work is then told by its line.
    """
    _offline()
    if hasattr(signal, "setitimer"):
        signal.signal(signal.SIGALRM, _exhausted)
        signal.setitimer(signal.ITIMER_REAL, clock)
    _limits(seconds, memory, largest)
    allowed = f"{folder}{os.sep}"

    def refuse(event: str, arguments: tuple[Any, ...]) -> None:
        if event.startswith(_REFUSED):
            raise PermissionError(event)
        if event == "open" and isinstance(arguments[2], int) and arguments[2] & _WRITING:
            path = os.path.abspath(os.fspath(arguments[0])) if not isinstance(arguments[0], int) else allowed  # noqa: PTH100
            if not os.fsdecode(path).startswith(allowed):
                raise PermissionError(event)

    sys.addaudithook(refuse)


def _limits(seconds: int, memory: int, largest: int) -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limits; that of the clock holds there too
        return
    signal.signal(signal.SIGXCPU, _exhausted)
    for limit, soft, hard in (
        (resource.RLIMIT_CPU, seconds, seconds + 2),
        (resource.RLIMIT_AS, memory, memory),
        (resource.RLIMIT_FSIZE, largest + 1024, largest + 1024),
        (resource.RLIMIT_CORE, 0, 0),
        (resource.RLIMIT_NOFILE, 128, 128),
    ):
        try:
            resource.setrlimit(limit, (soft, hard))
        except (ValueError, OSError):  # a system that does not know it, or holds us to less already
            continue


def _exhausted(_signal: int, _frame: object) -> None:
    for again in (signal.SIGXCPU, signal.SIGALRM):  # it is told once; the rest is the hard limit's
        signal.signal(again, signal.SIG_IGN)
    raise Exhausted


def _offline() -> None:
    """Leave every network, where the system lets a process of any user do so; the dead proxies hold elsewhere."""
    if sys.platform != "linux":
        return
    import ctypes

    try:
        unshare = ctypes.CDLL(None).unshare
    except (OSError, AttributeError):
        return
    if unshare(_NEW_NET) != 0:
        unshare(_NEW_USER | _NEW_NET)
