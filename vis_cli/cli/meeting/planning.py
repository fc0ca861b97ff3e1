"""`vis meeting move`, `call` and `cancel`: what happens to a meeting before it is held."""

from enum import StrEnum
from typing import Annotated

import typer

from vis_cli.cli.language import _
from vis_cli.cli.meeting.named import Named
from vis_cli.cli.options import Commit, DryRun
from vis_cli.cli.where import Where
from vis_cli.errors import N_

_DATE, _TEXT, _TIME = N_("DATE"), N_("TEXT"), N_("TIME")


class Form(StrEnum):
    """How a meeting is held."""

    in_person = "in-person"
    digital = "digital"
    hybrid = "hybrid"


Reason = Annotated[str | None, typer.Option("--reason", metavar=_(_TEXT), help=_(N_("Why.")))]
NewDay = Annotated[str | None, typer.Option("--date", metavar=_(_DATE), help=_(N_("The new day.")))]
Start = Annotated[str | None, typer.Option("--start", metavar=_(_TIME), help=_(N_("When it begins: 14:00.")))]
End = Annotated[str | None, typer.Option("--end", metavar=_(_TIME), help=_(N_("When it ends.")))]
FormOption = Annotated[Form | None, typer.Option("--form", help=_(N_("In person, digital, or both.")))]
Place = Annotated[str | None, typer.Option("--place", metavar=_(_TEXT), help=_(N_("Where.")))]


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
    form: FormOption = None,
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
    from vis_cli.cli.meeting import asking, named

    where: Where = context.obj
    loaded = where.load()
    record = named.meeting(loaded.registry, meeting, where)
    if not (date or start or end or form or place):
        date = asking.wanted(None, "date", N_("The new day"), hint=N_("a date, 2031-07-01"))
    wish = planned.Moving(
        date=asking.day_of(where, date),
        start=asking.clock(start),
        end=asking.clock(end),
        form=form.value if form else None,
        place=line(place) if place else None,
        reason=asking.wanted(reason, "reason", N_("Why is it moved")),
    )
    step = planned.move(loaded.registry, record, wish, where.day(decided), where.today())
    asking.take(where, loaded, step, record, commit=commit, dry_run=dry_run)


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
    from vis_cli.cli.meeting import asking, named

    where: Where = context.obj
    loaded = where.load()
    record = named.meeting(loaded.registry, meeting, where)
    reason = line(late) if late is not None else None
    step = planned.call(loaded.registry, record, where.day(sent), reason, where.today())
    asking.take(where, loaded, step, record, commit=commit, dry_run=dry_run)


def cancel(
    context: typer.Context,
    meeting: Named,
    reason: Reason = None,
    commit: Commit = False,
    dry_run: DryRun = False,
) -> None:
    from vis_cli.actions.meeting import planned
    from vis_cli.cli.meeting import asking, named

    where: Where = context.obj
    loaded = where.load()
    record = named.meeting(loaded.registry, meeting, where)
    step = planned.cancel(loaded.registry, record, asking.wanted(reason, "reason", N_("Why is it cancelled")))
    asking.take(where, loaded, step, record, commit=commit, dry_run=dry_run)
