"""The mending of what a killed writer left (`interrupted.interrupted` says whether there is any)."""

from pathlib import Path

from vis_cli.history import refresh, writing
from vis_cli.history.files import disk
from vis_cli.history.git import Git
from vis_cli.history.interrupted import HIDDEN
from vis_cli.history.interrupted import interrupted as interrupted
from vis_cli.history.refresh import Notice, Step, no_step
from vis_cli.history.state_folder import state_folder
from vis_cli.history.state_folder import writing as only_writer


def recover(root: Path, git: Git | None, step: Step = no_step) -> list[Notice]:
    """Finish or take back whatever was interrupted, and say so. Needs the lock of the writer.

    Raises Failure where that cannot be done yet.
    """
    # A register may have come under Git since.
    found = writing.recover(root, root / HIDDEN, step) if (root / HIDDEN).is_dir() else []
    if git is not None:
        folder = state_folder(git)
        found += writing.recover(git.root, folder, step)
        found += refresh.recover(git, folder, step)
    return found


def mend(root: Path, git: Git | None, *, timeout: float = 60) -> list[Notice]:
    """The same, for whoever does not hold the lock. Raises `Busy` (exit 4) where another vis is writing."""
    with disk(), only_writer(root, git, timeout=timeout):
        return recover(root, git)
