"""`vis deviation list` and `show`: what has been reported, and where it is in its handling."""

from typing import Annotated

import typer

from vis_cli.cli.as_json import print_json
from vis_cli.cli.deviation.named import Named, Type
from vis_cli.cli.forum.named import InArea, OfAgreement
from vis_cli.cli.language import _
from vis_cli.cli.options import At, Json, On
from vis_cli.cli.where import Where, left_out
from vis_cli.errors import N_

KINDS = ("deviation", "agreement", "area", "group")


def add(app: typer.Typer) -> None:
    """Register the commands."""
    app.command("list", help=_(N_("List the deviations, the latest first.")))(list_)
    app.command("show", help=_(N_("Show a deviation: its way, its measures, and whom to tell next.")))(show)


def list_(
    context: typer.Context,
    agreement: OfAgreement = None,
    area: InArea = None,
    type: Type = None,
    open: Annotated[bool, typer.Option("--open", help=_(N_("Only those that are not closed.")))] = False,
    late: Annotated[bool, typer.Option("--late", help=_(N_("Only those with a measure that is late.")))] = False,
    on: On = None,
    at: At = None,
    json: Json = False,
) -> None:
    from vis_cli.cli.agreement.named import agreement as the_agreement
    from vis_cli.cli.deviation import lines, named
    from vis_cli.cli.forum.named import area as the_area
    from vis_cli.cli.texts import say_known
    from vis_cli.diagnostics.wording import fill
    from vis_cli.facts.deviations import deviations, in_area, late_measures

    where: Where = context.obj
    loaded, known = where.load_at(at)
    say_known(known)
    left_out(loaded, KINDS)
    registry, day = loaded.registry, where.day(on)
    of = the_agreement(registry, agreement, where).id if agreement else None
    there = the_area(registry, area, where).id if area else None
    what = named.type_named(type) if type else None
    behind = {item.deviation.id for item in late_measures(registry, day)}
    found = [
        record
        for record in deviations(registry)
        if of in (None, record.entity.agreement)
        and what in (None, record.entity.type)
        and (there is None or in_area(registry, record, there, day))
        and (not open or record.entity.closed is None)
        and (not late or record.id in behind)
    ]
    if json:
        items = [lines.as_data(registry, record, day) for record in found]
        print_json({"on": day.isoformat(), "items": items})
        return
    typer.echo("\n".join(lines.every(registry, found, day)), nl=bool(found))
    values = {
        "count": len(found),
        "cases": sum(record.entity.count for record in found),
        "open": sum(1 for record in found if record.entity.closed is None),
    }
    message = N_("found: {count}; cases: {cases}; open: {open}") if found else lines.none(registry)
    typer.echo(fill(message, values, _), err=True)


def show(context: typer.Context, deviation: Named, on: On = None, at: At = None, json: Json = False) -> None:
    from vis_cli.cli.deviation import lines, named
    from vis_cli.cli.texts import say_known

    where: Where = context.obj
    loaded, known = where.load_at(at)
    say_known(known)
    left_out(loaded, KINDS)
    record = named.deviation(loaded.registry, deviation, where)
    day = where.day(on)
    if json:
        print_json({"on": day.isoformat(), **lines.as_data(loaded.registry, record, day)})
    else:
        typer.echo("\n".join(lines.page(loaded.registry, record, day)))
