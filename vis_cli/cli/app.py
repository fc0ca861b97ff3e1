"""The commands and their order. Nothing heavy is imported here: every command imports what it needs when it runs."""

from pathlib import Path
from typing import Annotated

import typer

from vis_cli.cli import (
    calendar,
    check,
    completion,
    coverage,
    digest,
    doctor,
    explain,
    export,
    fmt,
    init,
    listing,
    schema,
    show,
    undo,
)
from vis_cli.cli.language import _
from vis_cli.cli.where import Where
from vis_cli.errors import N_

app = typer.Typer(
    name="vis",
    help=_(N_("A register of collaboration in health and social care: checked, asked and rendered.")),
    epilog=_(N_("Exit status: 0 fine, 1 faults found, 2 wrong use, 3 Git forbids it, 4 busy, 5 disk, 70 a bug.")),
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


@app.callback()
def root(
    context: typer.Context,
    directory: Annotated[
        Path, typer.Option("-C", metavar=_(N_("DIR")), help=_(N_("Work in this folder instead of the current one.")))
    ] = Path(),
    version: Annotated[bool, typer.Option("--version", help=_(N_("Show the version and exit.")))] = False,
) -> None:
    if version:  # `vis --version` alone is answered before this is loaded
        from vis_cli import __version__

        typer.echo(f"vis {__version__}")
        raise typer.Exit
    context.obj = Where(directory)


app.command("check", help=_(check.HELP))(check.check)
app.command("explain", help=_(explain.HELP))(explain.explain)
app.command("list", help=_(listing.HELP))(listing.list_)
app.command("show", help=_(show.HELP))(show.show)
app.command("coverage", help=_(coverage.HELP))(coverage.coverage)
app.command("calendar", help=_(calendar.HELP))(calendar.calendar)
app.command("digest", help=_(digest.HELP))(digest.digest)
app.command("doctor", help=_(doctor.HELP))(doctor.doctor)
app.command("init", help=_(init.HELP))(init.init)
app.command("fmt", help=_(fmt.HELP))(fmt.fmt)
app.command("undo", help=_(undo.HELP))(undo.undo)
app.command("export", help=_(export.HELP))(export.export)
app.command("schema", help=_(schema.HELP))(schema.schema)
app.command("completion", help=_(completion.HELP))(completion.completion)
