"""How the register's files stand on this disk: line ends, names, permissions, schemas, templates."""

import os
import posixpath
import stat
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from vis_cli.actions.doctor.finding import Finding, mend, note, ok
from vis_cli.errors import N_
from vis_cli.history.git import Git
from vis_cli.source.tree import FOLDERS, Tree, WorkTree

if TYPE_CHECKING:
    from vis_cli.documents.schema import Words

_EXAMPLES = ("registry/vis.yaml", "agreements/a/agreement.yaml", "templates/agenda.md.j2")
_TEXTS = (".yaml", ".j2", ".typ")
_FEW = 5
"""So many files are named."""


def place(root: Path, git: Git) -> Iterator[Finding]:
    """Whether the register is where vis can save its history."""
    if git.root.resolve() == root.resolve():
        yield ok("place", N_("the register is at the top of its repository"))
        return
    yield note(
        "place",
        N_("the register is in a folder below the top of its repository, and vis makes no commits there"),
        N_("save with `git add` and `git commit` yourself, or move `registry` and `agreements` to {top}"),
        top=str(git.root),
    )


def line_ends(root: Path, git: Git | None) -> Iterator[Finding]:
    """Whether files have the line ends of Windows, and whether Git keeps them as they are."""
    crlf = [path for path in _texts(root) if b"\r\n" in _bytes(root, path)]
    kept = git is None or _kept(root, git)
    if not kept:
        converts = git is not None and git.setting("core.autocrlf")
        yield mend(
            "line-ends",
            N_("Git changes the line ends on this computer (core.autocrlf), and `.gitattributes` does not keep them")
            if converts
            else N_("`.gitattributes` is missing or altered: it does not keep the line ends of the register's files"),
            N_("write in `.gitattributes`: `*.yaml text eol=lf` and `*.j2 text eol=lf`"),
        )
    if crlf:
        yield mend(
            "line-ends",
            N_("the lines end as on Windows (CRLF) in these files ({count}): {paths}"),
            N_("run `vis fmt`; Git sees no difference in what it has saved") if git else N_("run `vis fmt`"),
            count=len(crlf),
            paths=_named(crlf),
        )
    if kept and not crlf:
        yield ok("line-ends", N_("the line ends are right, and stay so"))


def _kept(root: Path, git: Git) -> bool:
    names = "\0".join(posixpath.join(git.below(root), path) for path in _EXAMPLES).encode() + b"\0"
    answer = git.items("check-attr", "-z", "--stdin", "eol", stdin=names)
    # Git goes by what is staged where the file itself is gone, until somebody saves that it is.
    there = any((folder / ".gitattributes").is_file() for folder in (git.root, root))
    return there and all(value == "lf" for value in answer[2::3])


def names(root: Path, git: Git | None) -> Iterator[Finding]:
    """Whether the disk takes `A` for `a`, or changes how `å` is written, without Git knowing. Only looks."""
    blind = (root / "REGISTRY").exists() and (root / "registry").exists()
    if git is not None and blind and not git.setting("core.ignorecase"):
        yield mend(
            "names",
            N_("this disk does not tell capital letters from small ones in names, and Git does not know that"),
            N_("git config core.ignorecase true"),
        )
    elif git is not None and sys.platform == "darwin" and not git.setting("core.precomposeunicode"):
        yield mend(
            "names",
            N_("this system writes å, ä and ö in names in its own way, and Git does not know that"),
            N_("git config core.precomposeunicode true"),
        )
    elif blind:
        yield note(
            "names",
            N_("this disk does not tell capital letters from small ones in names"),
            N_("`vis check` says where two names would become one (VIS025)"),
        )
    else:
        yield ok("names", N_("the disk keeps names as they are written"))


def permissions(root: Path, git: Git | None) -> Iterator[Finding]:
    """Whether everything can be read and written by whoever asks. Writes nothing to find out."""
    texts = list(_texts(root))
    shut = [path for path in texts if not os.access(root / path, os.R_OK)]
    folders = [root, *(root / name for name in ("registry", "agreements") if (root / name).is_dir())]
    fixed = [str(folder) for folder in (*folders, *([git.folder] if git else [])) if not os.access(folder, os.W_OK)]
    runs = [path for path in texts if os.name == "posix" and _mode(root, path) & 0o111]
    if shut:
        yield mend(
            "permissions",
            N_("files that you may not read: {paths}"),
            N_("ask whoever owns them, or whoever looks after the computer, for the right"),
            paths=_named(shut),
        )
    if fixed:
        yield mend(
            "permissions",
            N_("folders that you may not write in: {paths}"),
            N_("ask whoever looks after the computer for the right; until then you can read and not save"),
            paths=_named(fixed),
        )
    if runs:
        yield note(
            "permissions",
            N_("files marked as programs, though they are texts: {paths}"),
            N_("chmod -x takes the mark away"),
            paths=_named(runs),
        )
    if not (shut or fixed or runs):
        yield ok("permissions", N_("all files can be read and written"))


def schemas(tree: Tree, words: "Callable[[str], Words]") -> Iterator[Finding]:
    """Whether what editors go by is of this vis."""
    from vis_cli.documents.editor import FOLDER, language_of, refreshed

    language = language_of(tree)
    if language is None:
        yield note(
            "schemas",
            N_("there are no schemas in `{folder}`, so editors cannot help whoever writes"),
            N_("`vis schema` makes them"),
            folder=FOLDER,
        )
    elif stale := refreshed(tree, words(language)):
        yield mend(
            "schemas",
            N_("schemas for editors that are of another version of vis: {count}"),
            N_("`vis schema` makes them anew"),
            count=len(stale),
        )
    else:
        yield ok("schemas", N_("the schemas for editors are those of this vis"))


def templates(root: Path) -> Iterator[Finding]:
    """Which templates are the register's own: those do not change when vis is updated."""
    from vis_cli.documents.style import foreign

    tree = WorkTree(root)
    found = {e.path.removeprefix("templates/"): e for e in tree.entries("templates") if e.form == "file"}
    own = foreign({name: tree.read(entry.path) for name, entry in found.items() if not name.startswith(".")})
    if own:
        yield note(
            "templates",
            N_("the register has templates of its own: {paths}"),
            N_("they stay as they are when vis is updated; compare them with the new ones then"),
            paths=_named(sorted(own)),
        )
    else:
        yield ok("templates", N_("the templates are those of this vis"))


def _texts(root: Path) -> Iterator[str]:
    tree = WorkTree(root)
    for folder in FOLDERS:
        for entry in tree.entries(folder):
            if entry.form == "file" and entry.path.endswith(_TEXTS):
                yield entry.path


def _bytes(root: Path, path: str) -> bytes:
    try:
        return WorkTree(root).read(path)
    except OSError:
        return b""  # `permissions` says so


def _mode(root: Path, path: str) -> int:
    return stat.S_IMODE((root / path).lstat().st_mode)


def _named(paths: list[str]) -> str:
    return ", ".join(sorted(paths)[:_FEW]) + (" …" if len(paths) > _FEW else "")
