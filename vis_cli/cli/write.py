"""How a command's changes are written: through `actions.apply`, and committed where that is asked for."""

from collections.abc import Mapping, Sequence

import typer

from vis_cli.cli.language import _
from vis_cli.cli.texts import lines_of
from vis_cli.cli.where import Where, colour, rules
from vis_cli.diagnostics import Diagnostic
from vis_cli.diagnostics.wording import fill
from vis_cli.errors import N_
from vis_cli.source.tree import Tree


def write(where: Where, changes: Mapping[str, bytes | None], message: str, *, commit: bool = False) -> None:
    """Write the changes, all or none. Refused with the new faults where there would be any. Exits with 1 then."""
    from vis_cli.actions.apply import Refused, apply
    from vis_cli.check import check
    from vis_cli.registry import load

    def verify(tree: Tree) -> Sequence[Diagnostic]:
        return check(load(tree), rules()).diagnostics

    try:
        done = apply(where.root, changes, verify=verify, git=where.git(), message=message, commit=commit)
    except Refused as refused:
        from vis_cli.diagnostics.text import TextReport

        report = TextReport(_, lines_of(where.tree()), colour())
        typer.echo("\n".join(report.full(refused.diagnostics)), err=True)
        typer.echo(_(refused.message), err=True)
        raise typer.Exit(1) from None
    for notice in done.warnings:
        typer.echo(f"{_(N_('warning'))}: {fill(notice.message, notice.values, _)}", err=True)
    if done.commit:
        typer.echo(_(N_("committed: {commit}")).format(commit=done.commit[:12]), err=True)
