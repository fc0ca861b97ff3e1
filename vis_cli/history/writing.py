"""Several files changed together, without a commit: noted first, then each takes its place.

Killed before the first did: nothing happened. Killed later: the next writer finishes it, or puts back what was there,
as the hashes of what lies on disk allow. What somebody else wrote meanwhile is never overwritten.
"""

import base64
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import reduce
from pathlib import Path
from typing import Literal

from vis_cli.diagnostics.hidden import hide
from vis_cli.diagnostics.notice import Notice
from vis_cli.errors import N_, Failure
from vis_cli.history import files, journal
from vis_cli.history.git import Git
from vis_cli.history.interrupted import OF_FILES
from vis_cli.history.paths import check_path
from vis_cli.history.refresh import Step, no_step
from vis_cli.history.refusals import changed_meanwhile

Changes = Mapping[str, bytes | None]


@dataclass(frozen=True, slots=True)
class FileWrite:
    """A file that is made (`old` is None), changed or removed (`new` is None).

    `old` is its bytes, so that they can be put back, and `new` a SHA-256; `mode` its permissions, if they are known.
    """

    path: str
    old: bytes | None
    new: str | None
    mode: int | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """What is about to be written in the register that lies `below` the top of its repository."""

    below: str
    message: str
    files: tuple[FileWrite, ...]
    made: tuple[str, ...] = ()
    """The folders that are made for it."""
    undo: bool = False
    """Whether it takes back an earlier change."""
    forgets: bool = False
    """Whether it takes out what nobody is to have any more, and so is never known as the last change."""


def plan(
    root: Path,
    git: Git | None,
    changes: Changes,
    old: Changes,
    message: str,
    *,
    undo: object = None,
    forgets: bool = False,
) -> Note:
    """The note of changes to files that were read as `old`. Raises Failure (exit 3 or 5).

    A file that comes back when a change is taken back (`undo`) gets the permissions that it had.
    """
    had = {item.path: item.mode for item in undo.files} if isinstance(undo, Note) else {}
    found, made = [], set[str]()
    for path, data in sorted(changes.items()):
        new = None if data is None else digest(data)
        mode = files.mode_of(root, path)
        found.append(FileWrite(path, old[path], new, had.get(path) if mode is None else mode))
        if data is not None:
            made |= set(files.missing_folders(root, path))
    below = git.below(root) if git else ""
    return Note(below, hide(message.strip()), tuple(found), tuple(sorted(made)), undo is not None, forgets)


def digest(data: bytes) -> str:
    """The hash that files are known by."""
    return hashlib.sha256(data).hexdigest()


def write(root: Path, folder: Path, note: Note, changes: Changes, step: Step = no_step) -> None:
    """Write the files, all or none; the note becomes that of the last change. Needs the lock.

    Raises Failure: exit 3 for a file that is not plain, 4 where somebody changed one meanwhile, 5 disk. Then all is as
    it was, or the next writer makes it so.
    """
    _save(folder, note)
    try:
        step("journal")
        # All temporary files first, since that is what a full disk stops.
        for item in note.files:
            if (data := changes[item.path]) is not None:
                files.stage(root, item.path, data, mode=item.mode)
                step("staged")
        for item in note.files:
            if _stands(root, item) != "old":
                raise changed_meanwhile(item.path)
            _put(root, item)
            step("file")
        journal.record(folder, OF_FILES, forgets=note.forgets)
    except BaseException:
        _put_back(root, folder, note)
        raise
    step("done")


def recover(root: Path, folder: Path, step: Step = no_step) -> list[Notice]:
    """Finish what a killed writer began, or put back what was there. Needs the lock; `root`: where `below` begins.

    Raises Failure where that cannot be done yet: a further change would put its own note in place of this one.
    """
    files.discard(folder, OF_FILES)  # a note that was itself not finished: nothing had happened then
    note = load(folder)
    if note is None:
        return []
    top = root / note.below if note.below else root
    stands = {item.path: _stands(top, item) for item in note.files}
    waiting = [item for item in note.files if stands[item.path] == "old"]
    finish = "new" in stands.values() and all(_is_staged(top, item) for item in waiting)
    if finish:
        for item in waiting:
            _put(top, item)
            step("file")
    else:
        _restore(top, note, step)
    for item in note.files:
        files.discard(top, item.path)
    files.discard_folders(top, list(note.made))
    step("recovered")
    if finish:
        journal.record(folder, OF_FILES, forgets=note.forgets)
    else:
        journal.clear(folder, OF_FILES)
    return _told(note, finish, [path for path, how in stands.items() if how == "other"])


def load(folder: Path) -> Note | None:
    """The note that a killed writer left, if any. Raises Failure (exit 3) where it is not one of ours."""
    data = files.read(folder, OF_FILES)
    if data is None:
        return None
    if found := parsed(data):
        return found
    raise journal.unreadable(folder / OF_FILES)


def parsed(data: bytes) -> Note | None:
    """The note that these bytes are, None where they are none of ours."""
    try:
        found = json.loads(data)
        writes = tuple(
            FileWrite(
                item["path"],
                None if item["old"] is None else base64.b64decode(item["old"], validate=True),
                None if item["new"] is None else bytes.fromhex(item["new"]).hex(),
                None if item["mode"] is None else int(item["mode"]) & 0o777,
            )
            for item in found["files"]
        )
        undo, forgets = (found.get(name, False) is True for name in ("undo", "forgets"))
        note = Note(found["below"], str(found["message"]), writes, tuple(found["made"]), undo, forgets)
        for path in (*(item.path for item in writes), *note.made, *filter(None, [note.below])):
            check_path(path)
    except (ValueError, LookupError, TypeError, AttributeError, ArithmeticError, RecursionError, Failure):
        return None
    return note


def _save(folder: Path, note: Note) -> None:
    """Note it, down to the disk. Raises Failure (exit 5)."""
    writes = [
        {
            "path": item.path,
            "old": None if item.old is None else base64.b64encode(item.old).decode(),
            "new": item.new,
            "mode": item.mode,
        }
        for item in note.files
    ]
    data = {
        "below": note.below,
        "message": note.message,
        "undo": note.undo,
        "forgets": note.forgets,
        "made": note.made,
        "files": writes,
    }
    # It holds what the files hold: nobody else shall read it who may not read all of them.
    modes = [item.mode for item in note.files if item.mode is not None]
    mode = reduce(lambda one, other: one & other, modes, 0o666) | 0o600 if modes else None
    journal.put(folder, OF_FILES, data, mode=mode)


def _stands(root: Path, item: FileWrite) -> Literal["old", "new", "other"]:
    """Whether the file is as it was, as it is to be, or as somebody else made it. Raises Failure (exit 5)."""
    try:
        now = files.read(root, item.path)
    except Failure as failure:
        if failure.exit_code == 5:
            raise
        return "other"
    if now == item.old:
        return "old"
    return "new" if (None if now is None else digest(now)) == item.new else "other"


def _is_staged(root: Path, item: FileWrite) -> bool:
    if item.new is None:
        return True
    data = files.read(root, files.temporary(item.path))
    return data is not None and digest(data) == item.new


def _put(root: Path, item: FileWrite) -> None:
    if item.new is None:
        files.remove(root, item.path)
    else:
        files.promote(root, item.path)


def _restore(root: Path, note: Note, step: Step = no_step) -> None:
    """Let every file be as it was; those that somebody else wrote stay. Raises Failure, at the end, of any."""
    lost: list[str] = []
    for item in reversed(note.files):
        try:
            if _stands(root, item) != "new":
                continue
            if item.old is None:
                files.remove(root, item.path)
            else:
                files.stage(root, item.path, item.old, mode=item.mode)
                files.promote(root, item.path)
            step("file")
        except Failure:
            lost.append(item.path)
    if lost:
        raise Failure(
            N_("the disk failed, and these files could not be put back: {paths}"),
            hint=N_("make room; then the next command that writes, or `vis doctor --mend`, puts them back"),
            exit_code=5,
            paths=", ".join(sorted(lost)),
        )


def _put_back(root: Path, folder: Path, note: Note) -> None:
    _restore(root, note)
    for item in note.files:
        files.discard(root, item.path)
    files.discard_folders(root, list(note.made))
    # Interrupted after the note had become that of the last change: there is no such change any more.
    journal.clear(folder, OF_FILES if (folder / OF_FILES).exists() else journal.LAST)


def _told(note: Note, finished: bool, others: list[str]) -> list[Notice]:
    what = (
        N_("an interrupted change was finished: {message}")
        if finished
        else N_("an interrupted change was taken back: {message}")
    )
    found = [Notice(what, {"message": note.message or ", ".join(item.path for item in note.files)})]
    if others:
        values = {"paths": ", ".join(others)}
        found.append(Notice(N_("changed by someone else meanwhile, and left alone: {paths}"), values))
    return found
