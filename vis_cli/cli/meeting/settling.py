"""`vis meeting draft`, `send` and `approve`: the minutes after the meeting."""

from typing import Annotated

import typer

from vis_cli.cli.language import _
from vis_cli.cli.meeting.named import Named
from vis_cli.cli.options import Commit, DryRun
from vis_cli.cli.where import Where
from vis_cli.errors import N_


def add(app: typer.Typer) -> None:
    """Register the commands."""
    app.command("draft", help=_(N_("Record that the minutes are drafted.")))(draft)
    app.command("send", help=_(N_("Record that the minutes were sent out.")))(send)
    app.command("approve", help=_(N_("Record that the minutes were approved at a later meeting.")))(approve)


def draft(context: typer.Context, meeting: Named, commit: Commit = False, dry_run: DryRun = False) -> None:
    from vis_cli.actions.meeting import minutes
    from vis_cli.cli.meeting import named, told

    where: Where = context.obj
    loaded = where.load()
    record = named.meeting(loaded.registry, meeting, where)
    told.take(where, loaded, minutes.draft(loaded.registry, record), record, commit=commit, dry_run=dry_run)


def send(
    context: typer.Context,
    meeting: Named,
    date: Annotated[
        str | None,
        typer.Option("--date", metavar=_(N_("DATE")), help=_(N_("When they were sent; without it, today."))),
    ] = None,
    commit: Commit = False,
    dry_run: DryRun = False,
) -> None:
    from vis_cli.actions.meeting import minutes
    from vis_cli.cli.meeting import named, told

    where: Where = context.obj
    loaded = where.load()
    record = named.meeting(loaded.registry, meeting, where)
    step = minutes.send(loaded.registry, record, where.day(date), where.today())
    told.take(where, loaded, step, record, commit=commit, dry_run=dry_run)


def approve(
    context: typer.Context,
    meeting: Named,
    at: Annotated[
        str | None,
        typer.Option(
            "--at",
            metavar=_(N_("MEETING")),
            help=_(N_("The meeting that approved them; without it, the next one that took them up.")),
        ),
    ] = None,
    commit: Commit = False,
    dry_run: DryRun = False,
) -> None:
    from vis_cli.actions.meeting import minutes
    from vis_cli.cli.meeting import named, told

    where: Where = context.obj
    loaded = where.load()
    record = named.meeting(loaded.registry, meeting, where)
    other = named.meeting(loaded.registry, at, where) if at else None
    step = minutes.approve(loaded.registry, record, other)
    told.take(where, loaded, step, record, commit=commit, dry_run=dry_run)
