"""What a change does to files beside what they say: those that hold no data of the register, and which are programs."""

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from vis_cli.history.git import Git
from vis_cli.history.protected import acts, from_register
from vis_cli.history.revision import head
from vis_cli.history.state import differs
from vis_cli.history.tree import Node, list_tree
from vis_cli.registry.layout import owner

State = Literal["new", "gone", "altered", "executable", "plain"]
_PROGRAM = "100755"


@dataclass(frozen=True, slots=True)
class Beside:
    """A file by its path from the register; `acting`: a forge, Git or a document goes by it, or it can be started."""

    path: str
    state: State
    acting: bool


def altered(git: Git, base: str, tip: str | None, below: str) -> tuple[Beside, ...]:
    """What is otherwise between two commits (full ids), or between one and the work tree where there is no `tip`.

    The register is `below` the top. A submodule is compared by the commit that it is at, and not read.
    """
    was = list_tree(git, base)
    found = _between(was, list_tree(git, tip)) if tip else _on_disk(git, was, below)
    beside = [
        Beside(own, state, acts(path, below))
        for path, state in found
        if owner(own := from_register(path, below)) is None
    ]
    beside += [
        Beside(from_register(path, below), "executable" if program else "plain", program)
        for path, program in (*_programs(git, base, tip), *(() if tip else _new_programs(git, was)))
    ]
    return tuple(sorted(beside, key=lambda item: item.path))


def _programs(git: Git, base: str, tip: str | None) -> Iterator[tuple[str, bool]]:
    """The files that became programs or are none any more. Git knows whether the disk can say so at all."""
    asked = ("diff-tree", "-r", base, tip) if tip else ("diff-index", base)
    answer = git.items(
        asked[0], "--raw", "--no-abbrev", "--no-renames", "--ignore-submodules=all", "-z", *asked[1:], "--"
    )
    for about, path in zip(answer[::2], answer[1::2], strict=False):
        was, now = about.lstrip(":").split()[:2]
        if now.strip("0") and (was == _PROGRAM) != (now == _PROGRAM):
            yield path, now == _PROGRAM


def _new_programs(git: Git, was: dict[str, Node]) -> Iterator[tuple[str, bool]]:
    """The same of files that Git does not know of yet, where the disk can say so."""
    if not git.setting("core.fileMode"):
        return
    for path in _fresh(git):
        mode = os.lstat(git.root / path).st_mode
        program = bool(mode & stat.S_IXUSR)
        if stat.S_ISREG(mode) and program != (path in was and was[path].mode == _PROGRAM):
            yield path, program


def _fresh(git: Git) -> list[str]:
    """The files that Git does not know of, nor was told to leave alone."""
    return git.items("ls-files", "-z", "--others", "--exclude-standard", "--full-name")


_States = Iterator[tuple[str, State]]


def _between(was: dict[str, Node], now: dict[str, Node]) -> _States:
    for path in {**was, **now}:
        if path not in now:
            yield path, "gone"
        elif path not in was:
            yield path, "new"
        elif (was[path].oid, was[path].form) != (now[path].oid, now[path].form):
            yield path, "altered"


def _on_disk(git: Git, was: dict[str, Node], below: str) -> _States:
    tip = head(git).commit
    for path in {**was, **(list_tree(git, tip) if tip else {}), **dict.fromkeys(_fresh(git))}:
        there = os.path.lexists(git.root / path)
        if not there:
            if path in was:
                yield path, "gone"
        elif path not in was:
            yield path, "new"
        elif owner(from_register(path, below)) is None and differs(git, path, was[path]):
            yield path, "altered"
