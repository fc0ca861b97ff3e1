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
        start = Path(os.path.realpath(self.directory))
        if not start.is_dir():
            raise Failure(N_("there is no folder `{path}`"), path=str(self.directory))
        for folder in (start, *start.parents):
            if (folder / "registry").is_dir():
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
        full = Path(os.path.normpath(Path(os.path.realpath(self.directory)) / path))
        try:
            return full.relative_to(self.root).as_posix()
        except ValueError:
            raise Failure(N_("`{path}` is not in the register"), path=str(path)) from None


def rules() -> "Rulebook":
    """Every rule there is."""
    import vis_cli.rules
    from vis_cli.check import rulebook

    return rulebook(vis_cli.rules)


def colour() -> bool:
    """Whether standard output is a terminal that wants colour."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
