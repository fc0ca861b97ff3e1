"""What git refused, in words: its English error text turned into a failure with a remedy."""

import re
from pathlib import Path

from vis_cli.errors import N_, Failure


class NotARepository(Failure):
    """There is no Git repository here, which is often no fault at all."""


class Busy(Failure):
    """Someone else is writing: git holds a lock, or another vis does. Trying again may help."""


class Moved(Failure):
    """The branch is no longer where it was when the commit was built."""


_DISK = re.compile(
    r"No space left on device|Out of diskspace|Disk quota exceeded|Read-only file system|File too large"
    r"|Input/output error|Permission denied|Operation not permitted|insufficient permission|unable to create directory",
    re.IGNORECASE,
)
_MOVED = re.compile(r"but expected|reference already exists|unable to resolve reference")
_LOCK = re.compile(r"'?([^' ]+\.lock)'?: File exists|Unable to create '([^']+\.lock)'")


def broken_answer(command: str) -> Failure:
    """Git said that all went well, but its answer is not one; seen when a pipe or a disk fails under it."""
    return Failure(
        N_("`git {command}` gave an answer that cannot be right"),
        hint=N_("try again; if it happens again, run `git fsck` and look at the disk"),
        exit_code=3,
        command=command,
    )


def refusal(command: str, error: str, root: Path) -> Failure:
    """The failure that says what git's error text (in English, LC_ALL=C) means."""
    if "dubious ownership" in error:
        return Failure(
            N_("the repository `{root}` belongs to another user, so Git does not open it"),
            hint=N_("if you trust its owner: git config --global --add safe.directory '{root}'"),
            exit_code=3,
            root=str(root),
        )
    if "not a git repository" in error:
        return NotARepository(N_("`{root}` is not in a Git repository"), exit_code=3, root=str(root))
    if "cannot use bare repository" in error or "must be run in a work tree" in error:
        return Failure(
            N_("`{root}` is a bare repository, which has no files to work with"),
            hint=N_("clone it and work in the clone"),
            exit_code=3,
            root=str(root),
        )
    if "promisor" in error or "lazy fetching" in error:
        return Failure(
            N_("this is a partial clone, which lacks what is asked for; nothing is fetched unasked"),
            hint=N_("clone it whole, without --filter"),
            exit_code=3,
        )
    # Before the others: a lock that may not be made, and a branch that cannot be read, are nobody else's writing.
    if found := _DISK.search(error):
        return Failure(
            N_("git could not write: {reason}"),
            hint=N_("nothing was changed; make room or ask for the right to write, and try again"),
            exit_code=5,
            reason=found.group().lower(),
        )
    if _MOVED.search(error):
        return Moved(N_("the branch changed while vis was writing"), hint=N_("try again"), exit_code=4)
    if found := _LOCK.search(error):
        return locked(next(name for name in found.groups() if name))
    return Failure(N_("`git {command}` failed: {reason}"), exit_code=3, command=command, reason=_one_line(error))


def changed_meanwhile(path: str) -> Failure:
    """The file is no longer what the change was made from."""
    return Failure(N_("`{path}` was changed by someone else meanwhile"), hint=N_("try again"), exit_code=4, path=path)


def locked(file: str) -> Busy:
    """A lock file of git is in the way."""
    return Busy(
        N_("another git is writing: `{file}` exists"),
        hint=N_("wait and try again; if no git is running, it was left by one that was killed: remove the file"),
        exit_code=4,
        file=file,
    )


def _one_line(error: str) -> str:
    lines = [line for line in error.splitlines() if line.strip() and not line.startswith("hint:")]
    return " ".join(lines)[:300].removeprefix("fatal: ") or "no reason given"
