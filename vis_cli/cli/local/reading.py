"""`vis local list` and `show`: what has been agreed where people work."""

from typing import Annotated

import typer

from vis_cli.cli.as_json import print_json
from vis_cli.cli.forum.named import OfAgreement
from vis_cli.cli.language import _
from vis_cli.cli.local.named import ForumType, Named, Type
from vis_cli.cli.options import At, Json, On
from vis_cli.cli.where import Where, left_out
from vis_cli.errors import N_

KINDS = ("local-agreement", "area", "forum")
Areas = Annotated[
    list[str] | None,
    typer.Option("--area", metavar=_(N_("AREA")), help=_(N_("Only for this area; may be given several times."))),
]


def add(app: typer.Typer) -> None:
    """Register the commands."""
    app.command("list", help=_(N_("List the local agreements and routines.")))(list_)
    app.command("show", help=_(N_("Show a local agreement.")))(show)


def list_(
    context: typer.Context,
    type: Type = None,
    agreement: OfAgreement = None,
    area: Areas = None,
    forum_type: ForumType = None,
    on: On = None,
    at: At = None,
    json: Json = False,
) -> None:
    from vis_cli.cli import stated
    from vis_cli.cli.local import lines, named
    from vis_cli.cli.texts import say_known
    from vis_cli.diagnostics.wording import fill
    from vis_cli.facts.plain import plain

    where: Where = context.obj
    loaded, known = where.load_at(at)
    say_known(known)
    left_out(loaded, KINDS)
    day = where.day(on)
    found = named.chosen(loaded.registry, where, day, type, agreement, area, forum_type)
    if json:
        items = [plain(record) for record in found]
        print_json({"on": day.isoformat(), "items": items, "stated": stated.data(loaded.registry, "local-agreements")})
        return
    typer.echo("\n".join(lines.every(loaded.registry, found, day)), nl=bool(found))
    for line in () if type or agreement or area or forum_type else stated.lines(loaded.registry, "local-agreements"):
        typer.echo(line)
    message = N_("found: {count}") if found else N_("no local agreement is like that")
    typer.echo(fill(message, {"count": len(found)}, _), err=True)


def show(context: typer.Context, local: Named, on: On = None, at: At = None, json: Json = False) -> None:
    from vis_cli.cli.local import lines, named
    from vis_cli.cli.texts import say_known
    from vis_cli.facts.plain import plain

    where: Where = context.obj
    loaded, known = where.load_at(at)
    say_known(known)
    left_out(loaded, KINDS)
    record = named.local(loaded.registry, local, where)
    if json:
        print_json(plain(record))
    else:
        typer.echo("\n".join(lines.every(loaded.registry, [record], where.day(on))))
