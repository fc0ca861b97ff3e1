"""Where files come from: the working tree, a commit, or a dict in a test."""

import errno
import os
import stat
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import reduce
from itertools import islice
from pathlib import Path
from typing import Literal, Protocol

from vis_cli.errors import N_, Failure, reason_of

FOLDERS = ("registry", "agreements", "templates")
"""Everything that a register is read from."""
MAX_BYTES = 256 * 1024
"""The largest file that is read."""
MOST_FILES = 20_000
"""So many files a register may have: what is larger was not written by people, and would hold up whoever checks it."""
MOST_BYTES = 64 * 1024 * 1024
"""So many bytes its files may have together."""
_READ = os.O_RDONLY | reduce(
    int.__or__, (getattr(os, name, 0) for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_CLOEXEC", "O_BINARY"))
)
"""Through no link, without waiting for a pipe, and as bytes; each where the system has it."""

Form = Literal["file", "link", "other"]


@dataclass(frozen=True, slots=True)
class Entry:
    """A name in a tree; only a `file` is ever opened."""

    path: str
    form: Form = "file"


def is_under(path: str, places: tuple[str, ...]) -> bool:
    """Whether a file is one of some files, or in one of some folders, by their paths; `.` is the top."""
    return any(place in ("", ".") or path == place or path.startswith(f"{place}/") for place in places)


def too_large() -> Failure:
    """What is said of a register beyond the limits."""
    return Failure(
        N_("the register has more than {files} files or {size} MiB, and was not read"),
        hint=N_("look for files that a program has left in `registry/`, `agreements/` or `templates/`"),
        exit_code=1,
        files=MOST_FILES,
        size=MOST_BYTES // 2**20,
    )


class Tree(Protocol):
    """Files by their path from the root, with `/` between the parts."""

    def entries(self, under: str) -> Iterator[Entry]:
        """Everything but folders below the folder `under`, in no set order; nothing where there is no such folder."""

    def read(self, path: str) -> bytes:
        """The bytes of a file, at most `MAX_BYTES` + 1 of them. Raises OSError where it cannot be read."""


class MemoryTree:
    """A tree that is a dict: for tests, examples and changed texts that are not yet written."""

    def __init__(self, files: Mapping[str, str | bytes]) -> None:
        self._files = {path: text.encode() if isinstance(text, str) else text for path, text in files.items()}

    def entries(self, under: str) -> Iterator[Entry]:
        return (Entry(path) for path in self._files if path.startswith(f"{under}/"))

    def read(self, path: str) -> bytes:
        try:
            return self._files[path][: MAX_BYTES + 1]
        except KeyError:
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), path) from None


class PartTree:
    """A tree of which only some files are looked at: those whose path `wanted` answers yes to."""

    def __init__(self, base: Tree, wanted: Callable[[str], bool]) -> None:
        self._base = base
        self._wanted = wanted

    def entries(self, under: str) -> Iterator[Entry]:
        return (entry for entry in self._base.entries(under) if self._wanted(entry.path))

    def read(self, path: str) -> bytes:
        return self._base.read(path)


class OverlayTree:
    """A tree with some files changed (`None`: removed), as if the change were already made."""

    def __init__(self, base: Tree, changes: Mapping[str, bytes | None]) -> None:
        self._base = base
        self._changes = changes

    def entries(self, under: str) -> Iterator[Entry]:
        changed = self._changes
        yield from (entry for entry in self._base.entries(under) if entry.path not in changed)
        yield from (Entry(p) for p, data in changed.items() if data is not None and p.startswith(f"{under}/"))

    def read(self, path: str) -> bytes:
        if path not in self._changes:
            return self._base.read(path)
        data = self._changes[path]
        if data is None:
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), path)
        return data[: MAX_BYTES + 1]


class WorkTree:
    """The files below `root` on disk. Links are listed, never followed; only regular files are opened."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def entries(self, under: str) -> Iterator[Entry]:
        top = self.root / under
        if top.is_symlink():
            yield Entry(under, "link")
        elif top.is_dir():
            yield from self._walk(under)

    def _walk(self, under: str) -> Iterator[Entry]:
        folders = [under]
        while folders:
            folder = folders.pop()
            try:
                with os.scandir(f"{self.root}/{folder}") as found:
                    items = list(islice(found, MOST_FILES + 1))
            except OSError as error:
                if folder != under and isinstance(error, FileNotFoundError):
                    continue  # somebody removed it meanwhile
                raise Failure(
                    N_("the folder `{path}` cannot be read: {reason}"),
                    path=folder,
                    reason=reason_of(error),
                    exit_code=5,
                ) from None
            for item in items:
                path = f"{folder}/{item.name}"
                if item.is_dir(follow_symlinks=False):
                    folders.append(path)
                elif item.is_file(follow_symlinks=False):
                    yield Entry(path)
                else:
                    yield Entry(path, "link" if item.is_symlink() else "other")

    def read(self, path: str) -> bytes:
        descriptor = os.open(f"{self.root}/{path}", _READ)
        try:
            data = os.read(descriptor, MAX_BYTES + 1)
            if len(data) > MAX_BYTES or len(data) >= 4096:  # a short read is the whole of a small file
                if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                    raise OSError(errno.EINVAL, "not a regular file", path)
                while len(data) <= MAX_BYTES and (more := os.read(descriptor, MAX_BYTES + 1 - len(data))):
                    data += more
            return data
        finally:
            os.close(descriptor)
