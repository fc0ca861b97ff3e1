"""How the work tree stands to the last commit, and where a document's words come from."""

import os
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, tzinfo

from vis_cli.errors import N_, Failure
from vis_cli.history import files
from vis_cli.history.git import Git
from vis_cli.history.revision import head, moment, shallow_clone, timestamped
from vis_cli.history.tree import Node, list_tree, oid_of
from vis_cli.source.tree import FOLDERS


@dataclass(frozen=True, slots=True)
class HeadState:
    """`commit` is None before the first, `branch` None where HEAD is detached; `dirty`: paths that differ."""

    commit: str | None
    branch: str | None
    dirty: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Provenance:
    """The commit that files come from, and the day it was made; both None where the files are in no commit.

    `uncommitted`: what was read is not, or not only, what the commit says.
    """

    commit: str | None
    committed: date | None
    uncommitted: bool

    @property
    def short(self) -> str | None:
        """Twelve digits: always as many, where git's own abbreviation grows with the repository."""
        return self.commit[:12] if self.commit else None


def state(git: Git, folders: Sequence[str] = FOLDERS) -> HeadState:
    """Where HEAD is, and what below `folders` is not as it says: changed, removed, or new and not ignored."""
    now = head(git)
    tracked = list_tree(git, now.commit, *folders) if now.commit else {}
    changed = {path for path, node in tracked.items() if differs(git, path, node)}
    new = _new_files(git, folders) - tracked.keys()
    return HeadState(now.commit, now.branch, tuple(sorted(changed | new)))


def describe(git: Git, paths: Collection[str], zone: tzinfo, *, commit: str | None = None) -> Provenance:
    """The last commit (of the first-parent chain of `commit`) that changed any of these files.

    Without `commit` the files are those of the work tree, and are compared. An unrelated commit leaves the answer as
    it is. Raises Failure (exit 3) where the clone is shallow and the answer lies beyond its edge.
    """
    base = commit or head(git).commit
    tracked = list_tree(git, base, *paths) if base and paths else {}
    uncommitted = commit is None and any(differs(git, path, tracked.get(path)) for path in paths)
    if base is None or not tracked:
        return Provenance(None, None, uncommitted)
    return _provenance(git, base, uncommitted, zone, sorted(paths))


def describe_all(git: Git, zone: tzinfo, *, commit: str | None = None, folders: Sequence[str] = FOLDERS) -> Provenance:
    """The commit itself, for what is said of the whole register; without `commit`, HEAD and the work tree."""
    if commit is not None:
        return _provenance(git, commit, False, zone)
    now = state(git, folders)
    if now.commit is None:
        return Provenance(None, None, bool(now.dirty))
    return _provenance(git, now.commit, bool(now.dirty), zone)


def _provenance(git: Git, base: str, uncommitted: bool, zone: tzinfo, paths: Sequence[str] = ()) -> Provenance:
    seconds, commit = timestamped(
        git.line("rev-list", "-1", "--first-parent", "--timestamp", base, *(("--", *paths) if paths else ()))
    )
    # At the edge of a shallow clone every file looks as if it were new.
    if paths and git.shallow and commit in _edge(git):
        raise shallow_clone(N_("this clone is shallow: when the files last changed is not in it"))
    return Provenance(commit, moment(seconds, zone).date(), uncommitted)


def _edge(git: Git) -> set[str]:
    name = git.line("rev-parse", "--path-format=absolute", "--git-path", "shallow")
    with open(name, encoding="ascii", errors="replace") as listed:  # noqa: PTH123 - a name, as git gave it
        return set(listed.read().split())


def differs(git: Git, path: str, node: Node | None) -> bool:
    """Whether a file on disk is not as the commit has it; None: the commit has none there."""
    if node is not None and node.form == "link":
        full = git.root / path
        return not full.is_symlink() or git.blob_id(os.fsencode(os.readlink(full))) != node.oid  # noqa: PTH115 - bytes
    if node is not None and node.form == "other":
        return False  # a submodule is not read
    try:
        data = files.read(git.root, path)
    except Failure:
        return True
    return not git.holds(data, oid_of(node))


def _new_files(git: Git, folders: Sequence[str]) -> set[str]:
    return set(git.items("ls-files", "-z", "--others", "--exclude-standard", "--full-name", "--", *folders))
