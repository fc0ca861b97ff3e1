"""Make a commit, ref first: the branch moves in one step, and the files follow.

Dead before that step: nothing happened. Dead after it: the commit is there, and the next writer refreshes the files
from the journal. Git's own index is held meanwhile, and only ever changed for the files of the commit.
"""

import contextlib
import secrets
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from vis_cli.diagnostics.notice import Notice
from vis_cli.errors import N_, Failure
from vis_cli.history import collecting, files, index, journal, preflight
from vis_cli.history.git import Git
from vis_cli.history.journal import FileChange, Journal
from vis_cli.history.last import forget as forget_last
from vis_cli.history.message import check_message
from vis_cli.history.paths import check_paths
from vis_cli.history.recovery import recover
from vis_cli.history.refresh import Step, no_step, refresh
from vis_cli.history.refusals import Busy, Moved, changed_meanwhile
from vis_cli.history.revision import Head, head
from vis_cli.history.state_folder import only_writer, state_folder
from vis_cli.history.tree import Node, oid_of

_PAUSE = 0.02
_MOVES = 100
_WAITS = 3  # git itself waits two seconds for a lock each time


@dataclass(frozen=True, slots=True)
class CommitResult:
    """The new commit, None where nothing differed; the paths that did; and what the user should know."""

    commit: str | None
    paths: tuple[str, ...] = ()
    warnings: tuple[Notice, ...] = ()


def commit(
    git: Git,
    changes: Mapping[str, bytes | None],
    message: str,
    *,
    expected: Mapping[str, bytes | None] | None = None,
    check: Callable[[str | None], None] | None = None,
    undo: bool = False,
    forgets: bool = False,
    timeout: float = 60,
    step: Step = no_step,
) -> CommitResult:
    """Make one commit of the changes (`None`: the file goes) on the branch that is checked out.

    `expected` holds the bytes that the changes were made from. `check` is called with the commit to be built on
    (None: the first), again if it changes, and stops the commit by raising. `undo`: it takes back an earlier one;
    `forgets`: it is never known as the last change. Other files, staged or not, stay as they are. Raises Failure, and
    then nothing has changed: exit 1 what no message may hold, 2 wrong use, 3 Git's state forbids it, 4 busy or changed
    meanwhile, 5 disk.
    """
    check_message(message)
    check_paths(changes)
    with (
        files.disk(),
        only_writer(git.root, git, timeout=timeout),
        collecting.kept_away(git, timeout) as alone,
    ):
        folder = state_folder(git)
        step("lock")
        notices = recover(git.root, git, step)
        preflight.identity(git)
        now = preflight.branch(git)
        old = preflight.tracked(git, now.commit, changes)
        preflight.nothing_in_the_way(git, old)
        _as_expected(git, old, expected or {})
        if check is not None:
            check(now.commit)
        plan = _plan(git, changes, old)
        for change in plan:
            files.ready(git.root, change.path)
        if forgets:
            forget_last(git.root)
        if not plan:
            return CommitResult(None, (), tuple(notices))
        step("blobs")
        with index.held(git, folder, min(timeout, 5)):
            wish = Journal("", "", plan, message.strip(), undo, forgets)
            try:
                note = _publish(git, folder, now, wish, check, alone, step)
                notices += refresh(git, folder, note, step)
            except KeyboardInterrupt:
                _finish(git, folder)
                raise
        return CommitResult(note.commit, tuple(change.path for change in plan), tuple(notices))


def _finish(git: Git, folder: Path) -> None:
    """Stopped by its user: what the branch says already, files and index say too, before the index is let go."""
    with contextlib.suppress(Failure):  # then the next writer does it
        note = journal.load(folder)
        if note is not None and head(git) == Head(note.commit, note.ref):
            refresh(git, folder, note)


def _as_expected(git: Git, old: Mapping[str, Node | None], expected: Mapping[str, bytes | None]) -> None:
    for path, data in expected.items():
        if path in old and not git.holds(data, oid_of(old[path])):
            raise changed_meanwhile(path)


def _plan(git: Git, changes: Mapping[str, bytes | None], old: Mapping[str, Node | None]) -> tuple[FileChange, ...]:
    found = []
    for path, data in sorted(changes.items()):
        node = old[path]
        before, after = oid_of(node), None if data is None else git.blob_id(data)
        if before == after:
            continue
        if data is not None and git.oid("hash-object", "-w", "--no-filters", "--stdin", stdin=data) != after:
            raise AssertionError("git and vis disagree on the id of a blob")
        found.append(FileChange(path, before, after, node.mode if node else "100644"))
    return tuple(found)


def _publish(
    git: Git,
    folder: Path,
    now: Head,
    wish: Journal,
    check: Callable[[str | None], None] | None,
    alone: Callable[[], None],
    step: Step,
) -> Journal:
    """Build the commit and move the branch to it; build it again where somebody else moved the branch first."""
    assert now.ref is not None  # `preflight.branch` has seen to it
    moves, waits = _MOVES, _WAITS
    while True:
        built = _build(git, folder, now.commit, wish.files, wish.message)
        note = replace(wish, ref=now.ref, commit=built)
        step("commit-object")
        journal.save(folder, note)
        step("journal")
        try:
            _move(git, folder, now, note, alone)
        except Moved:
            moves -= 1
            if not moves:
                raise
        except Busy:
            waits -= 1
            if not waits:
                raise
        else:
            step("ref")
            return note
        time.sleep(_PAUSE)
        now = _again(git, now, wish.files, check)


def _build(git: Git, folder: Path, base: str | None, plan: tuple[FileChange, ...], message: str) -> str:
    private = folder / f"index.{secrets.token_hex(4)}"  # a private one: the user's holds what the user staged
    lines = "".join(f"{c.mode if c.new else 0} {c.new or git.no_object}\t{c.path}\0" for c in plan)
    try:
        if base is not None:
            git.run("read-tree", base, index=private)
        git.run("update-index", "-z", "--index-info", stdin=lines.encode(), index=private)
        tree = git.oid("write-tree", index=private)
    finally:
        for left in (private, private.with_name(f"{private.name}.lock")):
            with contextlib.suppress(OSError):
                left.unlink(missing_ok=True)
    parents = () if base is None else ("-p", base)
    return git.oid("commit-tree", tree, *parents, "-F", "-", stdin=f"{message.strip()}\n".encode())


def _move(git: Git, folder: Path, now: Head, note: Journal, alone: Callable[[], None]) -> None:
    """The step that makes it so. Raises Busy, Moved or Failure, and then the branch is where it was.

    The journal is forgotten only where that is certain; interrupted in between, the next writer finds out.
    """
    subject = "".join(c for c in note.message.splitlines()[0] if c.isprintable())[:60]
    try:
        alone()
        git.run("update-ref", "-m", f"vis: {subject}", note.ref, note.commit, now.commit or git.no_object)
    except Failure:
        # Out of disk, or killed, after it had moved the branch: then it did move.
        if git.maybe_oid("rev-parse", "-q", "--verify", "--end-of-options", f"{note.ref}^{{commit}}") == note.commit:
            return
        journal.clear(folder)
        raise


def _again(git: Git, before: Head, plan: tuple[FileChange, ...], check: Callable[[str | None], None] | None) -> Head:
    """Where the branch is now, if the plan still holds there. Raises Failure where it does not."""
    now = preflight.branch(git)
    if now == before:
        return now
    if now.ref != before.ref:
        raise Failure(N_("another branch was checked out meanwhile"), hint=N_("try again"), exit_code=4)
    current = preflight.tracked(git, now.commit, [change.path for change in plan])
    for change in plan:
        if oid_of(current[change.path]) != change.old:
            raise changed_meanwhile(change.path)
    if check is not None:
        check(now.commit)
    return now
