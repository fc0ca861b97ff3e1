"""A run of the real program as a fork of this process, which has read it once, and its death at a chosen moment.

The fork tells of a few moments: it takes the lock, it begins to write (the first file that it opens to make), it puts
a file in place. A kill is drawn from there on, so that it falls in the writing and not in the reading.
"""

import ctypes
import os
import select
import signal
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import IO

LOCKED, WRITING, PLACED = "lock", "write", "place"
_MOMENTS = ((LOCKED, 1), (WRITING, 1), *((PLACED, time) for time in range(1, 7)))
WRITES = "vis.torture.writes"
"""The audit event of a writer that is not vis: it begins to write."""
Moment = tuple[str, int]
"""What happens, and for the how manieth time."""
_SUBREAPER = 36
_LATEST = 9


@dataclass(frozen=True, slots=True)
class Kill:
    """When: so many seconds after a moment; and whom: all that belong to the run, or vis alone."""

    after: "Moment"
    seconds: float
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
        self._out, self._err = (tempfile.TemporaryFile() for _ in range(2))  # noqa: SIM115 - open until `end`
        self.marks, mark = os.pipe()
        self.moments: dict[Moment, float] = {}
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
            self.moments.setdefault(_MOMENTS[int(moment)], time.monotonic() - self.began)
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
    _rests: dict[tuple[str, ...], dict[Moment, list[float]]] = field(
        default_factory=lambda: defaultdict(lambda: defaultdict(list))
    )

    def run(self, arguments: Sequence[str], root: Path, env: Mapping[str, str], kill: Kill | None = None) -> Ended:
        """One run, killed if so wished: a kill that comes too late is none."""
        running = Running(arguments, root, env, self.prepare)
        if kill is not None:
            while kill.after not in running.moments and running.read(60):
                pass
            if kill.after in running.moments:
                until = running.began + running.moments[kill.after] + kill.seconds
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

    def moments(self, arguments: Sequence[str]) -> dict[Moment, float]:
        """Those that such a run is known to pass, each with the seconds that it then goes on: the shortest first."""
        known = self._rests.get(tuple(arguments), {})
        rests = {moment: median(seconds[-_LATEST:]) for moment, seconds in known.items()}
        return dict(sorted(rests.items(), key=lambda item: item[1]))


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
    seen: Counter[str] = Counter()

    def listen(event: str, values: tuple[object, ...]) -> None:
        if event == "fcntl.flock":
            happens = LOCKED
        elif event == WRITES or (event == "open" and isinstance(values[2], int) and _makes(values)):
            happens = WRITING
        elif event == "os.rename":
            happens = PLACED
        else:
            return
        seen[happens] += 1
        if (moment := (happens, seen[happens])) in _MOMENTS:
            os.write(mark, b"%d" % _MOMENTS.index(moment))

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
