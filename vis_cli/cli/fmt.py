"""`vis fmt`: every file in its canonical form, comments kept."""

import os
from typing import Annotated

import typer

from vis_cli.cli.language import _
from vis_cli.cli.options import DryRun
from vis_cli.cli.where import Where
from vis_cli.errors import N_

HELP = N_("Write every file in its canonical form; comments stay.")


def fmt(
    context: typer.Context,
    paths: Annotated[
        list[str] | None, typer.Argument(metavar=_(N_("[PATH]...")), help=_(N_("Only these files and folders.")))
    ] = None,
    check: Annotated[bool, typer.Option("--check", help=_(N_("Only say which files would change.")))] = False,
    dry_run: DryRun = False,
) -> None:
    from vis_cli.actions.format import formatted
    from vis_cli.cli.check import existing
    from vis_cli.cli.write import write

    where: Where = context.obj
    under = [where.relative(path) for path in existing(where, paths)]
    changes, unreadable = formatted(where.tree(), under)
    for path in () if dry_run else sorted(changes):
        typer.echo(os.path.relpath(where.root / path))
    if unreadable:
        message = _(N_("files that cannot be read and were left alone: {count}; `vis check` says why"))
        typer.echo(message.format(count=len(unreadable)), err=True)
    if changes and not check:
        old, new = ({path: pair[at] for path, pair in changes.items()} for at in (0, 1))
        write(where, new, _(N_("Write files in canonical form")), dry_run=dry_run, expected=old, listed=dry_run)
    raise typer.Exit(1 if unreadable or (check and changes) else 0)
