"""`vis question list` and `show`: where the questions are, and how they came there."""

from typing import Annotated

import typer

from vis_cli.cli.as_json import print_json
from vis_cli.cli.language import _
from vis_cli.cli.options import At, Json
from vis_cli.cli.question.named import Named
from vis_cli.cli.where import Where, left_out
from vis_cli.errors import N_


def add(app: typer.Typer) -> None:
    """Register the commands."""
    app.command("list", help=_(N_("List the development questions, those at the highest level first.")))(list_)
    app.command("show", help=_(N_("Show a development question and its way so far.")))(show)


def list_(
    context: typer.Context,
    level: Annotated[
        str | None, typer.Option("--level", metavar=_(N_("LEVEL")), help=_(N_("Only those at this level now.")))
    ] = None,
    open: Annotated[bool, typer.Option("--open", help=_(N_("Only those that are not closed.")))] = False,
    group: Annotated[
        str | None,
        typer.Option("--group", metavar=_(N_("GROUP")), help=_(N_("Only those that it has, or that concern it."))),
    ] = None,
    at: At = None,
    json: Json = False,
) -> None:
    from vis_cli.cli.meeting import named as groups
    from vis_cli.cli.question import lines, named
    from vis_cli.cli.texts import say_known
    from vis_cli.diagnostics.wording import fill
    from vis_cli.facts.questions import questions

    where: Where = context.obj
    loaded, known = where.load_at(at)
    say_known(known)
    left_out(loaded, ("meeting", "question"))
    wanted = named.level(level) if level else None
    body = groups.group(loaded.registry, group, where).id if group else None
    found = [
        item
        for item in questions(loaded.registry)
        if wanted in (None, item.step.level)
        and (item.open or not open)
        and (body is None or body in (item.step.body, *item.question.entity.groups))
    ]
    if json:
        print_json({"items": [lines.as_data(item) for item in found]})
        return
    typer.echo("\n".join(lines.every(found)), nl=bool(found))
    lost = sum(1 for item in found if item.lost)
    message = N_("found: {count}; wait nowhere: {lost}") if found else N_("no question is like that")
    typer.echo(fill(message, {"count": len(found), "lost": lost}, _), err=True)


def show(context: typer.Context, question: Named, at: At = None, json: Json = False) -> None:
    from vis_cli.cli.question import lines, named
    from vis_cli.cli.texts import say_known
    from vis_cli.facts.questions import where as where_is

    where: Where = context.obj
    loaded, known = where.load_at(at)
    say_known(known)
    left_out(loaded, ("meeting", "question"))
    found = where_is(loaded.registry, named.question(loaded.registry, question, where))
    if json:
        print_json(lines.as_data(found))
    else:
        typer.echo("\n".join(lines.page(loaded.registry, found)))
