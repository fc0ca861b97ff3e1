"""What a commit is about to do to the work tree, noted before it happens, so that the next writer can finish it."""

import contextlib
import json
import stat
from dataclasses import asdict, dataclass
from pathlib import Path

from vis_cli.errors import N_, Failure
from vis_cli.history import files
from vis_cli.history.git import OID, Git
from vis_cli.history.paths import check_path

_NAME = "journal.json"


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


def state_folder(git: Git) -> Path:
    """The folder of vis inside `.git`, made where it is missing. Raises Failure (exit 3 or 5)."""
    folder = git.folder / "vis"
    try:
        folder.mkdir(exist_ok=True)
        plain = stat.S_ISDIR(folder.lstat().st_mode)
    except OSError as error:
        raise Failure(
            N_("`{path}` cannot be made: {reason}"),
            exit_code=5,
            path=str(folder),
            reason=(error.strerror or str(error)).lower(),
        ) from None
    if not plain:
        raise Failure(N_("`{path}` is a link, and vis writes through none"), exit_code=3, path=str(folder))
    return folder


def save(folder: Path, journal: Journal) -> None:
    """Note it, down to the disk. Raises Failure (exit 5)."""
    try:
        files.stage(folder, _NAME, json.dumps(asdict(journal)).encode())
        files.promote(folder, _NAME)
    except Failure:
        clear(folder)
        raise


def load(folder: Path) -> Journal | None:
    """The note that a killed writer left, if any. Raises Failure (exit 3) where it is not one of ours."""
    data = files.read(folder, _NAME)
    if data is None:
        return None
    try:
        found = json.loads(data)
        journal = Journal(found["ref"], found["commit"], tuple(FileChange(**item) for item in found["files"]))
        oids = [journal.commit, *(oid for item in journal.files for oid in (item.old, item.new) if oid is not None)]
        sound = journal.ref.startswith("refs/heads/") and all(OID.fullmatch(oid) for oid in oids)
        for item in journal.files:
            check_path(item.path)
    except (ValueError, LookupError, TypeError, AttributeError, Failure):
        sound = False
    if not sound:
        raise Failure(
            N_("the note of an interrupted commit cannot be read"),
            hint=N_("look at `git status`, then remove the file {file}"),
            exit_code=3,
            file=str(folder / _NAME),
        )
    return journal


def clear(folder: Path) -> None:
    """It is done. A note that stays is read again, and does no harm."""
    files.discard(folder, _NAME)
    with contextlib.suppress(OSError):
        (folder / _NAME).unlink(missing_ok=True)
