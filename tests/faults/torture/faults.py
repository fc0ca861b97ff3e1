"""A fault at every N-th system call, of vis and of each git that it runs: killed, disk full, I/O error, denied.

strace counts for each process by itself, and N goes on until no fault falls any more.
"""

import os
import random
import shutil
import signal
import subprocess
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from tests.faults.torture import county
from tests.faults.torture.county import OPERATIONS, Operation
from tests.faults.torture.judging import left_by_kill, standing, whole
from tests.faults.torture.runs import Ended, Runner, Running
from tests.faults.torture.state import State, look
from tests.faults.torture.worlds import World, Worlds, distinct

CALLS = ("rename", "fsync", "unlink", "mkdir", "flock", "write", "link", "ftruncate")
"""Each with its forms that take a folder (`renameat`)."""
FAULTS = ("signal=KILL", "error=ENOSPC", "error=EIO", "error=EACCES")
_FORMS = {
    "rename": "rename,renameat,renameat2",
    "unlink": "unlink,unlinkat",
    "mkdir": "mkdir,mkdirat",
    "link": "link,linkat",
    "fsync": "fsync,fdatasync",
    "write": "write,pwrite64",
}
_MOST = 60
STRACE = shutil.which("strace")
COLUMNS = ("write", "call", "fault", "faults that fell", "done", "refused", "killed", "done, not said")


@dataclass(slots=True)
class Sweep:
    """What came of it."""

    rows: Counter[tuple[str, str, str, str]] = field(default_factory=Counter)
    tried: list[tuple[str, str, str]] = field(default_factory=list)
    ended: int = 0
    """How many of those tried were followed to the last call."""
    violations: list[str] = field(default_factory=list)

    def table(self) -> list[tuple[object, ...]]:
        """A row for each kind of write, call and fault."""
        kinds = ("done", "refused", "killed", "done, not said")
        counts = [(each, [self.rows[*each, kind] for kind in kinds]) for each in self.tried]
        return [(*each, sum(found), *found) for each, found in counts]


def sweep(
    folder: Path, again: Callable[[], bool], most: int | None = None, calls: Sequence[str] | None = None
) -> Sweep:
    """Each call and each fault, for a write with a commit and for one without, as long as `again` says so."""
    runner, found = Runner(), Sweep()
    worlds = Worlds(folder / "worlds", runner)
    writes = [each for each in OPERATIONS if each.name == "agreement revise"]
    following = next(each for each in OPERATIONS if each.name == "contact of another area" and each.commit)
    tries = [(write, call, fault) for call in calls or CALLS for fault in FAULTS for write in writes]
    for write, call, fault in tries:
        if not again():
            break
        found.tried.append((write.mode, call, fault))
        for nth in range(1, (most or _MOST) + 1):
            if not again():
                break
            if not _once(folder / "tortured", worlds, runner, write, following, (call, fault, nth), found):
                found.ended += 1
                break
    return found


def _once(
    folder: Path,
    worlds: Worlds,
    runner: Runner,
    write: Operation,
    following: Operation,
    asked: tuple[str, str, int],
    found: Sweep,
) -> bool:
    """Whether a fault fell."""
    call, fault, nth = asked
    start, after = worlds.start, worlds.after(worlds.start, write).world
    root = worlds.copy(start, folder)
    ended, fell = _struck(root, write, f"{_FORMS.get(call, call)}:{fault}:when={nth}")
    now = look(root)
    told = (
        f"`vis {' '.join(write.arguments)}`, {fault} at {call} {nth}: exit code {ended.code}, {ended.err.strip()!r}: "
    )
    wrong = list(left_by_kill([start, after], [], now))
    if ended.code == 0:
        kind = "done"
        if not standing([after], now) or (not write.commit and list(whole([after], _plain(now)))):
            wrong.append("exit code 0, and the change is not there")
    elif ended.code is None:
        kind = "killed"
    else:
        kind = "refused"
        if "Traceback" in ended.err or ended.code not in (3, 4, 5):
            wrong.append("this is not how a fault of the disk is told")
        if write.commit and (now.tree, now.commits) == (after.state.tree, after.state.commits):
            kind = "done, not said"
        elif any(now.files.get(path) != data for path, data in start.state.files.items()):
            kind = "done, not said"
            wrong += [f"refused, and {each}" for each in whole([start, after], _plain(now))]
    if fell:
        found.rows[write.mode, call, fault, kind] += 1
    for lock in now.locks:
        (root / lock).unlink()
    possible = standing([start, after], now) or [start, after]
    last = runner.run(following.arguments, root, county.surroundings(root))
    if last.code != 0:
        wrong.append(f"the next run ends with {last.code}: {last.err}")
    else:
        ends: list[World] = distinct(worlds.after(world, following).world for world in possible)
        wrong += [f"after the next run {each}" for each in whole(ends, look(root))]
    found.violations += [told + each for each in wrong]
    return fell


def _struck(root: Path, write: Operation, inject: str) -> tuple[Ended, bool]:
    """The run, and whether the fault fell in it."""
    assert STRACE
    log = root.parent / f"strace-{random.randrange(10**9)}"
    running = Running(write.arguments, root, county.surroundings(root), lambda: os.kill(os.getpid(), signal.SIGSTOP))
    os.waitpid(running.pid, os.WUNTRACED)
    calls = inject.partition(":")[0]
    tracer = subprocess.Popen(
        [STRACE, "-f", "-o", log, "-e", f"trace={calls}", "-e", f"inject={inject}", "-p", str(running.pid)],
        stderr=subprocess.PIPE,
        text=True,
    )
    assert tracer.stderr
    tracer.stderr.readline()  # it is attached
    os.kill(running.pid, signal.SIGCONT)
    while running.read(60):
        pass
    ended = running.end()
    tracer.communicate()
    text = log.read_text(errors="replace")
    log.unlink()
    return ended, "(INJECTED)" in text or "+++ killed by SIGKILL" in text


def _plain(state: State) -> State:
    """Without what the next writer clears away."""
    return replace(state, temporary=(), own=(), locks=(), last=None)
