"""`vis meeting move`, `call` and `cancel`: what happens to a meeting before it is held."""

from typing import Annotated

import typer

from vis_cli.cli.language import _
from vis_cli.cli.meeting.named import Named
from vis_cli.cli.meeting.new import End, Form, Place, Start, clock, meeting_form
from vis_cli.cli.options import Commit, DryRun
from vis_cli.cli.where import Where
from vis_cli.errors import N_

_DATE, _TEXT = N_("DATE"), N_("TEXT")
Reason = Annotated[str | None, typer.Option("--reason", metavar=_(_TEXT), help=_(N_("Why.")))]
NewDay = Annotated[str | None, typer.Option("--date", metavar=_(_DATE), help=_(N_("The new day.")))]


def add(app: typer.Typer) -> None:
    """Register the commands."""
    app.command("move", help=_(N_("Move a meeting to another day, time or place; its id stays.")))(move)
    app.command("call", help=_(N_("Record that the notice was sent (kallelse), if all is ready.")))(call)
    app.command("cancel", help=_(N_("Cancel a meeting that is still to come.")))(cancel)


def move(
    context: typer.Context,
    meeting: Named,
    date: NewDay = None,
    start: Start = None,
    end: End = None,
    form: Form = None,
    place: Place = None,
    reason: Reason = None,
    decided: Annotated[
        str | None,
        typer.Option("--decided", metavar=_(_DATE), help=_(N_("When it was moved; without it, today."))),
    ] = None,
    commit: Commit = False,
    dry_run: DryRun = False,
) -> None:
    from vis_cli.actions.meeting import planned
    from vis_cli.actions.step import line
    from vis_cli.cli import asking
    from vis_cli.cli.meeting import named, told

    where: Where = context.obj
    loaded = where.load()
    record = named.meeting(loaded.registry, meeting, where)
    if not (date or start or end or form or place):
        date = asking.wanted(None, "date", N_("The new day"), hint=N_("a date, 2031-07-01"))
    wish = planned.Moving(
        date=where.day(date) if date else None,
        start=clock(start),
        end=clock(end),
        form=meeting_form(form),
        place=line(place) if place else None,
        reason=asking.wanted(reason, "reason", N_("Why is it moved")),
    )
    step = planned.move(loaded.registry, record, wish, where.day(decided), where.today())
    told.take(where, loaded, step, record, commit=commit, dry_run=dry_run)


def call(
    context: typer.Context,
    meeting: Named,
    sent: Annotated[
        str | None, typer.Option("--sent", metavar=_(_DATE), help=_(N_("When it was sent; without it, today.")))
    ] = None,
    late: Annotated[
        str | None,
        typer.Option("--late", metavar=_(_TEXT), help=_(N_("Why it is sent later than the procedure says."))),
    ] = None,
    commit: Commit = False,
    dry_run: DryRun = False,
) -> None:
    from vis_cli.actions.meeting import planned
    from vis_cli.actions.step import line
    from vis_cli.cli.meeting import named, told

    where: Where = context.obj
    loaded = where.load()
    record = named.meeting(loaded.registry, meeting, where)
    reason = line(late) if late is not None else None
    step = planned.call(loaded.registry, record, where.day(sent), reason, where.today())
    told.take(where, loaded, step, record, commit=commit, dry_run=dry_run)


def cancel(
    context: typer.Context,
    meeting: Named,
    reason: Reason = None,
    date: Annotated[
        str | None, typer.Option("--date", metavar=_(_DATE), help=_(N_("When it was cancelled; without it, today.")))
    ] = None,
    commit: Commit = False,
    dry_run: DryRun = False,
) -> None:
    from vis_cli.actions.meeting import planned
    from vis_cli.cli import asking
    from vis_cli.cli.meeting import named, told

    where: Where = context.obj
    loaded = where.load()
    record = named.meeting(loaded.registry, meeting, where)
    why = asking.wanted(reason, "reason", N_("Why is it cancelled"))
    step = planned.cancel(loaded.registry, record, why, where.day(date), where.today())
    told.take(where, loaded, step, record, commit=commit, dry_run=dry_run)
