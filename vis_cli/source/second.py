"""A second process that works ahead: a fork of this one, whose results come through a pipe, or do not come at all.

Whoever starts one must be able to do the work alone: there may be one processor, no fork, no memory for it, or it may
be killed. So nothing follows from it but time.
"""

import contextlib
import os
import signal
import struct
import sys
import threading
from collections.abc import Callable, Iterator

_LENGTH = struct.Struct("!Q")


class Second:
    """A process that is sending messages; `arrived` answers those that have come."""

    def __init__(self, child: int, end: int) -> None:
        self._child, self._end = child, end
        self._come = bytearray()

    def arrived(self) -> Iterator[bytes]:
        """The messages that have come whole since the last time. Does not wait."""
        with contextlib.suppress(OSError):
            while more := os.read(self._end, 1 << 20):
                self._come += more
        while len(self._come) >= _LENGTH.size:
            end = _LENGTH.size + _LENGTH.unpack_from(self._come)[0]
            if len(self._come) < end:
                return
            message = bytes(self._come[_LENGTH.size : end])
            del self._come[:end]
            yield message

    def end(self) -> None:
        """Let it go, whatever it is doing."""
        os.close(self._end)
        with contextlib.suppress(OSError):
            os.kill(self._child, signal.SIGKILL)
        with contextlib.suppress(OSError):
            os.waitpid(self._child, 0)


def second(work: Callable[[], Iterator[bytes]]) -> Second | None:
    """A process that does the work and sends what it yields; None where there is none to be had.

    Only on Linux, where a fork is safe if there are no threads, and with a processor that it can have for itself.
    """
    if sys.platform != "linux" or threading.active_count() > 1 or len(os.sched_getaffinity(0)) < 2:
        return None
    try:
        ours, theirs = os.pipe()
    except OSError:
        return None
    try:
        child = os.fork()
    except OSError:
        os.close(ours)
        os.close(theirs)
        return None
    if not child:
        _work(work, theirs)
    os.close(theirs)
    os.set_blocking(ours, False)
    import fcntl

    with contextlib.suppress(OSError):  # so that it seldom waits for whoever reads
        fcntl.fcntl(ours, fcntl.F_SETPIPE_SZ, 1 << 20)
    return Second(child, ours)


def _work(work: Callable[[], Iterator[bytes]], end: int) -> None:
    """Send all, and be gone: neither a fault nor Ctrl-C is told by anybody but the first process."""
    code = 1
    with contextlib.suppress(BaseException):
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
        for message in work():
            data = memoryview(_LENGTH.pack(len(message)) + message)
            while data:
                data = data[os.write(end, data) :]
        code = 0
    os._exit(code)
