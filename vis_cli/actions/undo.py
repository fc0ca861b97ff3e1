"""Take back the last change that vis made, if nothing was built on it."""

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from vis_cli.errors import N_, Failure
from vis_cli.history import files, preflight
from vis_cli.history.git import Git
from vis_cli.history.journal import Journal
from vis_cli.history.last import last
from vis_cli.history.revision import head, is_part_of
from vis_cli.history.tree import oid_of, read_blobs
from vis_cli.history.writing import Note, digest


@dataclass(frozen=True, slots=True)
class Undo:
    """What would be taken back: the change, when it was made, and the bytes of each file before and since."""

    change: Note | Journal
    when: datetime
    before: Mapping[str, bytes | None]
    since: Mapping[str, bytes | None]
    saved: bool
    """Whether it was made without a commit, and somebody has committed it since."""

    @property
    def commit(self) -> str | None:
        """The commit that is taken back, by a new one; None for a change of the files."""
        return self.change.commit if isinstance(self.change, Journal) else None


def to_take_back(root: Path, git: Git | None) -> Undo:
    """The last change of vis, as it can be taken back. Nothing is written.

    Raises Failure: exit 3 where there is none, or something was built on it; 5 disk.
    """
    found = last(root, git)
    if found is None:
        otherwise = N_("what vis wrote before can be found with `git log`, and taken back with `git revert`")
        raise Failure(N_("there is no change here that vis can take back"), hint=otherwise if git else "", exit_code=3)
    change = found.change
    if change.undo:
        raise Failure(
            N_("there is nothing more to take back: the last change was taken back already"),
            hint=N_("what was saved in the register's history before can be taken back with `git revert`"),
            exit_code=3,
        )
    if isinstance(change, Journal):
        assert git is not None  # without Git there is none in the note
        _is_last(git, change)
        blobs = read_blobs(git, {oid for item in change.files for oid in (item.old, item.new) if oid})
        before = {item.path: blobs[item.old] if item.old else None for item in change.files}
        since = {item.path: blobs[item.new] if item.new else None for item in change.files}
        return Undo(change, found.when, before, since, saved=False)
    since = _as_written(root, change)
    before = {item.path: item.old for item in change.files}
    return Undo(change, found.when, before, since, saved=git is not None and _is_saved(git, change, since))


def _is_last(git: Git, change: Journal) -> None:
    """Raise Failure (exit 3) unless the commit is the tip of the branch that is checked out, and no version's."""
    now = head(git)
    short = change.commit[:12]
    if now.ref != change.ref:
        branch = change.ref.removeprefix("refs/heads/")
        raise Failure(
            N_("the last change, commit {commit}, was made on the branch `{branch}`, which is not checked out"),
            hint=N_("check it out first: git switch {branch}"),
            exit_code=3,
            commit=short,
            branch=branch,
        )
    if now.commit != change.commit:
        raise built_on(git, change.commit, now.commit)
    # `update-ref` takes no name that is not printable in UTF-8, but git does.
    listed = git.run("for-each-ref", "--format=%(refname)", f"--points-at={change.commit}", "refs/tags/")
    if names := listed.decode("utf-8", "replace").split():
        raise Failure(
            N_("the tag `{tag}` names the last change, commit {commit}, so others may build on it"),
            hint=N_("if it is to be taken back all the same: git revert {commit}"),
            exit_code=3,
            tag=names[0].removeprefix("refs/tags/"),
            commit=short,
        )


def built_on(git: Git, commit: str, tip: str | None) -> Failure:
    """The failure that says why a commit that is not the tip of its branch is not taken back."""
    if tip is None or not is_part_of(git, commit, tip):
        return Failure(
            N_("the last change, commit {commit}, is not on this branch any more"),
            hint=N_("`git log` and `git reflog` show what became of it"),
            exit_code=3,
            commit=commit[:12],
        )
    return Failure(
        N_("other commits have been made since the last change of vis, commit {commit}, so it is not taken back"),
        hint=N_("Git takes it back beside them: git revert {commit}"),
        exit_code=3,
        commit=commit[:12],
    )


def _as_written(root: Path, change: Note) -> dict[str, bytes | None]:
    """The files, which are still as vis wrote them. Raises Failure (exit 3) that names those that are not."""
    found: dict[str, bytes | None] = {}
    others = []
    for item in change.files:
        try:
            data = files.read(root, item.path)
        except Failure as failure:
            if failure.exit_code == 5:
                raise
            others.append(item.path)
            continue
        if (None if data is None else digest(data)) != item.new:
            others.append(item.path)
        found[item.path] = data
    if others:
        raise Failure(
            N_("changed since vis wrote it, so nothing is taken back: {paths}"),
            hint=N_("take it back by hand, or with Git"),
            exit_code=3,
            paths=", ".join(others),
        )
    return found


def _is_saved(git: Git, change: Note, since: Mapping[str, bytes | None]) -> bool:
    commit = head(git).commit
    if commit is None:
        return False
    paths = {posixpath.join(change.below, path): data for path, data in since.items()}
    try:
        nodes = preflight.tracked(git, commit, paths)
    except Failure:  # something else than plain files, which is no save of these
        return False
    return all(git.holds(data, oid_of(nodes[path])) for path, data in paths.items())
