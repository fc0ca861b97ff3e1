"""The mending of what a killed writer left (`interrupted.interrupted` says whether there is any)."""

import posixpath
from pathlib import Path

from vis_cli.diagnostics.notice import Notice
from vis_cli.errors import N_
from vis_cli.history import refresh, writing
from vis_cli.history.files import disk
from vis_cli.history.git import Git
from vis_cli.history.interrupted import HIDDEN, OF_FILES, is_plain
from vis_cli.history.refresh import Step, no_step
from vis_cli.history.revision import head
from vis_cli.history.state_folder import only_writer, state_folder
from vis_cli.history.tree import list_tree


def recover(root: Path, git: Git | None, step: Step = no_step) -> list[Notice]:
    """Finish or take back whatever was interrupted, and say so. Needs the lock of the writer.

    Raises Failure where that cannot be done yet.
    """
    found: list[Notice] = []
    if is_plain(root):  # the register may have come under Git since
        if git is not None and _came_with(git, root):
            text = N_("`{path}` came with the repository, so it is no note of this vis and is not followed: remove it")
            found.append(Notice(text, {"path": f"{HIDDEN}/{OF_FILES}"}))
        else:
            found += writing.recover(root, root / HIDDEN, step)
    if git is not None:
        folder = state_folder(git)
        found += writing.recover(git.root, folder, step)
        found += refresh.recover(git, folder, step)
    return found


def _came_with(git: Git, root: Path) -> bool:
    """Whether a note is in Git, where vis puts none: somebody has sent it."""
    path = posixpath.join(git.below(root), HIDDEN, OF_FILES)
    # Asked so, Git takes names for the same that the disk takes for the same.
    if path not in git.items("ls-files", "-z", "--others", "--full-name", "--", path):
        return (root / HIDDEN / OF_FILES).exists()
    commit = head(git).commit
    return commit is not None and path in list_tree(git, commit, path)


def mend(root: Path, git: Git | None, *, timeout: float = 60) -> list[Notice]:
    """The same, for whoever does not hold the lock. Raises `Busy` (exit 4) where another vis is writing."""
    with disk(), only_writer(root, git, timeout=timeout):
        return recover(root, git)
