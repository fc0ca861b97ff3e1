"""How a command's changes are written: through `actions.apply`, and committed where that is asked for."""

import time
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NoReturn

import typer

from vis_cli.cli.interrupted import say
from vis_cli.cli.language import _
from vis_cli.cli.texts import lines_of
from vis_cli.cli.warn import warn
from vis_cli.cli.where import Where, colour, rules
from vis_cli.diagnostics import Diagnostic
from vis_cli.diagnostics.notice import Notice
from vis_cli.errors import N_, Failure
from vis_cli.source.tree import OverlayTree, Tree

if TYPE_CHECKING:
    from vis_cli.actions.apply import Verify
    from vis_cli.history.git import Git


def write(
    where: Where,
    changes: Mapping[str, bytes | None],
    message: str,
    *,
    commit: bool = False,
    dry_run: bool = False,
    expected: Mapping[str, bytes | None] | None = None,
    listed: bool = True,
    forgets: bool = False,
) -> None:
    """Write the changes, all or none, and list their files if `listed`; with `dry_run` only show them, if so.

    They are committed where that is asked for, or always where registry/vis.yaml says so. `expected` holds the bytes
    that they were made from; of a change that `forgets` no copy is kept. Refused with the new faults where there would
    be any: exits with 1 then. Raises Failure where they would be in order, were it not that a commit is made without
    what is not committed yet.
    """
    from vis_cli.actions.apply import Refused, apply, rehearse
    from vis_cli.check import check
    from vis_cli.documents.editor import with_lines
    from vis_cli.history.clock import notice as notice_of_clock
    from vis_cli.registry import load

    changes = with_lines(where.tree(), changes)
    clock: Sequence[Notice] = ()

    def verify(tree: Tree) -> Sequence[Diagnostic]:
        return check(load(tree), rules()).diagnostics

    git = where.git()
    if commit is False and (commit := committing(where)) and git is None:
        warn(N_("not saved in the register's history, because there is no Git repository here"))
        commit = False
    try:
        if dry_run:
            from vis_cli.cli.dryrun import diff

            lines = diff(rehearse(where.root, changes, verify=verify, git=git, commit=commit), colour())
            for line in lines if listed else ():
                typer.echo(line)
            return
        if commit and git is not None:
            clock = notice_of_clock(git, time.time())
        done = apply(
            where.root,
            changes,
            verify=verify,
            git=git,
            message=message,
            commit=commit,
            expected=expected,
            forgets=forgets,
        )
    except Refused as refused:
        if commit and git is not None:
            _refuse_unsaved(where, git, changes, verify)
        refuse(where, refused.diagnostics, refused.message, OverlayTree(where.tree(), changes))
    if listed:
        typer.echo("\n".join(sorted(changes)))
    say((*done.warnings, *clock))
    if done.commit:
        typer.echo(_(N_("saved in the register's history ({commit})")).format(commit=done.commit[:12]), err=True)


def _refuse_unsaved(where: Where, git: "Git", changes: Mapping[str, bytes | None], verify: "Verify") -> None:
    """Raise Failure where the files on disk would be in order with the changes, and only Git lacks some of them."""
    from vis_cli.actions.apply import Refused, rehearse
    from vis_cli.history.state import state

    try:
        rehearse(where.root, changes, verify=verify, git=git)
    except Refused:
        return  # it is not because of the commit
    unsaved = [path for path in state(git).dirty if path not in changes]
    folders = {"/".join(path.split("/")[:2]) for path in changes}
    near = sorted({"/".join(path.split("/")[:2]) for path in unsaved} & folders)
    if unsaved:
        raise Failure(
            N_("this builds on what is not saved in the register's history yet: {paths}"),
            hint=N_(
                "save that first: `git add {paths}` and `git commit -m …`; or leave out --commit and save all at once"
            ),
            exit_code=3,
            paths=" ".join(near or unsaved),
        )


def committing(where: Where, asked: bool = False) -> bool:
    """Whether a write is to be committed: because the user asks for it, or because the register always wants it."""
    return asked or bool((found := where.collaboration()) and found.commit == "always")


def refuse(where: Where, found: Sequence[Diagnostic], message: str, tree: Tree | None = None) -> NoReturn:
    """Say what is wrong, in the work tree or in another one, and exit with 1."""
    from vis_cli.diagnostics.text import TextReport

    report = TextReport(_, lines_of(tree or where.tree()), colour())
    typer.echo("\n".join(report.full(found)), err=True)
    typer.echo(_(message), err=True)
    raise typer.Exit(1) from None
