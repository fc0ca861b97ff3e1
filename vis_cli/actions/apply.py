"""The only writer: changed texts are loaded and checked again, then written whole, as files or as one commit."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from vis_cli.check.known import introduced
from vis_cli.diagnostics import Diagnostic
from vis_cli.diagnostics.notice import Notice
from vis_cli.documents import editor
from vis_cli.errors import N_, Failure
from vis_cli.history import commit as history
from vis_cli.history import files, preflight, writing
from vis_cli.history.git import Git
from vis_cli.history.journal import Journal
from vis_cli.history.last import forget as forget_last
from vis_cli.history.last import last
from vis_cli.history.paths import check_paths
from vis_cli.history.recovery import recover
from vis_cli.history.refresh import Step, no_step
from vis_cli.history.refusals import changed_meanwhile
from vis_cli.history.revision import head
from vis_cli.history.state_folder import hidden_folder, only_writer, state_folder
from vis_cli.history.tree import GitTree
from vis_cli.history.writing import Note
from vis_cli.source.tree import FOLDERS, MemoryTree, OverlayTree, Tree, WorkTree

Changes = Mapping[str, bytes | None]
Verify = Callable[[Tree], Sequence[Diagnostic]]

_OUTSIDE = frozenset({".gitattributes", ".gitignore", "README.md", editor.SETTINGS})
"""What vis writes beside the folders of the register and the schemas for editors."""


class Refused(Failure):
    """The change would make new faults; nothing was written."""

    def __init__(self, diagnostics: Sequence[Diagnostic]) -> None:
        super().__init__(N_("the change is refused, because the register would not be in order"), exit_code=1)
        self.diagnostics = tuple(diagnostics)


@dataclass(frozen=True, slots=True)
class Applied:
    """The paths whose bytes changed, the commit if one was made, and what the user should know."""

    paths: tuple[str, ...]
    commit: str | None = None
    warnings: tuple[Notice, ...] = ()


def apply(
    root: Path,
    changes: Changes,
    *,
    verify: Verify,
    git: Git | None = None,
    message: str = "",
    commit: bool = False,
    expected: Changes | None = None,
    undo: Note | Journal | None = None,
    forgets: bool = False,
    timeout: float = 60,
    step: Step = no_step,
) -> Applied:
    """Write the changes (`None`: the file goes), all or none.

    `verify` answers the diagnostics of a tree; it sees the tree as it will be. Files are checked as they lie on disk,
    a commit as it will stand in Git, without what the user has not committed. `expected` holds the bytes that the
    changes were made from; `undo` is the change that they take back, which must still be the last. Of a change that
    `forgets` no copy is kept, however it ends, and there is no last change afterwards.

    Raises `Refused` (exit 1) where there would be errors that are not there now, and Failure: exit 2 for a path that
    is not the register's, 3 where Git's state forbids it, 4 busy or changed meanwhile, 5 disk. Then nothing changed.
    """
    _must_be_ours(changes)
    if commit:
        return _commit(_at_top(git, root), changes, verify, message, expected, undo, forgets, timeout, step)
    with files.disk(), only_writer(root, git, timeout=timeout):
        step("lock")
        notices = recover(root, git, step)
        if git is not None:
            preflight.all_here(git, git.below(root))
        if undo is not None and ((found := last(root, git)) is None or found.change != undo):
            raise _not_last()
        old = {path: files.read(root, path) for path in {**changes, **(expected or {})}}
        for path, data in (expected or {}).items():
            if old[path] != data:
                raise changed_meanwhile(path)
        differing = {path: data for path, data in sorted(changes.items()) if old[path] != data}
        _judge(WorkTree(root), differing, verify)
        if forgets:
            forget_last(root)
        if differing:
            note = writing.plan(root, git, differing, old, message, undo=undo, forgets=forgets)
            folder = hidden_folder(root) if git is None else state_folder(git)
            writing.write(root, folder, note, differing, step)
        return Applied(tuple(differing), None, tuple(notices))


def rehearse(
    root: Path, changes: Changes, *, verify: Verify, git: Git | None = None, commit: bool = False
) -> Mapping[str, tuple[bytes | None, bytes | None]]:
    """What `apply` would change: for each path that differs, its bytes before and after. Nothing is written.

    Raises what `apply` raises of the changes themselves; whether Git or the disk would take them is not tried.
    """
    _must_be_ours(changes)
    base: Tree = WorkTree(root)
    if commit:
        at_top = _at_top(git, root)
        base = _tree(at_top, head(at_top).commit)
    old = {path: _read(base, path) if commit else files.read(root, path) for path in changes}
    differing = {path: data for path, data in sorted(changes.items()) if old[path] != data}
    _judge(base, differing, verify)
    return {path: (old[path], data) for path, data in differing.items()}


def _read(tree: Tree, path: str) -> bytes | None:
    try:
        return tree.read(path)
    except FileNotFoundError:
        return None


def _must_be_ours(changes: Changes) -> None:
    """Raise Failure (exit 2) for a path that is not the register's, or that no file can have."""
    check_paths(changes)
    inside = tuple(f"{folder}/" for folder in (*FOLDERS, editor.FOLDER))
    for path in changes:
        if path not in _OUTSIDE and not path.startswith(inside):
            raise Failure(
                N_("`{path}` is outside the folders of the register"),
                hint=N_("vis writes in {folders}"),
                path=path,
                folders=", ".join(FOLDERS),
            )


def _not_last() -> Failure:
    return Failure(N_("another change was made meanwhile"), hint=N_("try again"), exit_code=4)


def _at_top(git: Git | None, root: Path) -> Git:
    if git is None:
        raise Failure(
            N_("there is no Git repository here to commit in"),
            hint=N_("make one with `git init`, or leave out --commit"),
            exit_code=3,
        )
    if git.root.resolve() != root.resolve():
        raise Failure(
            N_("the register is not at the top of its Git repository `{top}`, so vis does not commit in it"),
            hint=N_("leave out --commit, and commit what vis writes with `git commit`"),
            exit_code=3,
            top=str(git.root),
        )
    return git


def _commit(
    git: Git,
    changes: Changes,
    verify: Verify,
    message: str,
    expected: Changes | None,
    undo: Note | Journal | None,
    forgets: bool,
    timeout: float,
    step: Step,
) -> Applied:
    def judge(base: str | None) -> None:
        if isinstance(undo, Journal) and base != undo.commit:
            raise _not_last()
        if base != judged:
            _judge(_tree(git, base), changes, verify)

    # Before the lock is taken, because it may take a while; `judge` does it again only if the branch moved since.
    preflight.all_here(git, "")
    judged = head(git).commit
    _judge(_tree(git, judged), changes, verify)
    done = history.commit(
        git,
        changes,
        message,
        expected=expected,
        check=judge,
        undo=undo is not None,
        forgets=forgets,
        timeout=timeout,
        step=step,
    )
    return Applied(done.paths, done.commit, done.warnings)


def _tree(git: Git, commit: str | None) -> Tree:
    return MemoryTree({}) if commit is None else GitTree(git, commit)


def _judge(tree: Tree, changes: Changes, verify: Verify) -> None:
    errors = [found for found in verify(OverlayTree(tree, changes)) if found.severity == "error"]
    if not errors:
        return
    # What was wrong before does not stand in the way.
    if new := introduced(errors, [found for found in verify(tree) if found.severity == "error"]):
        raise Refused(new)
