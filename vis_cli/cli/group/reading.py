"""`vis group list` and `show`: the groups, and one of them as it was on a day."""

from typing import Annotated

import typer

from vis_cli.cli.as_json import print_json
from vis_cli.cli.group.named import Named
from vis_cli.cli.language import _
from vis_cli.cli.options import At, Json, On
from vis_cli.cli.where import Where, left_out
from vis_cli.errors import N_

_KINDS = ("group", "person", "organisation", "meeting")


def add(app: typer.Typer) -> None:
    """Register the commands."""
    app.command("list", help=_(N_("The groups: status, chair, seats, and when each of them last met.")))(list_)
    app.command("show", help=_(N_("One group: who sits in it on a day, what it is for, what it lacks.")))(show)


def list_(
    context: typer.Context,
    type: Annotated[
        str | None,
        typer.Option("--type", metavar=_(N_("TYPE")), help=_(N_("Those of a type: consultation, working …"))),
    ] = None,
    status: Annotated[
        str | None,
        typer.Option("--status", metavar=_(N_("STATUS")), help=_(N_("Those with this status: established, stalled …"))),
    ] = None,
    stale: Annotated[
        bool, typer.Option("--stale", help=_(N_("Only those that have not met for long, and will not soon.")))
    ] = False,
    months: Annotated[
        int, typer.Option("--months", min=1, max=120, help=_(N_("How many months without a meeting is long.")))
    ] = 12,
    on: On = None,
    at: At = None,
    json: Json = False,
) -> None:
    from vis_cli.cli.group import data, interview, overview
    from vis_cli.cli.meant import choice
    from vis_cli.cli.texts import say_known
    from vis_cli.diagnostics.wording import fill

    where: Where = context.obj
    day = where.day(on)
    loaded, known = where.load_at(at)
    say_known(known)
    left_out(loaded, _KINDS)
    types = choice(type, interview.choices("type"), N_("type")) if type else None
    wanted = choice(status, interview.choices("status"), N_("status")) if status else None
    found = [
        row
        for row in overview.rows(loaded.registry, day, where.today(), months)
        if types in (None, row.group.entity.type) and wanted in (None, row.status) and (not stale or row.activity.stale)
    ]
    if json:
        print_json({"on": str(day), "items": [data.row(item) for item in found]})
        return
    typer.echo(overview.lines(loaded.registry, found), nl=bool(found))
    count = sum(1 for item in found if item.activity.stale)
    message = N_("found: {count}; not met for {months} months: {stale}") if found else N_("no group is like that")
    typer.echo(fill(message, {"count": len(found), "months": months, "stale": count}, _), err=True)


def show(
    context: typer.Context,
    group: Named,
    history: Annotated[
        bool, typer.Option("--history", help=_(N_("With everybody who has sat in it, and its earlier statuses.")))
    ] = False,
    on: On = None,
    at: At = None,
    json: Json = False,
) -> None:
    from vis_cli.cli.group import data, named, page
    from vis_cli.cli.texts import say_known

    where: Where = context.obj
    day = where.day(on)
    loaded, known = where.load_at(at)
    say_known(known)
    left_out(loaded, _KINDS)
    record = named.group(loaded.registry, group, where)
    if json:
        print_json(data.portrait(loaded.registry, record, day, where.today()))
    else:
        typer.echo("\n".join(page.lines(loaded.registry, record, (day, where.today()), history=history)))
