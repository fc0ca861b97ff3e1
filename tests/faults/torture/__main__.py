"""`python -m tests.faults.torture`: let it run for as long as you like, and read what was lost; exit 1 if anything."""

import argparse
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ["VIS_LANG"] = "en"  # read once, before the program is

from tests.faults.torture import faults, kills, naive, report, runs, writers
from tests.faults.torture.report import Part

PARTS = ("kills", "writers", "faults")
_SHARES = {"kills": 0.7, "writers": 0.1, "faults": 0.2}


def main() -> int:
    """The exit code."""
    asked = _arguments()
    runs.load()
    parts: list[Part] = []
    began = time.monotonic()
    folder = Path(tempfile.mkdtemp(prefix="vis-torture-", dir=asked.folder))
    try:
        for name in asked.part or PARTS:
            share = _SHARES[name] / sum(_SHARES[each] for each in asked.part or PARTS)
            parts += _PARTS[name](folder / name, asked, time.monotonic() + asked.minutes * 60 * share)
            print(report.table(parts[-1:]), flush=True)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    failed = any(part.failed or part.violations for part in parts)
    minutes = round((time.monotonic() - began) / 60, 1)
    more = {"minutes": minutes, "seed": asked.seed, "writer": asked.writer, "failed": failed}
    if asked.json:
        asked.json.write_text(report.as_json(parts, more) + "\n", encoding="utf-8")
    print(f"\n{'FAILED' if failed else 'nothing lost'} in {minutes} minutes, seed {asked.seed}")
    return 1 if failed else 0


def _kills(folder: Path, asked: argparse.Namespace, until: float) -> list[Part]:
    loop = kills.Loop(folder, runs.Runner(naive.WRITERS[asked.writer]), asked.seed)
    figures = loop.run(_again(asked, until, lambda: loop.figures.kills))
    part = Part("kill -9 at random moments of writing", ("write", "kills", *map(str, kills.PHASES), "refused"))
    for mode in ("commit", "files"):
        counts = [figures.phases[mode, phase] for phase in (*kills.PHASES, kills.Phase.REFUSED)]
        part.rows.append((mode, sum(counts), *counts))
    part.notes = [
        f"{figures.kills} kills in {figures.trials} registers, {figures.alone} of vis alone, the others of all it runs",
        f"locks of git that a person had to remove: {dict(sorted(figures.locks.items())) or 'none'}",
        f"the next run had to be made once more: {figures.again}; it counts as made before the killed one: "
        f"{figures.reordered}",
        *(f"too few kills in a phase: {few}" for few in figures.few()),
    ]
    part.violations, part.failed = figures.violations, figures.failed()
    return [part]


def _writers(folder: Path, asked: argparse.Namespace, until: float) -> list[Part]:
    part = Part("8 writers at once, and people with plain git beside them", writers.COLUMNS)
    rounds = 0
    while not rounds or (not asked.count and time.monotonic() < until):
        for scene in writers.scenes(folder / str(rounds), asked.count or 12):
            figures = scene.run()
            part.rows.append(figures.row())
            part.violations += figures.violations
            shutil.rmtree(scene.folder)
        rounds += 1
    part.rows = writers.summed(part.rows)
    part.notes = [f"{rounds} rounds; a refused write says so (exit 3 or 4) and is made again"]
    return [part]


def _faults(folder: Path, asked: argparse.Namespace, until: float) -> list[Part]:
    part = Part("a fault at every N-th system call", faults.COLUMNS)
    if faults.STRACE is None:
        part.notes = ["not tried: there is no strace"]
        return [part]
    found = faults.sweep(folder, lambda: bool(asked.count) or time.monotonic() < until, asked.count, asked.call)
    part.rows, part.violations = found.table(), found.violations
    part.notes = [f"{found.ended} of {len(found.tried)} followed until no fault fell any more"]
    return [part]


def _again(asked: argparse.Namespace, until: float, done: Callable[[], int]) -> Callable[[object], bool]:
    return lambda _: done() < asked.count if asked.count else time.monotonic() < until


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.faults.torture", description=__doc__)
    parser.add_argument("--minutes", type=float, default=60, help="how long, all parts together")
    parser.add_argument("--count", type=int, help="how many kills, writes of a writer, faults of a call")
    parser.add_argument("--part", action="append", choices=PARTS, help="only this one")
    parser.add_argument("--call", action="append", choices=faults.CALLS, help="of the faults, only at this system call")
    parser.add_argument("--seed", type=int, default=1, help="the same seed draws the same moments")
    parser.add_argument("--json", type=Path, help="write the figures there")
    parser.add_argument("--folder", type=Path, help="where the registers lie while they are tortured")
    parser.add_argument("--writer", choices=naive.WRITERS, default="vis", help="another one shows that they are found")
    return parser.parse_args()


_PARTS = {"kills": _kills, "writers": _writers, "faults": _faults}

if __name__ == "__main__":
    sys.exit(main())
