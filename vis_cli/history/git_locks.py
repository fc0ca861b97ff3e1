"""The lock files of git that lie in a repository: how old each is, and whether a process may hold it.

Git removes its locks however it ends, but not when it is killed or the power goes. Then every later write is refused.
"""

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from vis_cli.history.git import Git

STALE = 60
"""A lock that is younger, in seconds, is never called left over: git may just be about to let it go."""

Held = Literal["held", "free", "unknown"]
_PROCESSES = Path("/proc")
_GIT = 1 << 16
"""So many bytes of a process's arguments and variables are looked at."""


@dataclass(frozen=True, slots=True)
class GitLock:
    """A lock file; `age` is None where it was made in what this computer's clock calls the future."""

    path: Path
    age: float | None
    held: Held
    inode: int

    @property
    def stale(self) -> bool:
        """Whether it is certain that nobody will let it go any more."""
        return self.held == "free" and self.old

    @property
    def old(self) -> bool:
        """Whether it has lain there for longer than git takes to let it go."""
        return self.age is not None and self.age > STALE


def git_locks(git: Git, now: float) -> tuple[GitLock, ...]:
    """Every lock of the repository and of this work tree, by path; `now` in seconds since 1970."""
    common = common_folder(git)
    found = []
    for path in sorted(set(_lock_files(common)) | set(_lock_files(git.folder))):
        try:
            about = path.lstat()
        except OSError:
            continue  # it has been let go
        if stat.S_ISREG(about.st_mode):
            age = now - about.st_mtime
            held = holder(path, (git.root, git.folder, common))
            found.append(GitLock(path, age if age >= 0 else None, held, about.st_ino))
    return tuple(found)


def common_folder(git: Git) -> Path:
    """The `.git` that all work trees of the repository share."""
    return Path(git.line("rev-parse", "--path-format=absolute", "--git-common-dir"))


def remove(git: Git, lock: GitLock) -> bool:
    """Remove a lock that was left over; False where it is gone, or another one, or somebody has begun to use it.

    Nothing is lost with it: what git was about to write is written anew by whoever wanted it. Raises OSError.
    """
    try:
        about = lock.path.lstat()
    except FileNotFoundError:
        return False
    if about.st_ino != lock.inode or holder(lock.path, (git.root, git.folder)) == "held":
        return False
    lock.path.unlink()
    return True


def _lock_files(folder: Path) -> Iterator[Path]:
    yield from folder.glob("*.lock")
    for inner in ("refs", "objects/info", "worktrees"):
        for above, _, names in os.walk(folder / inner):
            yield from (Path(above, name) for name in names if name.endswith(".lock"))


def holder(lock: Path, folders: tuple[Path, ...]) -> Held:
    """Whether a process has the file open, or is a git at work in one of the folders.

    Git closes some locks long before it lets them go, while somebody writes a message in an editor, say: so every git
    in the repository counts. Known only where the system shows its processes as files, as Linux does.
    """
    if not (_PROCESSES / "self" / "fd").is_dir():
        return "unknown"
    answer: Held = "free"
    for process in _PROCESSES.iterdir():
        if not process.name.isdigit() or process.name == str(os.getpid()):
            continue
        found = _holds(process, lock, folders)
        if found == "held":
            return "held"
        if found == "unknown":
            answer = "unknown"
    return answer


def _holds(process: Path, lock: Path, folders: tuple[Path, ...]) -> Held:
    is_git = False
    try:
        is_git = (process / "comm").read_bytes().startswith(b"git")
        if any(_leads_to(link, lock) for link in (process / "fd").iterdir()):
            return "held"
        if not is_git:
            return "free"
        place = Path(os.readlink(process / "cwd"))  # noqa: PTH115 - what it was called when the process went there
        if any(place.is_relative_to(folder.resolve()) for folder in folders):
            return "held"
        said = b"".join(_beginning(process / name) for name in ("cmdline", "environ"))
        return "held" if any(os.fsencode(folder) in said for folder in folders) else "free"
    except (FileNotFoundError, ProcessLookupError):
        return "free"  # it has ended
    except OSError:  # it is another user's, and only a git would have such a lock
        return "unknown" if is_git else "free"


def _leads_to(link: Path, lock: Path) -> bool:
    try:
        return os.readlink(link) == str(lock)  # noqa: PTH115 - a pipe is no path
    except OSError:
        return False


def _beginning(file: Path) -> bytes:
    with file.open("rb") as opened:
        return opened.read(_GIT)
