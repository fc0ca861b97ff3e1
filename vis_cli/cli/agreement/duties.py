"""`vis agreement gaps`, `overlap` and `impact`: what is lacking, what is shared, and what a revision touches."""

from typing import TYPE_CHECKING, Annotated

import typer

from vis_cli.cli.as_json import print_json
from vis_cli.cli.language import _
from vis_cli.cli.options import At, Json, On
from vis_cli.cli.where import Where
from vis_cli.errors import N_

if TYPE_CHECKING:
    import datetime as dt

    from vis_cli.registry import Registry


def add(app: typer.Typer) -> None:
    """Register the commands."""
    app.command("gaps", help=_(N_("What is lacking, why it matters, and what mends it.")))(gaps)
    app.command("overlap", help=_(N_("Which agreements share target groups and groups.")))(overlap)
    app.command("impact", help=_(N_("What a revision touches, and why.")))(impact)


def gaps(context: typer.Context, on: On = None, at: At = None, json: Json = False) -> None:
    from vis_cli.cli.agreement import lacking
    from vis_cli.facts.gaps import gaps as found_in
    from vis_cli.facts.gaps import silences

    registry, day = _asked(context.obj, on, at)
    found, unsaid = found_in(registry, day), silences(registry, day)
    if json:
        print_json({"on": day.isoformat(), **lacking.as_data(found, unsaid)})
    else:
        typer.echo("\n".join(lacking.as_lines(registry, found, unsaid, day)))


def overlap(context: typer.Context, on: On = None, at: At = None, json: Json = False) -> None:
    from vis_cli.cli.agreement import sharing
    from vis_cli.facts.overlap import overlaps
    from vis_cli.facts.responsibility import parts

    registry, day = _asked(context.obj, on, at)
    found, matrix = overlaps(registry), parts(registry, day)
    if json:
        print_json({"on": day.isoformat(), **sharing.as_data(found, matrix)})
    else:
        typer.echo("\n".join(sharing.as_lines(registry, found, matrix)))


def impact(
    context: typer.Context,
    agreement: Annotated[
        str, typer.Argument(metavar=_(N_("AGREEMENT")), help=_(N_("Its id, number or name, or a part of the name.")))
    ],
    on: On = None,
    at: At = None,
    json: Json = False,
) -> None:
    from vis_cli.cli.agreement import affected, named
    from vis_cli.facts.impact import impact as touched

    registry, day = _asked(context.obj, on, at)
    record = named.agreement(registry, agreement, context.obj)
    found = touched(registry, record, day)
    if json:
        print_json({"on": day.isoformat(), **affected.as_data(record, found)})
    else:
        typer.echo("\n".join(affected.as_lines(record, found)))


def _asked(where: Where, on: str | None, at: str | None) -> "tuple[Registry, dt.date]":
    """(the registry, the day) that a question is about."""
    from vis_cli.cli.texts import say_known

    loaded, known = where.load_at(at)
    say_known(known)
    return loaded.registry, where.day(on)
