"""Running whole processes: wall time, processor time, peak memory; taking turns, so that noise falls on all alike."""

import os
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median


@dataclass(frozen=True, slots=True)
class Run:
    """One process from its start to its exit."""

    wall: float
    processor: float
    mebibytes: float


@dataclass(frozen=True)
class Contestant:
    """A command that is measured, perhaps made of several, how often at most, and after what."""

    name: str
    commands: Sequence[Sequence[str]]
    most: int = 1000
    before: Sequence[Sequence[str]] = ()
    """What is run before each time, and not measured."""
    runs: list[Run] = field(default_factory=list)

    @property
    def wall(self) -> float:
        """The median in seconds."""
        return median(run.wall for run in self.runs)

    @property
    def processor(self) -> float:
        """The median of the processor's seconds."""
        return median(run.processor for run in self.runs)

    @property
    def mebibytes(self) -> float:
        """The largest peak."""
        return max(run.mebibytes for run in self.runs)


def take_turns(contestants: Sequence[Contestant], runs: int, environ: Mapping[str, str], cwd: Path) -> None:
    """Run each of them `runs` times, one after the other, the first one moving on each round."""
    for turn in range(runs):
        first = turn % len(contestants)
        for contestant in (*contestants[first:], *contestants[:first]):
            if len(contestant.runs) < contestant.most:
                for command in contestant.before:
                    run(command, environ, cwd)
                done = [run(command, environ, cwd) for command in contestant.commands]
                total = Run(sum(r.wall for r in done), sum(r.processor for r in done), max(r.mebibytes for r in done))
                contestant.runs.append(total)


def run(command: Sequence[str], environ: Mapping[str, str], cwd: Path) -> Run:
    """Run a command that must succeed."""
    with open(cwd / "output.txt", "wb") as output:  # noqa: PTH123
        begun = time.perf_counter()
        process = subprocess.Popen(command, env=dict(environ), cwd=cwd, stdout=output, stderr=output)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        text = (cwd / "output.txt").read_text(encoding="utf-8", errors="replace")
        raise SystemExit(f"{' '.join(command[:6])} … exits with {process.returncode}:\n{text[-2000:]}")
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)
