"""`vis meeting new`: a meeting is planned, by options or by an interview in a terminal."""

from typing import TYPE_CHECKING, Annotated

import typer

from vis_cli.cli.language import _
from vis_cli.cli.options import Commit, DryRun
from vis_cli.cli.where import AGENDAS, AGREEMENTS, Where, left_out
from vis_cli.errors import N_, Failure

if TYPE_CHECKING:
    from vis_cli.model.meeting import MeetingForm

Start = Annotated[str | None, typer.Option("--start", metavar=_(N_("TIME")), help=_(N_("When it begins: 14:00.")))]
End = Annotated[str | None, typer.Option("--end", metavar=_(N_("TIME")), help=_(N_("When it ends.")))]
Form = Annotated[str | None, typer.Option("--form", metavar="in-person|digital|hybrid", help=_(N_("How people meet.")))]
Place = Annotated[str | None, typer.Option("--place", metavar=_(N_("TEXT")), help=_(N_("Where.")))]


def add(app: typer.Typer) -> None:
    """Register the command."""
    app.command("new", help=_(N_("Plan a meeting; what is not said is as the procedure says.")))(new)


def new(
    context: typer.Context,
    group: Annotated[
        str | None,
        typer.Argument(metavar=_(N_("[GROUP]")), help=_(N_("The group: its id, or a name of it or a part of one."))),
    ] = None,
    date: Annotated[
        str | None, typer.Option("--date", metavar=_(N_("DATE")), help=_(N_("The day: 2031-05-20.")))
    ] = None,
    start: Start = None,
    end: End = None,
    form: Form = None,
    place: Place = None,
    compose: Annotated[
        bool | None, typer.Option("--compose/--no-compose", help=_(N_("Fill the agenda with what is due.")))
    ] = None,
    commit: Commit = False,
    dry_run: DryRun = False,
) -> None:
    from vis_cli.actions.meeting import new as action
    from vis_cli.actions.step import line
    from vis_cli.cli.asking import in_terminal
    from vis_cli.cli.meeting import named, told
    from vis_cli.cli.meeting.interview import plan
    from vis_cli.cli.record import take

    where: Where = context.obj
    loaded = where.load()
    left_out(loaded, (*AGENDAS, *AGREEMENTS))
    of = named.group(loaded.registry, group, where) if group else None
    day = where.day(date) if date else None
    given = {
        "start": clock(start),
        "end": clock(end),
        "form": meeting_form(form),
        "place": line(place) if place else None,
    }
    if of and day:
        wish = action.Wish(day, **given)
    elif in_terminal():
        of, wish, compose = plan(loaded.registry, of, day, given, compose, where.today())
    else:
        raise _missing(GROUP=of, date=day)
    step, meeting, made = action.new(loaded.registry, of, wish, where.today(), compose=bool(compose))
    after = take(where, loaded, step, commit=commit, dry_run=dry_run)
    told.composed(after, made, dry_run=dry_run)
    if not compose and not dry_run:
        typer.echo(_(N_("next: `vis meeting compose {id}` fills its agenda")).format(id=meeting.id), err=True)


def clock(given: str | None) -> str | None:
    """A time of day as it is written in a file: `14.00`, `9:30` and `14` are understood. Raises Failure."""
    import re

    if given is None:
        return None
    found = re.fullmatch(r"([01]?[0-9]|2[0-3])(?:[:.]([0-5][0-9]))?", given.strip())
    if not found:
        raise Failure(N_("there is no time `{time}`"), hint=N_("write it as 14:00"), time=given)
    return f"{int(found[1]):02}:{found[2] or '00'}"


def meeting_form(given: str | None) -> "MeetingForm | None":
    """How people meet, in English or as it is translated. Raises Failure with what is near."""
    from typing import get_args

    from vis_cli.cli.meant import choice
    from vis_cli.model.meeting import MeetingForm

    forms: tuple[MeetingForm, ...] = get_args(MeetingForm)
    return choice(given, forms, N_("form")) if given else None


def _missing(**options: object) -> Failure:
    names = [name if name.isupper() else f"--{name}" for name, value in options.items() if value is None]
    return Failure(N_("missing: {options}"), hint=N_("`--help` shows what each of them is"), options=", ".join(names))
