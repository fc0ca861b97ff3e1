"""What was left behind by a program that was killed or a computer that lost its power, and its removal."""

import os
from collections.abc import Iterator
from pathlib import Path

from vis_cli.actions.doctor.finding import Cure, Finding, mend, note, of_failure, ok
from vis_cli.diagnostics.notice import Notice
from vis_cli.errors import N_, Failure
from vis_cli.history import files, journal, recovery, writing
from vis_cli.history import interrupted as unfinished
from vis_cli.history.git import Git
from vis_cli.history.git_locks import GitLock, git_locks, remove
from vis_cli.history.lock import free
from vis_cli.history.state_folder import only_writer
from vis_cli.source.tree import FOLDERS

_WRITTEN = (*FOLDERS, ".vis", ".vscode")
"""The folders that vis writes in."""
_TIMEOUT = 5


def interrupted(root: Path) -> Iterator[Finding]:
    """Whether a change was begun and not finished, and whether another vis is at work."""
    if not all(free(lock) for _, locks in unfinished.existing(root) for lock in locks):
        yield note(
            "writer",
            N_("another vis is writing in this register right now"),
            N_("wait until it is done; if it never is, look for a vis in another window and end it"),
        )
    notes = unfinished.interrupted(root)
    try:
        for path in notes:
            load = journal.load if path.name == unfinished.OF_COMMIT else writing.load
            load(path.parent)
    except Failure as failure:
        yield of_failure("interrupted", failure)
        return
    if notes:
        yield mend(
            "interrupted",
            N_("a change was interrupted before it was finished (the computer or the program was stopped)"),
            N_("`vis doctor --mend` finishes it or takes it back whole; so does the next change that vis makes"),
            "interrupted",
        )
    else:
        yield ok("interrupted", N_("no change was left half done"))


def temporary(root: Path) -> Iterator[Finding]:
    """Whether files lie there that were on their way to be written."""
    if found := temporary_files(root):
        yield mend(
            "left-over",
            N_("files that vis had not finished writing lie in the register: {paths}"),
            N_("`vis doctor --mend` removes them; the register does not use them"),
            "left-over",
            paths=", ".join(found),
        )
    else:
        yield ok("left-over", N_("no unfinished files lie in the register"))


def temporary_files(root: Path) -> tuple[str, ...]:
    """Their paths from the root."""
    found = [path.name for path in root.iterdir()]
    for folder in _WRITTEN:
        for above, _, names in os.walk(root / folder):
            place = Path(above).relative_to(root).as_posix()
            found += [f"{place}/{name}" for name in names]
    return tuple(sorted(path for path in found if files.meant_for(path)))


def locks(git: Git, now: float) -> Iterator[Finding]:
    """Whether locks of git are in the way of every write."""
    found = git_locks(git, now)
    for lock in found:
        yield _of(lock, git)
    if not found:
        yield ok("locks", N_("no lock of Git is in the way"))


def _of(lock: GitLock, git: Git) -> Finding:
    path = os.path.relpath(lock.path, git.root)
    if lock.held == "held":
        message = N_("a Git is at work in this repository and holds the lock `{file}`")
        return note("locks", message, N_("wait until it is done; close an editor that Git has opened"), file=path)
    if lock.age is None:
        return mend(
            "locks",
            N_("the lock `{file}` is of a time that has not come yet by this computer's clock"),
            N_("see that the clock is right; if no Git is running, remove the file"),
            file=path,
        )
    if not lock.old:
        message = N_("the lock `{file}` was made {seconds} s ago; a Git may still be at work")
        return note("locks", message, N_("wait a minute and ask again"), file=path, seconds=round(lock.age))
    if lock.held == "unknown":
        return mend(
            "locks",
            N_("the lock `{file}` is {minutes} min old; whether a Git still holds it cannot be known here"),
            N_("close every program that uses Git (also editors), then `vis doctor --mend` or remove the file"),
            "locks",
            file=path,
            minutes=max(1, round(lock.age / 60)),
        )
    return mend(
        "locks",
        N_("the lock `{file}` is {minutes} min old and no Git holds it: it was left by one that was stopped"),
        N_("`vis doctor --mend` removes it; until then nothing can be saved in the history"),
        "locks",
        file=path,
        minutes=max(1, round(lock.age / 60)),
    )


def cure(what: Cure, root: Path, git: Git | None, now: float, *, asked: bool) -> list[Notice]:
    """Do it. `asked`: somebody has answered that no Git is running, where that cannot be known.

    Raises Failure (exit 3, 4 or 5).
    """
    if what == "interrupted":
        return recovery.mend(root, git, timeout=_TIMEOUT)
    if what == "left-over":
        return _remove_temporary(root, git)
    done = []
    for lock in git_locks(git, now) if git else ():
        sure = lock.stale or (asked and lock.old and lock.held == "unknown")
        with files.disk():
            if git and sure and remove(git, lock):
                done.append(Notice(N_("removed: {file}"), {"file": os.path.relpath(lock.path, git.root)}))
    return done


def _remove_temporary(root: Path, git: Git | None) -> list[Notice]:
    # As the only writer, and after what was interrupted: then nobody is on the way to write any of them.
    with files.disk(), only_writer(root, git, timeout=_TIMEOUT):
        done = recovery.recover(root, git)
        gone = [path for path in temporary_files(root) if files.discard(root, files.meant_for(path))]
        return [*done, *(Notice(N_("removed: {file}"), {"file": path}) for path in gone)]
