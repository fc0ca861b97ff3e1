"""`vis group transition`: what passes from old groups to new ones, what nobody takes, and which can be established."""

from typing import Annotated

import typer

from vis_cli.cli.as_json import print_json
from vis_cli.cli.language import _
from vis_cli.cli.options import At, Json, On
from vis_cli.cli.overwriting import Force
from vis_cli.cli.report.made import Output
from vis_cli.cli.where import Where, left_out
from vis_cli.errors import N_, Failure

Given = Annotated[
    str | None,
    typer.Argument(metavar=_(N_("GROUP")), help=_(N_("One group, old or new: its id or name; without it, all."))),
]


def add(app: typer.Typer) -> None:
    """Register the command."""
    app.command("transition", help=_(N_("What passes from old groups to new ones, and what lacks a taker.")))(
        transition
    )


def transition(
    context: typer.Context,
    group: Given = None,
    on: On = None,
    at: At = None,
    json: Json = False,
    output: Output = None,
    force: Force = False,
) -> None:
    from vis_cli.cli.group import passing, passing_data
    from vis_cli.cli.meant import the_one
    from vis_cli.cli.report.made import write
    from vis_cli.cli.texts import say_known
    from vis_cli.documents.transition import transition_record

    if output and json:
        raise Failure(N_("`-o` writes the transition record, which is not JSON"))
    where: Where = context.obj
    loaded, known = where.load_at(at)
    say_known(known)
    left_out(loaded, ("group", "agreement"))
    day, registry = where.day(on), loaded.registry
    one = the_one(registry, group, "group", where) if group else None
    if output:
        made = transition_record(registry, one, day)
        write(where, loaded, made, output, known, force=force, faulty=True)
    elif json:
        data = passing_data.of_group(registry, one, day) if one else passing_data.every(registry, day)
        print_json(data)
    else:
        lines = passing.of_group(registry, one, day) if one else passing.every(registry, day)
        typer.echo("\n".join(lines))
