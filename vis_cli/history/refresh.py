"""After the commit: bring the files and the index up to it, now or by the next writer."""

import contextlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from vis_cli.diagnostics.notice import Notice
from vis_cli.errors import N_, Failure
from vis_cli.history import files, index, journal
from vis_cli.history.git import Git
from vis_cli.history.interrupted import OF_COMMIT
from vis_cli.history.journal import FileChange, Journal
from vis_cli.history.preflight import tracked
from vis_cli.history.revision import head, is_part_of
from vis_cli.history.tree import oid_of, read_blobs

_WAIT = 5

Step = Callable[[str], None]
"""Told the name of each step as it is passed."""


def no_step(name: str) -> None:
    """The step of everyday: none."""


def refresh(git: Git, folder: Path, note: Journal, step: Step = no_step) -> list[Notice]:
    """Bring the files of the journal up to its commit, which has happened: what goes wrong is a notice.

    A file that somebody changed meanwhile is left alone. The journal stays where the work is not done.
    """
    try:
        return _bring_up(git, folder, note, step)
    except (Failure, OSError) as failure:
        values = {"failure": str(failure)}
        return [Notice(N_("saved in the register's history, but the files are not up to date yet: {failure}"), values)]


def _bring_up(git: Git, folder: Path, note: Journal, step: Step) -> list[Notice]:
    notices: list[Notice] = []
    if head(git).ref != note.ref:
        notices.append(Notice(N_("another branch was checked out meanwhile; its files were left alone")))
    else:
        for change in note.files:
            notices += _refresh_file(git, change, step)
            step("file")
        index.update(git, folder, note.files)
    step("index")
    journal.record(folder, forgets=note.forgets)
    step("done")
    return notices


def recover(git: Git, folder: Path, step: Step = no_step) -> list[Notice]:
    """Finish what a killed writer began, or forget it where its commit never came to be. Needs the lock.

    Raises Failure where that cannot be done yet: a further commit would put its own journal in place of this one.
    """
    index.release(git, folder)
    for left in folder.glob("index.*"):
        with contextlib.suppress(OSError):
            left.unlink()
    files.discard(folder, OF_COMMIT)  # one that was itself not finished: nothing had happened then
    note = journal.load(folder)
    if note is None:
        return []
    for change in note.files:
        files.discard(git.root, change.path)
    now = head(git)
    if now.ref != note.ref or now.commit is None or not is_part_of(git, note.commit, now.commit):
        journal.clear(folder)
        return []
    # A later commit may have changed a file again; then it is no longer ours to refresh.
    current = tracked(git, now.commit, [change.path for change in note.files])
    still = tuple(c for c in note.files if oid_of(current[c.path]) == c.new)
    with index.held(git, folder, _WAIT):
        return _bring_up(git, folder, replace(note, files=still), step)


def _refresh_file(git: Git, change: FileChange, step: Step) -> list[Notice]:
    now = files.read(git.root, change.path)
    if git.holds(now, change.new):
        return []
    if not git.holds(now, change.old):
        values = {"path": change.path}
        return [
            Notice(
                N_("`{path}` was changed meanwhile and was left alone; the register's history has the other text"),
                values,
            )
        ]
    if change.new is None:
        files.remove(git.root, change.path)
    else:
        files.stage(git.root, change.path, read_blobs(git, [change.new])[change.new])
        step("staged")
        files.promote(git.root, change.path)
    return []
