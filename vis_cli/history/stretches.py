"""How some files stood along a branch: a stretch of commits for each state that they have been in."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from vis_cli.history.git import OID, Git
from vis_cli.history.refusals import broken_answer
from vis_cli.history.revision import first_parents, resolve


@dataclass(frozen=True, slots=True)
class Stretch:
    """Commits, one after the other along first parents, in which the files are the same: the newest, and the first.

    `blobs` has the id of each file's blob, None where there is no such file.
    """

    newest: str
    first: str
    blobs: Mapping[str, str | None]


def stretches(git: Git, start: str, *paths: str) -> Iterator[Stretch]:
    """The states of the files (plain names, from the top) on the first-parent chain of `start`, newest first.

    A merge counts as what it brought in. Ask only where the clone is not shallow.
    """
    tip = resolve(git, start)
    changed = (
        git.run("rev-list", "--first-parent", "--topo-order", tip, "--", *paths).decode("ascii", "replace").split()
    )
    if not changed:
        return
    if not all(map(OID.fullmatch, changed)):
        raise broken_answer("rev-list")
    older = dict(pairwise(oid for _, oid in first_parents(git, tip)))
    newest = [tip, *(older[commit] for commit in changed[:-1])]
    asked = [(commit, path) for commit in changed for path in paths]
    found = dict(zip(asked, _blobs(git, asked), strict=True))
    for last, first in zip(newest, changed, strict=True):
        yield Stretch(last, first, {path: found[first, path] for path in paths})


def _blobs(git: Git, asked: list[tuple[str, str]]) -> list[str | None]:
    names = "".join(f"{commit}:{path}\n" for commit, path in asked)
    lines = git.run("cat-file", "--batch-check", stdin=names.encode()).split(b"\n")[:-1]
    if len(lines) != len(asked):
        raise broken_answer("cat-file")
    return [_blob(line) for line in lines]


def _blob(line: bytes) -> str | None:
    """The id from a line of `cat-file --batch-check`; a folder or a submodule is no file."""
    oid, _, about = line.decode("utf-8", "replace").partition(" ")
    return oid if about.startswith("blob ") and OID.fullmatch(oid) else None
