"""From names and dates to full commit ids; after this, only ids are used."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, tzinfo

from vis_cli.errors import N_, Failure
from vis_cli.history.git import OID, Git
from vis_cli.history.refusals import broken_answer

_BRANCHES = "refs/heads/"


@dataclass(frozen=True, slots=True)
class Head:
    """Where the work tree stands: `commit` is None before the first, `ref` None where HEAD is detached."""

    commit: str | None
    ref: str | None

    @property
    def branch(self) -> str | None:
        """The name of the branch, as people say it."""
        return self.ref.removeprefix(_BRANCHES) if self.ref else None


def head(git: Git) -> Head:
    """Where the work tree stands."""
    answer = git.run("symbolic-ref", "-q", "HEAD", accept=(0, 1)).decode("utf-8", "surrogateescape")
    ref = answer.removesuffix("\n") or None
    return Head(_commit(git, ref or "HEAD"), ref if ref and ref.startswith(_BRANCHES) else None)


def resolve(git: Git, name: str) -> str:
    """The full id of the commit that a person named: a branch, a tag, an abbreviated id, `HEAD~2`.

    Raises Failure: exit 2 where there is none of that name, 3 where the clone is shallow and it may be missing, or
    nothing is committed yet.
    """
    printable = name.isprintable() and name.strip()  # a lone surrogate is not printable either
    found = _commit(git, name) if printable else None
    if found is not None:
        return found
    if head(git).commit is None:
        raise _unborn()
    if git.shallow:
        raise shallow_clone(N_("`{name}` is not in this clone, which is shallow"), name=name)
    one = N_("name a branch, a tag or a commit; `git log --oneline` lists commits")
    two = N_("with `..` two commits are named; give each by itself, with a space between them")
    raise Failure(N_("there is no commit `{name}`"), hint=two if ".." in name else one, name=name)


def main_branch(git: Git) -> str:
    """The full name of the branch that says what the register said: `main` or `master`, here or at `origin`.

    Where there is none, the branch that is checked out. Raises Failure (exit 3) where nothing is committed.
    """
    for ref in ("heads/main", "heads/master", "remotes/origin/HEAD", "remotes/origin/main", "remotes/origin/master"):
        if _commit(git, f"refs/{ref}"):
            return f"refs/{ref}"
    now = head(git)
    if now.commit is None:
        raise _unborn()
    return now.ref or now.commit


def at_date(git: Git, day: date, zone: tzinfo, *, branch: str | None = None) -> str:
    """The commit that `branch` (default: the main branch) stood at when `day` ended in `zone`.

    The newest commit of the first-parent chain whose committer date is not later: a merge counts from the day it
    was merged, not from the days its commits were written. Raises Failure: exit 3 in a shallow clone and before the
    first commit, exit 2 where the register is younger than `day`.
    """
    if git.shallow:
        raise shallow_clone(N_("this clone is shallow: what the register said on {day} is not in it"), day=day)
    tip = resolve(git, branch or main_branch(git))
    end = datetime.combine(day, time.max, zone).timestamp()
    first: tuple[int, str] | None = None
    for first in first_parents(git, tip):
        if first[0] <= end:
            return first[1]
    if first is None:
        raise broken_answer("rev-list")
    raise Failure(
        N_("the register has no commit on or before {day}; the first is of {first}"),
        day=day,
        first=moment(first[0], zone).date(),
    )


def first_parents(git: Git, commit: str) -> Iterator[tuple[int, str]]:
    """The commit and its first parents, newest first by descent, each with its committer date in seconds."""
    for line in (
        git.run("rev-list", "--first-parent", "--timestamp", commit, "--").decode("ascii", "replace").splitlines()
    ):
        yield timestamped(line)


def is_part_of(git: Git, commit: str, tip: str) -> bool:
    """Whether a commit, which may not be there any more, is `tip` or came before it."""
    # 1: it did not; 128: it is not even there. Otherwise git prints the commit itself.
    best = git.run("merge-base", commit, tip, accept=(0, 1, 128)).decode("ascii", "replace").strip()
    return best == commit


def timestamped(line: str) -> tuple[int, str]:
    """Seconds and id, from a line of `rev-list --timestamp`."""
    seconds, _, oid = line.partition(" ")
    if not seconds.isdigit() or not OID.fullmatch(oid):
        raise broken_answer("rev-list")
    return int(seconds), oid


def moment(seconds: int, zone: tzinfo) -> datetime:
    """A commit's time in `zone`; git stores what it is told, so a year beyond 9999 becomes the last day there is."""
    try:
        return datetime.fromtimestamp(seconds, zone)
    except (OverflowError, ValueError, OSError):
        return datetime.max.replace(tzinfo=zone)


def shallow_clone(message: str, **values: object) -> Failure:
    """A shallow clone is refused: its history answers without a word of what is missing."""
    return Failure(
        message,
        hint=N_("fetch the whole history: git fetch --unshallow (in a GitHub workflow: fetch-depth: 0)"),
        exit_code=3,
        **values,
    )


def _unborn() -> Failure:
    return Failure(N_("nothing is committed in this repository yet"), hint=N_("make a first commit"), exit_code=3)


def _commit(git: Git, name: str) -> str | None:
    # Without -q git says more, but ends with 128; with it a name that cannot be one still does.
    answer = git.run(
        *("rev-parse", "-q", "--verify", "--end-of-options", f"{name}^{{commit}}"),
        accept=(0, 1, 128),
    ).decode("ascii", "replace")
    return answer.strip() if OID.fullmatch(answer.strip()) else None
