"""What a killed writer left: whether there is any, which anyone may ask, and its mending, which only a writer does."""

from pathlib import Path

from vis_cli.history import journal, refresh, writing
from vis_cli.history.files import disk
from vis_cli.history.git import Git
from vis_cli.history.lock import free
from vis_cli.history.refresh import Notice, Step, no_step
from vis_cli.history.state_folder import HIDDEN, existing, state_folder
from vis_cli.history.state_folder import writing as only_writer


def interrupted(root: Path) -> tuple[Path, ...]:
    """The notes of changes to the register that were begun and that nobody is making any more.

    Writes nothing and starts no program. A change that is being made right now is not interrupted.
    """
    found = []
    for folder, locks in existing(root):
        notes = [note for name in (journal.NAME, writing.NAME) if (note := folder / name).exists()]
        if notes and all(map(free, locks)):
            # Its writer may have ended between the two looks.
            found += [note for note in notes if note.exists()]
    return tuple(found)


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
