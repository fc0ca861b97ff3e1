"""Where a check's answers are kept, and what they follow from: the register, this vis, this Python, what was asked.

A key is made of bytes alone: of the register, of every file of vis, and of the names of all installed distributions,
which have their versions in them. So an edit, another branch, a restored file, an upgrade give another key.
"""

import hashlib
import json
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import vis_cli
from vis_cli.cli.where import top_of
from vis_cli.source.kept import Answer, Kept
from vis_cli.source.tree import WorkTree
from vis_cli.source.witness import Witness

NEVER = "VIS_NO_CACHE"
"""Set to anything, no answer is kept or taken."""


@dataclass(frozen=True)
class Asked:
    """A question about the register on disk, whose answer may be known."""

    tree: Witness
    _kept: Kept
    _key: str

    @property
    def answer(self) -> Answer | None:
        """What was answered the last time, when all was as it is now."""
        return self._kept.get(self._key)

    def answered(self, text: str, code: int) -> None:
        """Keep the answer for the next time, if it follows from what the question names and nothing else."""
        if self.tree.steady:
            self._kept.put(self._key, Answer(code, text))


def ask(root: Path, *asked: object) -> Asked | None:
    """A question, named by all that it hangs on beside the files; None where no answer can be kept.

    Raises Failure where a folder of the register cannot be read.
    """
    if os.environ.get(NEVER) or (folder := _folder()) is None or _is_inside(folder, root):
        return None
    tree, program = Witness(WorkTree(root)), _program()
    if tree.digest is None or program is None:
        return None
    text = json.dumps([program, tree.digest, *asked])
    return Asked(tree, Kept(folder), hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest())


def forget() -> None:
    """Let go of every answer: somebody may be named in one."""
    if folder := _folder():
        Kept(folder).clear()


def _is_inside(folder: Path, root: Path) -> bool:
    """Whether a folder is in the register, or in the repository that the register is in."""
    return Path(os.path.realpath(folder)).is_relative_to(top_of(root))


def _folder() -> Path | None:
    given = os.environ.get("XDG_CACHE_HOME", "")
    if not given and sys.platform == "win32":
        given = os.environ.get("LOCALAPPDATA", "")
    if not given and (home := os.environ.get("HOME", "")):
        given = os.path.join(home, *(("Library", "Caches") if sys.platform == "darwin" else (".cache",)))  # noqa: PTH118
    return Path(given) / "vis" if os.path.isabs(given) else None  # noqa: PTH117 - the standard: else it is ignored


def _program() -> str | None:
    """A digest of this vis and what it runs on; None where its files cannot be read."""
    package = Path(vis_cli.__file__).parent
    digest = hashlib.sha256(repr((sys.version, sys.platform, _installed())).encode("utf-8", "surrogatepass"))
    try:
        beside = package.parent / "templates"  # in a checkout; where vis is installed they are in the package
        paths = [*_files(str(package)), *(_files(str(beside)) if (beside / "house.typ").is_file() else ())]
        for path in paths:
            with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - a thousand of them
                data = file.read()
            digest.update(repr((path, len(data))).encode("utf-8", "surrogatepass"))
            digest.update(data)
    except OSError:
        return None
    return digest.hexdigest()


def _files(folder: str) -> Iterator[str]:
    """Every file of the program below a folder, in order; not what Python makes of it, nor the fonts."""
    with os.scandir(folder) as found:
        items = sorted(found, key=lambda item: item.name)
    for item in items:
        if item.is_dir():
            if item.name not in ("__pycache__", "fonts", "sample"):
                yield from _files(item.path)
        else:
            yield item.path


def _installed() -> list[str]:
    found: set[str] = set()
    for folder in {path for path in sys.path if path}:
        try:
            names = os.listdir(folder)  # noqa: PTH208
            found.update(name for name in names if name.endswith((".dist-info", ".egg-info")))
        except OSError:
            continue
    return sorted(found)
