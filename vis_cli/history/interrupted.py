"""Whether a change was begun and is not done: what every command asks first, and so with next to nothing to load."""

import os
from collections.abc import Iterator
from pathlib import Path

HIDDEN = ".vis/state"
"""The folder of vis in a register that is in no repository; neither the loader nor `vis check` looks there."""
OF_COMMIT = "journal.json"
"""The note of a commit that is being made."""
OF_FILES = "write.json"
"""The note of files that are being written without one."""
OF_INDEX = "index-held"
"""The note that vis holds git's index."""
LOCK = "lock"


def interrupted(root: Path) -> tuple[Path, ...]:
    """The notes of changes to the register that were begun and that nobody is making any more.

    Writes nothing and starts no program. A change that is being made right now is not interrupted.
    """
    found: list[Path] = []
    for folder, locks in existing(root):
        if _notes(folder) and _free(locks):
            found += _notes(folder)  # asked again, because its writer may have ended in between
    return tuple(found)


def existing(root: Path) -> Iterator[tuple[Path, tuple[Path, ...]]]:
    """The folders of vis that there are for a register, and what a writer would hold a lock on."""
    if is_plain(root):
        hidden = root / HIDDEN
        yield hidden, (root, hidden / LOCK)
    for above in (root, *root.parents):
        if git := _git_folder(above):
            if os.path.isdir(own := Path(git, "vis")):  # noqa: PTH112
                yield own, (own / LOCK,)
            return


def is_plain(root: Path) -> bool:
    """Whether there is a hidden folder of vis, and not only a link that somebody put there."""
    hidden = root / HIDDEN
    return os.path.isdir(hidden) and not any(map(os.path.islink, (hidden, hidden.parent)))  # noqa: PTH112


def _notes(folder: Path) -> tuple[Path, ...]:
    return tuple(folder / name for name in (OF_FILES, OF_COMMIT, OF_INDEX) if os.path.exists(folder / name))  # noqa: PTH110


def _free(locks: tuple[Path, ...]) -> bool:
    from vis_cli.history.lock import free

    return all(map(free, locks))


def _git_folder(folder: Path) -> str | None:
    """The `.git` of a work tree, as git itself finds it."""
    git = f"{folder}{os.sep}.git"
    if os.path.isdir(git):  # noqa: PTH112 - says no also to what may not be looked at
        return git
    try:
        with open(git, "rb") as file:  # noqa: PTH123 - a name, for speed
            said = os.fsdecode(file.read(4096))
    except OSError:
        return None
    return os.path.join(folder, said[8:].rstrip("\n")) if said.startswith("gitdir: ") else None  # noqa: PTH118
