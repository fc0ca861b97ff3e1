"""Where vis keeps what it notes for itself: in `.git`, or without Git in a hidden folder that Git would ignore."""

import contextlib
import stat
from collections.abc import Iterator
from pathlib import Path

from vis_cli.errors import N_, Failure, reason_of
from vis_cli.history import files
from vis_cli.history.git import Git
from vis_cli.history.interrupted import HIDDEN, LOCK
from vis_cli.history.lock import held
from vis_cli.history.refusals import Busy


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


@contextlib.contextmanager
def only_writer(root: Path, git: Git | None, *, timeout: float) -> Iterator[None]:
    """Be the one writer of the register. Raises `Busy` (exit 4), and Failure (exit 3 or 5)."""
    with contextlib.ExitStack() as stack:
        if git is not None:
            stack.enter_context(held(state_folder(git) / LOCK, timeout=timeout))
        else:
            try:
                stack.enter_context(held(root, timeout=timeout))
            except Busy:
                raise
            except Failure:  # Windows and some network disks know no locks on folders
                stack.enter_context(held(hidden_folder(root) / LOCK, timeout=timeout))
        yield


def _made(folder: Path) -> Path:
    try:
        folder.mkdir(exist_ok=True)
        plain = stat.S_ISDIR(folder.lstat().st_mode)
    except OSError as error:
        raise Failure(
            N_("`{path}` cannot be made: {reason}"),
            hint=N_("make room or ask for the right to write, and try again"),
            exit_code=5,
            path=str(folder),
            reason=reason_of(error).lower(),
        ) from None
    if not plain:
        raise Failure(N_("`{path}` is a link, and vis writes through none"), exit_code=3, path=str(folder))
    return folder
