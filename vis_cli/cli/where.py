"""Where a command works: the register's root, found upwards like Git's, and what is loaded from it."""

import datetime as dt
import os
import re
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from vis_cli.errors import N_, Failure

if TYPE_CHECKING:
    from vis_cli.check import Rulebook
    from vis_cli.history.git import Git
    from vis_cli.history.tree import GitTree
    from vis_cli.model.collaboration import Collaboration
    from vis_cli.registry import Loaded
    from vis_cli.source.tree import Tree


_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True)
class Known:
    """What the register said at a commit: its full id, and the day it was made, as the register counts days."""

    commit: str
    day: dt.date | None

    @property
    def short(self) -> str:
        """Twelve digits of the commit, as in the footers of documents."""
        return self.commit[:12]


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

    def repository(self) -> "Git":
        """The Git repository that the register is in. Raises Failure (exit 3) where it is in none."""
        git = self.git()
        if git is None:
            raise Failure(
                N_("there is no Git repository here, so nothing is known of the past"),
                hint=N_("`git init` begins one; its history begins with the first commit"),
                exit_code=3,
            )
        return git

    def tree_at(self, at: str, *, git: "Git | None" = None) -> "tuple[GitTree, Known]":
        """The files of the register as a commit has them.

        A date (YYYY-MM-DD) is the commit that the main branch stood at when that day ended; anything else is a branch,
        a tag or a commit. Raises Failure: exit 2 where there is none, 3 where Git cannot answer.
        """
        from vis_cli.history.revision import at_date, resolve
        from vis_cli.history.state import describe_all
        from vis_cli.history.tree import GitTree

        git = git or self.repository()
        zone = self.zone()
        day = dated(at)
        commit = at_date(git, day, zone) if day else resolve(git, at)
        made = describe_all(git, zone, commit=commit).committed
        return GitTree(git, commit, below=git.below(self.root)), Known(commit, made)

    def load_at(self, at: str | None, kinds: tuple[str, ...] = ()) -> "tuple[Loaded, Known | None]":
        """The registry as it was at a commit or a date, and which commit that is; None is the files on disk.

        With `kinds` only what is of those is read: quicker, for answers that follow from them alone.
        """
        from vis_cli.registry import load
        from vis_cli.registry.layout import owner
        from vis_cli.source.tree import PartTree

        def wanted(path: str) -> bool:
            belongs = owner(path)
            return belongs is not None and belongs.model.kind in kinds

        tree, known = (self.tree(), None) if at is None else self.tree_at(at)
        loaded = load(PartTree(tree, wanted) if kinds else tree)
        left_out(loaded)
        return loaded, known

    def collaboration(self, tree: "Tree | None" = None) -> "Collaboration | None":
        """What `registry/vis.yaml` says, if it can be understood: quicker than to load the register."""
        from vis_cli.model.collaboration import Collaboration
        from vis_cli.registry.single import single

        try:
            data = (tree or self.tree()).read(Collaboration.path)
        except OSError:
            return None
        return single(Collaboration, Collaboration.path, data)[0]

    def zone(self, tree: "Tree | None" = None) -> dt.tzinfo:
        """The time zone in which the register's days begin and end, by these files. Raises Failure for a wrong one."""
        from zoneinfo import ZoneInfo

        from vis_cli.model.collaboration import Collaboration

        found = self.collaboration(tree)
        name = found.time_zone if found else str(Collaboration.model_fields["time_zone"].default)
        try:
            return ZoneInfo(name)
        except (ValueError, OSError, KeyError):  # not a name, the name of a folder, not known
            raise Failure(
                N_("there is no time zone `{name}`"),
                hint=N_("write for example `time_zone: Europe/Stockholm` in registry/vis.yaml"),
                name=name,
            ) from None

    def today(self) -> dt.date:
        """The day that it is where the register is; VIS_TODAY says another one, to rehearse. Raises Failure."""
        if given := os.environ.get("VIS_TODAY"):
            return _day(given)
        return dt.datetime.now(self.zone()).date()

    def day(self, given: str | None) -> dt.date:
        """The day that the user named, or else today where the register is. Raises Failure."""
        return self.today() if given is None else _day(given)

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


MEETINGS = ("meeting", "group")
"""The kinds that say when a body meets."""
AGENDAS = (*MEETINGS, "annual-plan", "question", "activity", "plan", "fund")
"""The kinds, beside the agreements, that say what a body has before it."""
AGREEMENTS = ("agreement", "version", "adoption")
"""The kinds that say which agreements apply."""


def top_of(root: Path) -> Path:
    """The folder of the repository that the register in `root` is in, or `root` where it is in none. Asks no git."""
    return next((folder for folder in (root, *root.parents) if (folder / ".git").exists()), root)


def left_out(loaded: "Loaded", kinds: tuple[str, ...] = AGREEMENTS) -> None:
    """Warn on standard error where files of some kinds could not be understood: an answer does not know of them."""
    from vis_cli.cli.warn import warn
    from vis_cli.registry.layout import path_of

    if broken := sorted({path_of(kind, id) for kind, id in loaded.registry.broken if id != "*" and kind in kinds}):
        warn(N_("left out, because they cannot be understood: {paths}"), paths=", ".join(broken))


def dated(name: str) -> dt.date | None:
    """The day that a name of a revision is, where it is one. Raises Failure where there is no such day."""
    return _day(name) if _DATE.fullmatch(name) else None


def _day(text: str) -> dt.date:
    try:
        return dt.datetime.strptime(text, "%Y-%m-%d").date()  # noqa: DTZ007 - a day has no zone
    except ValueError:
        raise Failure(N_("there is no day `{day}`"), hint=N_("write it as 2031-05-31"), day=text) from None


def rules() -> "Rulebook":
    """Every rule there is."""
    import vis_cli.rules
    from vis_cli.check import rulebook

    return rulebook(vis_cli.rules)


def colour() -> bool:
    """Whether standard output is a terminal that wants colour."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
