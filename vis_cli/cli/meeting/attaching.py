"""`vis meeting attach`: a paper is laid to a meeting, or to an item of it."""

from pathlib import Path
from typing import Annotated

import typer

from vis_cli.cli.language import _
from vis_cli.cli.meeting.named import Named
from vis_cli.cli.options import Commit, DryRun
from vis_cli.cli.where import Where
from vis_cli.errors import N_, Failure, reason_of

File = Annotated[
    Path | None,
    typer.Argument(metavar=_(N_("[FILE]")), help=_(N_("The paper's file, to be copied here."))),
]
Title = Annotated[
    str | None,
    typer.Option("--title", metavar=_(N_("TEXT")), help=_(N_("What it is called; without it, as its file."))),
]
Item = Annotated[
    str | None,
    typer.Option(
        "--item",
        metavar=_(N_("ITEM")),
        help=_(N_("The item that it belongs to.")),
    ),
]
Missing = Annotated[
    str | None,
    typer.Option("--missing", metavar=_(N_("TEXT")), help=_(N_("Instead of a file: why it is not here."))),
]


def add(app: typer.Typer) -> None:
    """Register the command."""
    app.command("attach", help=_(N_("Lay a paper to the meeting, or to an item of it.")))(attach)


def attach(
    context: typer.Context,
    meeting: Named,
    file: File = None,
    title: Title = None,
    item: Item = None,
    missing: Missing = None,
    commit: Commit = False,
    dry_run: DryRun = False,
) -> None:
    from vis_cli.actions.meeting import attached
    from vis_cli.actions.step import line
    from vis_cli.cli.meeting import named, told
    from vis_cli.cli.meeting.items import index_of

    where: Where = context.obj
    if (file is None) == (missing is None):
        raise Failure(
            N_("a paper has a file, or the reason why it has none"), hint=N_("name the file, or give --missing")
        )
    if not (title or file):
        raise Failure(N_("missing: {options}"), options="--title")
    loaded = where.load()
    record = named.meeting(loaded.registry, meeting, where)
    step = attached.attach(
        loaded.registry,
        record,
        line(title or (file.stem if file else "")),
        index_of(record, item) if item else None,
        file=(file.name, _read(file)) if file else None,
        missing=line(missing) if missing else None,
    )
    told.take(where, loaded, step, record, commit=commit, dry_run=dry_run)


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        message = N_("`{path}` cannot be read: {reason}")
        raise Failure(message, path=str(file), reason=reason_of(error), exit_code=5) from None
