"""`vis forum list`, `show` and `stale`: which forums there are, and what should be asked of them."""

from typing import TYPE_CHECKING, Annotated

import typer

from vis_cli.cli.as_json import print_json
from vis_cli.cli.forum.named import InArea, Named, OfAgreement, Type
from vis_cli.cli.language import _
from vis_cli.cli.options import At, Json, On
from vis_cli.cli.where import Where, left_out
from vis_cli.errors import N_

if TYPE_CHECKING:
    import datetime as dt

    from vis_cli.model.figure import FigureQuestion
    from vis_cli.model.forum import Forum
    from vis_cli.registry import Record, Registry

KINDS = ("forum", "area")


def add(app: typer.Typer) -> None:
    """Register the commands."""
    app.command("list", help=_(N_("List the local forums.")))(list_)
    app.command("show", help=_(N_("Show a local forum.")))(show)
    app.command("stale", help=_(N_("What should be asked: no convener, no rhythm, not made sure of for long.")))(stale)


def list_(
    context: typer.Context,
    type: Type = None,
    area: InArea = None,
    agreement: OfAgreement = None,
    group: Annotated[
        str | None,
        typer.Option("--group", metavar=_(N_("GROUP")), help=_(N_("Only those linked to this consultation group."))),
    ] = None,
    on: On = None,
    at: At = None,
    json: Json = False,
) -> None:
    from vis_cli.cli import stated
    from vis_cli.cli.agreement.named import agreement as the_agreement
    from vis_cli.cli.forum import grid, lines, named, words
    from vis_cli.cli.meeting.named import group as the_group
    from vis_cli.cli.texts import say_known
    from vis_cli.diagnostics.wording import fill

    where: Where = context.obj
    loaded, known = where.load_at(at)
    say_known(known)
    left_out(loaded, KINDS)
    registry, day = loaded.registry, where.day(on)
    chosen = words.type_named(type) if type else None
    questions: tuple[FigureQuestion, ...] = ("local-consultations",) if chosen in (None, "local-consultation") else ()
    found = _chosen(
        registry,
        day,
        type=chosen,
        area=named.area(registry, area, where).id if area else None,
        agreement=the_agreement(registry, agreement, where).id if agreement else None,
        group=the_group(registry, group, where).id if group else None,
    )
    if json:
        items = [lines.as_data(registry, record, day) for record in found]
        print_json({"on": day.isoformat(), "items": items, "stated": stated.data(registry, *questions)})
        return
    typer.echo("\n".join(lines.every(registry, found, day)), nl=bool(found))
    if chosen and not (area or agreement or group):
        typer.echo("\n".join(["", *grid.in_words(registry, chosen, day)] if found else []), nl=bool(found))
    for line in () if area or agreement or group else stated.lines(registry, *questions):
        typer.echo(line)
    message = N_("found: {count}") if found else N_("no local forum is like that")
    typer.echo(fill(message, {"count": len(found)}, _), err=True)


def _chosen(
    registry: "Registry",
    day: "dt.date",
    *,
    type: str | None,
    area: str | None,
    agreement: str | None,
    group: str | None,
) -> "list[Record[Forum]]":
    from vis_cli.facts.alphabet import alphabetical
    from vis_cli.facts.areas import concerns
    from vis_cli.facts.forums import TYPES
    from vis_cli.facts.terms import holds
    from vis_cli.model.forum import Forum

    found = [
        record
        for record in registry.all(Forum)
        if holds(record.entity, day) is not False
        and type in (None, record.entity.type)
        and (area is None or concerns(registry, record.entity, area, day))
        and (agreement is None or agreement in record.entity.agreements)
        and group in (None, record.entity.group)
    ]
    return sorted(found, key=lambda item: (TYPES.index(item.entity.type), alphabetical(item.name), item.id))


def show(context: typer.Context, forum: Named, on: On = None, at: At = None, json: Json = False) -> None:
    from vis_cli.cli.forum import lines, named
    from vis_cli.cli.texts import say_known

    where: Where = context.obj
    loaded, known = where.load_at(at)
    say_known(known)
    left_out(loaded, (*KINDS, "deviation"))
    record = named.forum(loaded.registry, forum, where)
    day = where.day(on)
    if json:
        print_json({"on": day.isoformat(), **lines.as_data(loaded.registry, record, day)})
    else:
        typer.echo("\n".join(lines.page(loaded.registry, record, day)))


def stale(
    context: typer.Context,
    months: Annotated[
        int,
        typer.Option("--months", min=1, metavar=_(N_("NUMBER")), help=_(N_("How long it holds to be made sure of."))),
    ] = 12,
    on: On = None,
    at: At = None,
    json: Json = False,
) -> None:
    from vis_cli.cli.forum import lines
    from vis_cli.cli.texts import say_known
    from vis_cli.diagnostics.wording import fill
    from vis_cli.facts.forum_stale import stale as asked
    from vis_cli.model.forum import Forum

    where: Where = context.obj
    loaded, known = where.load_at(at)
    say_known(known)
    left_out(loaded, KINDS)
    day = where.day(on)
    found = asked(loaded.registry, day, months)
    if json:
        items = [{"id": item.forum.id, "name": item.forum.name, "to_ask": list(item.questions)} for item in found]
        print_json({"on": day.isoformat(), "months": months, "items": items})
        return
    typer.echo("\n".join(lines.stale(found)), nl=bool(found))
    total = sum(1 for _record in loaded.registry.all(Forum))
    message = N_("to ask of: {count} of {total} forums") if total else N_("there are no local forums")
    typer.echo(fill(message, {"count": len(found), "total": total}, _), err=True)
