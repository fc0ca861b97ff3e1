"""Where a command works: the register's root, found upwards like Git's, and what is loaded from it."""

import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from vis_cli.errors import N_, Failure

if TYPE_CHECKING:
    from vis_cli.check import Rulebook
    from vis_cli.history.git import Git
    from vis_cli.registry import Loaded
    from vis_cli.source.tree import Tree


@dataclass(frozen=True)
class Where:
    """The folder that a command was told to work in."""

    directory: Path

    @property
    def root(self) -> Path:
        """The register's root: this folder or the nearest above it with `registry/` in it. Raises Failure."""
        try:
            start = Path(os.path.realpath(self.directory))
        except FileNotFoundError:
            raise Failure(N_("the folder that you are in is gone"), hint=N_("go to the register's folder")) from None
        if not os.path.isdir(start):  # noqa: PTH112 - says no also to names that are too long
            raise Failure(N_("there is no folder `{path}`"), path=str(self.directory))
        for folder in (start, *start.parents):
            if os.path.isdir(folder / "registry"):  # noqa: PTH112 - and to what may not be looked at
                return folder
        raise Failure(
            N_("no register here: neither `{path}` nor a folder above it has a folder `registry`"),
            hint=N_("go to the register's folder, name it with -C, or begin one with `vis init`"),
            path=str(self.directory),
        )

    def tree(self) -> "Tree":
        """The files of the register on disk."""
        from vis_cli.source.tree import WorkTree

        return WorkTree(self.root)

    def load(self) -> "Loaded":
        """The registry, with what is wrong in its files."""
        from vis_cli.registry import load

        return load(self.tree())

    def git(self) -> "Git | None":
        """The Git repository that the register is in, if it is in one."""
        from vis_cli.history.git import find

        return find(self.root, os.environ)

    def relative(self, path: Path) -> str:
        """A path that the user named, from the root. Raises Failure where it is outside."""
        given = Path(os.path.realpath(self.directory)) / path
        above, name = os.path.split(given)
        # A link in the register is itself, wherever it leads; one that leads into the register is what it leads to.
        for full in (Path(os.path.realpath(above), name), Path(os.path.realpath(given))):
            if name != ".." and full.is_relative_to(self.root):
                return full.relative_to(self.root).as_posix()
            name = ""
        raise Failure(N_("`{path}` is not in the register"), path=str(path))


def rules() -> "Rulebook":
    """Every rule there is."""
    import vis_cli.rules
    from vis_cli.check import rulebook

    return rulebook(vis_cli.rules)


def colour() -> bool:
    """Whether standard output is a terminal that wants colour."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
