"""The last change that vis made here: what it was, when, and on what it left the files."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from vis_cli.history import files, journal, writing
from vis_cli.history.git import Git
from vis_cli.history.interrupted import HIDDEN, existing, is_plain
from vis_cli.history.journal import Journal
from vis_cli.history.revision import moment
from vis_cli.history.writing import Note


@dataclass(frozen=True, slots=True)
class Last:
    """A change that is done: of the files, or a commit."""

    change: Note | Journal
    when: datetime
    """In UTC, by the clock of the machine that wrote it."""


def last(root: Path, git: Git | None) -> Last | None:
    """The last change of the register in `root`, None where none is known. Raises Failure (exit 3 or 5).

    A linked worktree has its own; what a clone was made from, none.
    """
    folder = git.folder / "vis" if git else root / HIDDEN
    if not (folder.is_dir() if git else is_plain(root)) or (data := files.read(folder, journal.LAST)) is None:
        return None
    change = _parsed(data)
    if change is None or (isinstance(change, Note) and change.below != (git.below(root) if git else "")):
        return None
    return Last(change, moment(int((folder / journal.LAST).stat().st_mtime), UTC))


def forget(root: Path) -> None:
    """Let there be no last change: it came with a new register, or its note holds what nobody is to have any more.

    Raises Failure (exit 5).
    """
    with files.disk():
        for folder, _ in existing(root):
            files.discard(folder, journal.LAST)
            (folder / journal.LAST).unlink(missing_ok=True)


def _parsed(data: bytes) -> Note | Journal | None:
    try:
        is_commit = "commit" in json.loads(data)
    except (ValueError, TypeError, RecursionError):
        return None
    return journal.parsed(data) if is_commit else writing.parsed(data)
