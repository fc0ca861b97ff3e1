"""What a commit is about to do to the work tree, noted before it happens, so that the next writer can finish it."""

import contextlib
import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from vis_cli.errors import N_, Failure
from vis_cli.history import files
from vis_cli.history.git import OID
from vis_cli.history.interrupted import OF_COMMIT
from vis_cli.history.paths import check_path

LAST = "last.json"
"""The note of the last change, once it is done: what `vis undo` takes back."""


@dataclass(frozen=True, slots=True)
class FileChange:
    """A file that the commit makes (`old` is None), changes or removes (`new` is None); both are blob ids."""

    path: str
    old: str | None
    new: str | None
    mode: str = "100644"


@dataclass(frozen=True, slots=True)
class Journal:
    """The commit, the branch that is to point to it, and the files that follow."""

    ref: str
    commit: str
    files: tuple[FileChange, ...]
    message: str = ""
    undo: bool = False
    """Whether the commit takes back an earlier one."""
    forgets: bool = False
    """Whether it takes out what nobody is to have any more, and so is never known as the last change."""


def save(folder: Path, journal: Journal) -> None:
    """Note it, down to the disk. Raises Failure (exit 5)."""
    put(folder, OF_COMMIT, asdict(journal))


def put(folder: Path, name: str, note: Mapping[str, Any], *, mode: int | None = None) -> None:
    """Write a note, down to the disk, or let there be none. Raises Failure (exit 5)."""
    try:
        files.stage(folder, name, json.dumps(note).encode(), mode=mode)
        files.promote(folder, name)
    except Failure as failure:
        clear(folder, name)
        values = {**failure.values, "path": str(folder / name)}
        raise Failure(failure.message, hint=failure.hint, exit_code=failure.exit_code, **values) from None
    except BaseException:
        clear(folder, name)
        raise


def load(folder: Path) -> Journal | None:
    """The note that a killed writer left, if any. Raises Failure (exit 3) where it is not one of ours."""
    data = files.read(folder, OF_COMMIT)
    if data is None:
        return None
    if found := parsed(data):
        return found
    raise unreadable(folder / OF_COMMIT)


def parsed(data: bytes) -> Journal | None:
    """The note that these bytes are, None where they are none of ours."""
    try:
        found = json.loads(data)
        changes = tuple(FileChange(**item) for item in found["files"])
        message = str(found.get("message", ""))
        undo, forgets = (found.get(name, False) is True for name in ("undo", "forgets"))
        journal = Journal(found["ref"], found["commit"], changes, message, undo, forgets)
        oids = [journal.commit, *(oid for item in journal.files for oid in (item.old, item.new) if oid is not None)]
        sound = journal.ref.startswith("refs/heads/") and all(OID.fullmatch(oid) for oid in oids)
        for item in journal.files:
            check_path(item.path)
            sound &= item.mode in ("100644", "100664", "100755")
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError, Failure):
        return None
    return journal if sound else None


def unreadable(file: Path) -> Failure:
    """A note that is none of ours is not followed, and not removed either."""
    return Failure(
        N_("the note of an interrupted change cannot be read"),
        hint=N_("look at `git status`, then remove the file {file}"),
        exit_code=3,
        file=str(file),
    )


def record(folder: Path, name: str = OF_COMMIT, *, forgets: bool = False) -> None:
    """It is done: in one step the note becomes that of the last change. One that stays is read again, without harm.

    Of one that `forgets` nothing is kept, nor of what was last before it.
    """
    if forgets:
        clear(folder, LAST)
        clear(folder, name)
        return
    try:
        os.replace(folder / name, folder / LAST)  # noqa: PTH105 - as in `files`
    except OSError:
        clear(folder, LAST)  # what was last before is not the last any more
        clear(folder, name)


def clear(folder: Path, name: str = OF_COMMIT) -> None:
    """It never came to be. A note that stays is read again, and does no harm."""
    files.discard(folder, name)
    with contextlib.suppress(OSError):
        (folder / name).unlink(missing_ok=True)
