"""How a command's changes are written: through `actions.apply`, and committed where that is asked for."""

from collections.abc import Mapping, Sequence
from typing import NoReturn

import typer

from vis_cli.cli.language import _
from vis_cli.cli.texts import lines_of
from vis_cli.cli.where import Where, colour, rules
from vis_cli.diagnostics import Diagnostic
from vis_cli.diagnostics.wording import fill
from vis_cli.errors import N_
from vis_cli.source.tree import Tree


def write(
    where: Where,
    changes: Mapping[str, bytes | None],
    message: str,
    *,
    commit: bool = False,
    dry_run: bool = False,
    expected: Mapping[str, bytes | None] | None = None,
) -> None:
    """Write the changes, all or none; with `dry_run` only show them.

    They are committed where that is asked for, or always where registry/vis.yaml says so. `expected` holds the bytes
    that they were made from. Refused with the new faults where there would be any: exits with 1 then.
    """
    from vis_cli.actions.apply import Refused, apply, rehearse
    from vis_cli.check import check
    from vis_cli.registry import load

    def verify(tree: Tree) -> Sequence[Diagnostic]:
        return check(load(tree), rules()).diagnostics

    git = where.git()
    if commit is False and (commit := committing(where)) and git is None:
        reason = _(N_("not committed, because there is no Git repository here"))
        typer.echo(f"{_(N_('warning'))}: {reason}", err=True)
        commit = False
    try:
        if dry_run:
            from vis_cli.cli.dryrun import diff

            for line in diff(rehearse(where.root, changes, verify=verify, git=git, commit=commit), colour()):
                typer.echo(line)
            return
        done = apply(where.root, changes, verify=verify, git=git, message=message, commit=commit, expected=expected)
    except Refused as refused:
        refuse(where, refused.diagnostics, refused.message, changes)
    for notice in done.warnings:
        typer.echo(f"{_(N_('warning'))}: {fill(notice.message, notice.values, _)}", err=True)
    if done.commit:
        typer.echo(_(N_("committed: {commit}")).format(commit=done.commit[:12]), err=True)


def committing(where: Where, asked: bool = False) -> bool:
    """Whether a write is to be committed: because the user asks for it, or because the register always wants it."""
    return asked or bool((found := where.collaboration()) and found.commit == "always")


def refuse(
    where: Where, found: Sequence[Diagnostic], message: str, changes: Mapping[str, bytes | None] | None = None
) -> NoReturn:
    """Say what is wrong, or would be with the changes, and exit with 1."""
    from vis_cli.diagnostics.text import TextReport
    from vis_cli.source.tree import OverlayTree

    report = TextReport(_, lines_of(OverlayTree(where.tree(), changes or {})), colour())
    typer.echo("\n".join(report.full(found)), err=True)
    typer.echo(_(message), err=True)
    raise typer.Exit(1) from None
