"""`vis meeting list`: the meetings of all bodies or one, in order of time, and what each waits for."""

import datetime as dt
from typing import TYPE_CHECKING, Annotated, Any

import typer

from vis_cli.cli.as_json import print_json
from vis_cli.cli.language import _
from vis_cli.cli.options import At, Json, On
from vis_cli.cli.where import MEETINGS, Where, left_out
from vis_cli.errors import N_, Failure

if TYPE_CHECKING:
    from vis_cli.model.meeting import Meeting
    from vis_cli.registry import Record, Registry

Year = Annotated[
    int | None, typer.Option("--year", metavar=_(N_("YEAR")), min=1900, max=2999, help=_(N_("Those of a year.")))
]
From = Annotated[str | None, typer.Option("--from", metavar=_(N_("DATE")), help=_(N_("From this day.")))]
Until = Annotated[str | None, typer.Option("--until", metavar=_(N_("DATE")), help=_(N_("Until this day.")))]
Status = Annotated[
    str | None,
    typer.Option("--status", metavar=_(N_("STATUS")), help=_(N_("Those with this status: planned, called …"))),
]


def add(app: typer.Typer) -> None:
    """Register the command."""
    app.command("list", help=_(N_("The meetings by date, and what each of them waits for.")))(list_)


def list_(
    context: typer.Context,
    group: Annotated[
        str | None, typer.Argument(metavar=_(N_("[GROUP]")), help=_(N_("A group; without one, all.")))
    ] = None,
    year: Year = None,
    since: From = None,
    until: Until = None,
    status: Status = None,
    on: On = None,
    at: At = None,
    json: Json = False,
) -> None:
    from vis_cli.cli.meeting import named
    from vis_cli.cli.texts import say_known

    where: Where = context.obj
    if year and (since or until):
        raise Failure(N_("--year does not go together with --from and --until"), hint=N_("write one or the other"))
    first = dt.date(year, 1, 1) if year else where.day(since) if since else dt.date.min
    last = dt.date(year, 12, 31) if year else where.day(until) if until else dt.date.max
    today = where.day(on)
    loaded, known = where.load_at(at)
    say_known(known)
    left_out(loaded, MEETINGS)
    body = named.group(loaded.registry, group, where).id if group else None
    wanted = _status(status)
    found = [
        record
        for record in _in_order(loaded.registry)
        if first <= record.entity.date <= last
        and body in (None, record.entity.group)
        and wanted in (None, record.entity.status)
    ]
    (_print_json if json else _print)(loaded.registry, found, today)


def _in_order(registry: "Registry") -> "list[Record[Meeting]]":
    from vis_cli.model.meeting import Meeting

    return sorted(registry.all(Meeting), key=lambda record: (record.entity.date, record.id))


def _status(given: str | None) -> str | None:
    from vis_cli.cli.meant import choice
    from vis_cli.cli.meeting.words import STATUSES

    return choice(given, tuple(STATUSES), N_("status")) if given else None


def _print(registry: "Registry", found: "list[Record[Meeting]]", today: dt.date) -> None:
    from vis_cli.cli.meeting import words
    from vis_cli.cli.plan.words import weekday
    from vis_cli.cli.table import table
    from vis_cli.facts.awaited import awaited

    if not found:
        typer.echo(_(N_("there are no such meetings")), err=True)
        return
    columns = [N_("date"), N_("day"), N_("group"), N_("status"), N_("time and place"), N_("waits for")]
    rows = [
        [
            record.entity.date.isoformat(),
            weekday(record.entity.date).lower(),
            words.body(registry, record.entity),
            _(words.STATUSES[record.entity.status]),
            " ".join(filter(None, [words.hours(record.entity), words.held_where(record.entity)])),
            words.waits(awaited(registry, record, today), today),
        ]
        for record in found
    ]
    typer.echo(table([_(column) for column in columns], rows, wrap=True))


def _print_json(registry: "Registry", found: "list[Record[Meeting]]", today: dt.date) -> None:
    from vis_cli.cli.meeting.data import summary

    items: list[Any] = [summary(registry, record, today) for record in found]
    print_json({"items": items})
