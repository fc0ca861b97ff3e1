"""A run of the real program as a fork of this process, which has read it once, and its death at a chosen moment.

The fork tells of two moments: when it takes the lock, and when it begins to write (the first file that it opens to
make). A kill is drawn from there to the end, so that it falls in the writing and not in the reading.
"""

import ctypes
import os
import select
import signal
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import IO

LOCKED, WRITING = "L", "W"
WRITES = "vis.torture.writes"
"""The audit event of a writer that is not vis: it begins to write."""
_SUBREAPER = 36
_LATEST = 9


@dataclass(frozen=True, slots=True)
class Kill:
    """When: this share of the time that is left after a moment; and whom: all that belong to the run, or vis alone."""

    after: str
    share: float
    group: bool


@dataclass(frozen=True, slots=True)
class Ended:
    """How a run ended: its exit code, None where it was killed before it had one; what it said; how long it took."""

    code: int | None
    out: str
    err: str
    seconds: float


class Running:
    """A run that is under way."""

    def __init__(
        self, arguments: Sequence[str], root: Path, env: Mapping[str, str], prepare: Callable[[], None] | None = None
    ) -> None:
        self._out, self._err = tempfile.TemporaryFile(), tempfile.TemporaryFile()
        self.marks, mark = os.pipe()
        self.moments: dict[str, float] = {}
        self.began = time.monotonic()
        self.pid = os.fork()
        if not self.pid:
            _become(arguments, root, env, mark, (self._out, self._err), prepare)
        os.close(mark)

    def read(self, timeout: float) -> bool:
        """Note the next moment, and answer whether the run goes on; waits until something happens or time is up."""
        if not select.select([self.marks], [], [], max(timeout, 0))[0]:
            return True
        told = os.read(self.marks, 16).decode()
        for moment in told:
            self.moments.setdefault(moment, time.monotonic() - self.began)
        return bool(told)

    def kill(self, group: bool) -> None:
        """End it without a word."""
        (os.killpg if group else os.kill)(self.pid, signal.SIGKILL)

    def end(self) -> Ended:
        """Wait for it and for all that it started."""
        code = os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])
        seconds = time.monotonic() - self.began
        while True:
            try:
                os.waitpid(-self.pid, 0)  # git, whose parent was killed, has become a child of this process
            except ChildProcessError:
                break
        os.close(self.marks)
        return Ended(None if code < 0 else code, _text(self._out), _text(self._err), seconds)


@dataclass(slots=True)
class Runner:
    """Runs the program, and remembers how long what takes."""

    prepare: Callable[[], None] | None = None
    """Called in the fork before the program: a writer that is not vis takes its place there."""
    _rests: dict[tuple[str, ...], dict[str, list[float]]] = field(
        default_factory=lambda: defaultdict(lambda: defaultdict(list))
    )

    def run(self, arguments: Sequence[str], root: Path, env: Mapping[str, str], kill: Kill | None = None) -> Ended:
        """One run, killed if so wished: a kill that comes too late is none."""
        running = Running(arguments, root, env, self.prepare)
        if kill is not None:
            while kill.after not in running.moments and running.read(60):
                pass
            if kill.after in running.moments:
                until = running.began + running.moments[kill.after] + kill.share * self._rest(arguments, kill.after)
                while (left := until - time.monotonic()) > 0 and running.read(left):
                    pass
                running.kill(kill.group)
        else:
            while running.read(60):
                pass
        ended = running.end()
        if kill is None and ended.code == 0:
            for moment, at in running.moments.items():
                self._rests[tuple(arguments)][moment].append(ended.seconds - at)
        return ended

    def _rest(self, arguments: Sequence[str], moment: str) -> float:
        known = self._rests[tuple(arguments)][moment]
        return median(known[-_LATEST:]) if known else 0.05


def load() -> None:
    """Read the program, and become the parent of what the killed leave behind."""
    if ctypes.CDLL(None, use_errno=True).prctl(_SUBREAPER, 1, 0, 0, 0):
        raise OSError(ctypes.get_errno(), "prctl")
    from tests.warm import _load

    _load()


def _become(
    arguments: Sequence[str],
    root: Path,
    env: Mapping[str, str],
    mark: int,
    streams: tuple[IO[bytes], IO[bytes]],
    prepare: Callable[[], None] | None,
) -> None:
    os.setsid()
    for stream, place in zip(streams, (1, 2), strict=True):
        os.dup2(stream.fileno(), place)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    sys.stdin = os.fdopen(0, closefd=False)
    sys.stdout, sys.stderr = os.fdopen(1, "w", closefd=False), os.fdopen(2, "w", buffering=1, closefd=False)
    os.environ.clear()
    os.environ.update(env)
    os.chdir(root)
    sys.argv = ["vis", *arguments]
    told: set[str] = set()

    def listen(event: str, values: tuple[object, ...]) -> None:
        if event == "fcntl.flock":
            moment = LOCKED
        elif event == WRITES or (event == "open" and isinstance(values[2], int) and _makes(values)):
            moment = WRITING
        else:
            return
        if moment not in told:
            told.add(moment)
            os.write(mark, moment.encode())

    sys.addaudithook(listen)
    if prepare is not None:
        prepare()
    from vis_cli.cli.boundary import run

    run()


def _makes(values: tuple[object, ...]) -> bool:
    flags = values[2]
    assert isinstance(flags, int)
    return bool(flags & os.O_CREAT and flags & os.O_EXCL)


def _text(file: IO[bytes]) -> str:
    with file:
        file.seek(0)
        return file.read().decode("utf-8", "replace")
