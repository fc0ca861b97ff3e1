"""Where vis keeps what it notes for itself: in `.git`, or without Git in a hidden folder that Git would ignore."""

import contextlib
import os
import stat
from collections.abc import Iterator
from pathlib import Path

from vis_cli.errors import N_, Failure
from vis_cli.history import files
from vis_cli.history.git import Git
from vis_cli.history.lock import held
from vis_cli.history.refusals import Busy

HIDDEN = ".vis/state"
"""In a register that is in no repository; neither the loader nor `vis check` looks there."""
_LOCK = "lock"


def state_folder(git: Git) -> Path:
    """The folder of vis inside `.git`, made where it is missing. Raises Failure (exit 3 or 5).

    Each linked worktree has its own, as it has its own files.
    """
    return _made(git.folder / "vis")


def hidden_folder(root: Path) -> Path:
    """The folder of vis in a register without Git, made where it is missing. Raises Failure (exit 3 or 5)."""
    _made(root / Path(HIDDEN).parts[0])
    folder = _made(root / HIDDEN)
    if not (folder / ".gitignore").exists():  # for the day on which the register comes under Git
        files.stage(folder, ".gitignore", b"*\n")
        files.promote(folder, ".gitignore")
    return folder


def existing(root: Path) -> Iterator[tuple[Path, tuple[Path, ...]]]:
    """The folders of vis that there are for a register, and what a writer would hold a lock on. Starts no program."""
    if (hidden := root / HIDDEN).is_dir():
        yield hidden, (root, hidden / _LOCK)
    for above in (root, *root.parents):
        if (git := _git_folder(above)) is not None:
            if (git / "vis").is_dir():
                yield git / "vis", (git / "vis" / _LOCK,)
            return


@contextlib.contextmanager
def writing(root: Path, git: Git | None, *, timeout: float) -> Iterator[None]:
    """Be the one writer of the register. Raises `Busy` (exit 4), and Failure (exit 3 or 5)."""
    with contextlib.ExitStack() as stack:
        if git is not None:
            stack.enter_context(held(state_folder(git) / _LOCK, timeout=timeout))
        else:
            try:
                stack.enter_context(held(root, timeout=timeout))
            except Busy:
                raise
            except Failure:  # Windows and some network disks know no locks on folders
                stack.enter_context(held(hidden_folder(root) / _LOCK, timeout=timeout))
        yield


def _made(folder: Path) -> Path:
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


def _git_folder(folder: Path) -> Path | None:
    """The `.git` of a work tree, as git itself finds it."""
    git = folder / ".git"
    if os.path.isdir(git):  # noqa: PTH112 - says no also to what may not be looked at
        return git
    try:
        with git.open("rb") as file:
            said = os.fsdecode(file.read(4096))
    except OSError:
        return None
    return folder / said[8:].rstrip("\n") if said.startswith("gitdir: ") else None
