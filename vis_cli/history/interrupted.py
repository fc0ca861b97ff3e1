"""Whether a change was begun and is not done: what every command asks first, and so with next to nothing to load."""

import os
from pathlib import Path

HIDDEN = ".vis/state"
"""The folder of vis in a register that is in no repository; neither the loader nor `vis check` looks there."""
OF_COMMIT = "journal.json"
"""The note of a commit that is being made."""
OF_FILES = "write.json"
"""The note of files that are being written without one."""
LOCK = "lock"


def interrupted(root: Path) -> tuple[Path, ...]:
    """The notes of changes to the register that were begun and that nobody is making any more.

    Writes nothing and starts no program. A change that is being made right now is not interrupted.
    """
    hidden = root / HIDDEN
    found = _notes(hidden, root, hidden / LOCK)
    for above in (root, *root.parents):
        if git := _git_folder(above):
            own = Path(git, "vis")
            return found + _notes(own, own / LOCK)
    return found


def _notes(folder: Path, *locks: Path) -> tuple[Path, ...]:
    def there() -> tuple[Path, ...]:
        return tuple(folder / name for name in (OF_FILES, OF_COMMIT) if os.path.exists(folder / name))  # noqa: PTH110

    if not there():
        return ()
    from vis_cli.history.lock import free

    # Asked again, because its writer may have ended in between.
    return there() if all(map(free, locks)) else ()


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
