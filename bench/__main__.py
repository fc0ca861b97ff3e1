"""Measure everything: `python -m bench [--sizes 1000,10000] [--runs 5] [--only start] [--quick]`."""

import argparse
import os
import tempfile
from pathlib import Path

from bench import contests
from bench.corpus import write
from bench.measure import take_turns
from bench.past import commit, write_past
from bench.peers import peers
from bench.report import report
from bench.schemas import write_schemas

RESULTS = Path(__file__).resolve().parent / "results"
NAMES = ("check", "again", "start", "documents", "past")


def main() -> None:
    """Generate, measure, report."""
    options = _options()
    environ = {**os.environ, "PYTHONPATH": str(contests.HERE.parent), "VIS_LANG": "en"}
    for name in (
        "PYTHONDONTWRITEBYTECODE",
        "VIS_NO_CACHE",
        "GITHUB_ACTIONS",
    ):  # whoever has installed vis has it compiled
        environ.pop(name, None)
    with tempfile.TemporaryDirectory(prefix="vis-bench-") as folder:
        place = Path(folder)
        environ["XDG_CACHE_HOME"] = str(place / "cache")
        found = list(_contests(options, place))
        for contest in found:
            print(f"{contest.title} …", flush=True)
            take_turns(contest.contestants, options.runs, environ, place)
    text = report(found)
    print(f"\n{text}", end="")
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / "latest.md").write_text(text, encoding="utf-8")


def _contests(options: argparse.Namespace, place: Path) -> list[contests.Contest]:
    found: list[contests.Contest] = []
    if "start" in options.only:
        found.append(contests.start())
    if "documents" in options.only:
        root = place / "documents"
        write(root, 500)
        found.append(contests.documents(root, "samrad-0004-2022-05-04", place))
    if "past" in options.only:
        write_past(place / "past", 5000, 500)
        found.append(contests.past(place / "past"))
    if "check" in options.only:
        write_schemas(place / "schemas")
        for size in options.sizes:
            root = place / str(size)
            write(root, size)
            others = [] if options.quick else peers(size, root, place / "schemas")
            found.append(contests.check(size, root, others))
    if "again" in options.only:
        for size in options.sizes:
            root = place / f"{size}-in-git"
            write(root, size)
            commit(root)
            found.append(contests.again(size, root))
    return found


def _sizes(text: str) -> list[int]:
    return [int(size) for size in text.split(",")]


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bench", description="Speed and memory, beside the peers.")
    parser.add_argument("--sizes", type=_sizes, default="1000,10000", help="files in the registries (1000,10000)")
    parser.add_argument("--runs", type=int, default=5, help="how often each contestant runs (5)")
    parser.add_argument("--only", action="append", choices=NAMES, help="only this; can be given more than once")
    parser.add_argument("--quick", action="store_true", help="without the peers, one run each")
    options = parser.parse_args()
    options.only = options.only or NAMES
    if options.quick:
        options.runs = 1
    return options


if __name__ == "__main__":
    main()
