"""Files below one root, reached through no link, and written whole or not at all."""

import contextlib
import errno
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from vis_cli.errors import N_, Failure, reason_of
from vis_cli.history.paths import parents

_CLOSED = getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NOFOLLOW", 0)
_FOLDER = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0) | _CLOSED
_READ = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | _CLOSED
_WRITE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | _CLOSED
_ANCHORED = os.open in os.supports_dir_fd  # not on Windows, where names are put together instead


@dataclass(frozen=True, slots=True)
class _Folder:
    """An open folder: names in it stay names in it, even if somebody puts a link in its place."""

    path: str
    descriptor: int | None

    def name(self, name: str) -> str:
        return name if self.descriptor is not None else f"{self.path}/{name}"

    def sync(self) -> None:
        if self.descriptor is not None:
            os.fsync(self.descriptor)

    def close(self) -> None:
        if self.descriptor is not None:
            with contextlib.suppress(OSError):  # nothing was written through it
                os.close(self.descriptor)


def temporary(path: str) -> str:
    """The name that a file is written under before it takes its place."""
    folder, slash, name = path.rpartition("/")
    return f"{folder}{slash}.{name}.vis-tmp"


def meant_for(path: str) -> str:
    """The file that was written under this name before it would take its place; empty for any other name."""
    folder, slash, name = path.rpartition("/")
    own = name.removeprefix(".").removesuffix(".vis-tmp")
    found = f"{folder}{slash}{own}"
    return found if own and temporary(found) == path else ""


def read(root: Path, path: str) -> bytes | None:
    """The bytes of a file, None where there is none.

    Raises Failure: exit 3 where it, or a folder above it, is a link or otherwise not plain; 5 where the disk fails.
    """
    with _explained(path), _folder_of(root, path) as folder:
        if folder is None:
            return None
        try:
            descriptor = os.open(folder.name(_last(path)), _READ, dir_fd=folder.descriptor)
        except FileNotFoundError:
            return None
        with os.fdopen(descriptor, "rb") as file:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                raise OSError(errno.ENOTDIR, "not a plain file")
            return file.read()


def stage(root: Path, path: str, data: bytes, *, mode: int | None = None) -> tuple[str, ...]:
    """Write the bytes beside the file, under its temporary name, down to the disk; `promote` puts them in place.

    They get the permissions of the file; `mode` is for where there is none, which otherwise gets the user's. Answers
    the folders that had to be made. Raises Failure (exit 3 or 5), and then leaves nothing behind.
    """
    made: list[str] = []
    with _explained(path):
        try:
            with _folder_of(root, path, made) as folder:
                assert folder is not None
                now = _mode(folder, _last(path))
                _write(folder, temporary(_last(path)), data, mode if now is None else now)
        except BaseException:
            discard_folders(root, made)
            raise
    return tuple(made)


def mode_of(root: Path, path: str) -> int | None:
    """The permissions of a file, None where there is none. Raises Failure (exit 3 or 5)."""
    with _explained(path), _folder_of(root, path) as folder:
        return None if folder is None else _mode(folder, _last(path))


def missing_folders(root: Path, path: str) -> tuple[str, ...]:
    """The folders that would have to be made for the file, the outermost first. Raises Failure (exit 3 or 5)."""
    with _explained(path):
        for number, parent in enumerate(above := parents(path)):
            with _folder_of(root, f"{parent}/") as folder:
                if folder is None:
                    return tuple(above[number:])
    return ()


def ready(root: Path, path: str) -> None:
    """Raises Failure (exit 5) where the file could not take its place, because of the rights to its folder."""
    missing = missing_folders(root, path)
    with _explained(path), _folder_of(root, missing[0] if missing else path) as folder:
        if folder is not None and not os.access(folder.path, os.W_OK | os.X_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))


def promote(root: Path, path: str) -> None:
    """Let the staged bytes take the file's place, in one step. Raises Failure (exit 3 or 5)."""
    with _explained(path), _folder_of(root, path) as folder:
        if folder is None:
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))
        inside = folder.descriptor
        old, new = folder.name(temporary(_last(path))), folder.name(_last(path))
        os.replace(old, new, src_dir_fd=inside, dst_dir_fd=inside)
        folder.sync()


def remove(root: Path, path: str) -> None:
    """Remove the file, and the folders below the topmost that it leaves empty. Raises Failure (exit 3 or 5)."""
    with _explained(path), _folder_of(root, path) as folder:
        if folder is None:
            return
        with contextlib.suppress(FileNotFoundError):
            os.unlink(folder.name(_last(path)), dir_fd=folder.descriptor)
        folder.sync()
    discard_folders(root, parents(path)[1:])


def discard(root: Path, path: str) -> bool:
    """Remove what was staged for the file; whether anything was. What cannot be removed stays."""
    with contextlib.suppress(OSError, Failure), _folder_of(root, path) as folder:
        if folder is not None:
            os.unlink(folder.name(temporary(_last(path))), dir_fd=folder.descriptor)
            return True
    return False


def discard_folders(root: Path, folders: list[str]) -> None:
    """Remove those of the folders that are empty, the innermost first."""
    for path in sorted(folders, reverse=True):
        with contextlib.suppress(OSError, Failure), _folder_of(root, path) as outer:
            if outer is not None:
                os.rmdir(outer.name(_last(path)), dir_fd=outer.descriptor)


@contextlib.contextmanager
def disk() -> Iterator[None]:
    """Raises Failure (exit 5) in place of any OSError that is still without words."""
    try:
        yield
    except OSError as error:
        if isinstance(error.filename, str) and os.path.isabs(error.filename):  # noqa: PTH117
            message, path = N_("`{path}` cannot be read or written: {reason}"), error.filename
            raise _disk_failure(message, error, path=path) from None
        raise _disk_failure(N_("the disk failed: {reason}"), error) from None


def _last(path: str) -> str:
    return path.rpartition("/")[2]


def _mode(folder: _Folder, name: str) -> int | None:
    try:
        return stat.S_IMODE(os.stat(folder.name(name), dir_fd=folder.descriptor, follow_symlinks=False).st_mode)
    except FileNotFoundError:
        return None


def _write(folder: _Folder, name: str, data: bytes, mode: int | None) -> None:
    # Writers hold a lock, so a file of this name is what a killed one left.
    with contextlib.suppress(FileNotFoundError):
        os.unlink(folder.name(name), dir_fd=folder.descriptor)
    descriptor = os.open(folder.name(name), _WRITE, 0o666, dir_fd=folder.descriptor)
    try:
        try:
            rest = memoryview(data)
            while rest:
                rest = rest[os.write(descriptor, rest) :]
            if mode is not None and hasattr(os, "fchmod"):
                os.fchmod(descriptor, mode)
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(folder.name(name), dir_fd=folder.descriptor)
        raise


@contextlib.contextmanager
def _folder_of(root: Path, path: str, made: list[str] | None = None) -> Iterator[_Folder | None]:
    """The folder that holds `path`; a missing one is made where `made` is there to note it, otherwise None."""
    folder: _Folder | None = _Folder(str(root), os.open(root, _FOLDER & ~_CLOSED) if _ANCHORED else None)
    try:
        for parent in parents(path):
            assert folder is not None
            name = _last(parent)
            inner = _enter(folder, name)
            if inner is None and made is not None:
                os.mkdir(folder.name(name), dir_fd=folder.descriptor)
                made.append(parent)
                folder.sync()
                inner = _enter(folder, name)
            folder.close()
            folder = inner
            if folder is None:
                break
        yield folder
    finally:
        if folder is not None:
            folder.close()


def _enter(folder: _Folder, name: str) -> _Folder | None:
    path = f"{folder.path}/{name}"
    try:
        if folder.descriptor is not None:
            return _Folder(path, os.open(name, _FOLDER, dir_fd=folder.descriptor))
        if not stat.S_ISDIR(os.lstat(path).st_mode):
            raise OSError(errno.ENOTDIR, "not a folder")
    except FileNotFoundError:
        return None
    return _Folder(path, None)


@contextlib.contextmanager
def _explained(path: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno not in (errno.ELOOP, errno.ENOTDIR, errno.EISDIR, errno.ENXIO):
            raise _disk_failure(N_("`{path}` cannot be read or written: {reason}"), error, path=path) from None
        raise Failure(
            N_("`{path}` is not a plain file in plain folders"),
            hint=N_("vis follows no links; put the file itself there"),
            exit_code=3,
            path=path,
        ) from None


def _disk_failure(message: str, error: OSError, **values: str) -> Failure:
    return Failure(
        message,
        hint=N_("make room or ask for the right to write, and try again"),
        exit_code=5,
        reason=reason_of(error).lower(),
        **values,
    )
