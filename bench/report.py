"""The outcome in Markdown: medians, ranges, ratios, and whether the targets hold."""

import os
import platform
from collections.abc import Iterator

from bench.contests import Contest, Target
from bench.measure import Contestant


def report(contests: list[Contest]) -> str:
    """All tables, with what they were measured on."""
    lines = [
        f"Whole processes on {os.cpu_count()} cores, Python {platform.python_version()}; medians, with the least and",
        "the most; contestants take turns. `×` is against the first of each table.",
        "",
    ]
    for contest in contests:
        lines += [*_table(contest), ""]
    targets = [(contest, target) for contest in contests for target in contest.targets]
    if targets:
        lines += ["| target | asked | measured | |", "|---|---:|---:|---|"]
        lines += [_verdict(contest, target) for contest, target in targets]
    return "\n".join(lines) + "\n"


def _table(contest: Contest) -> Iterator[str]:
    yield f"| {contest.title} | runs | seconds | least to most | × | processor | peak MiB |"
    yield "|---|---:|---:|---:|---:|---:|---:|"
    first = contest.contestants[0]
    for found in contest.contestants:
        walls = [run.wall for run in found.runs]
        yield (
            f"| {found.name} | {len(walls)} | {found.wall:.3f} | {min(walls):.3f} to {max(walls):.3f} "
            f"| {found.wall / first.wall:.2f} | {found.processor:.2f} | {found.mebibytes:.0f} |"
        )


def _verdict(contest: Contest, target: Target) -> str:
    measured, asked = measure(contest, target)
    met = "met" if measured <= target.most else "**missed**"
    what = target.name if target.than in ("s", "MiB") else f"{target.name} : {target.than}"
    return f"| {contest.title}: {what} | {asked} | {_figure(measured)} | {met} |"


def measure(contest: Contest, target: Target) -> tuple[float, str]:
    """The figure that a target is about, and what is asked of it in words."""
    found = {contestant.name: contestant for contestant in contest.contestants}
    own = found[target.name]
    if target.than == "MiB":
        return own.mebibytes, f"at most {target.most:.0f} MiB"
    if target.than == "s":
        return own.wall, f"at most {target.most:.0f} s"
    return _ratio(own, found[target.than]), f"at most {_figure(target.most)}"


def _ratio(own: Contestant, other: Contestant) -> float:
    """The ratio of the medians."""
    return own.wall / other.wall


def _figure(value: float) -> str:
    return f"{value:.0f}" if value >= 100 else f"{value:.2f}" if value >= 0.1 else f"1/{1 / value:.0f}"
