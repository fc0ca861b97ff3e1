"""`vis group seats`: who sat where on a day, in all groups, for one person or one organisation."""

from typing import TYPE_CHECKING

import typer

from vis_cli.cli.as_json import print_json
from vis_cli.cli.group.named import Organisation, Person
from vis_cli.cli.language import _
from vis_cli.cli.options import At, Json, On
from vis_cli.cli.where import Where, left_out
from vis_cli.errors import N_

if TYPE_CHECKING:
    from vis_cli.facts.seats import Sitting
    from vis_cli.registry import Registry


def add(app: typer.Typer) -> None:
    """Register the command."""
    app.command("seats", help=_(N_("Who sits where on a day, in all groups: certain, or only possible.")))(seats)


def seats(
    context: typer.Context,
    person: Person = None,
    organisation: Organisation = None,
    on: On = None,
    at: At = None,
    json: Json = False,
) -> None:
    from vis_cli.cli.group import data, named
    from vis_cli.cli.table import table
    from vis_cli.cli.texts import say_known
    from vis_cli.diagnostics.wording import fill
    from vis_cli.facts.seats import sitting

    where: Where = context.obj
    day = where.day(on)
    loaded, known = where.load_at(at)
    say_known(known)
    left_out(loaded, ("group", "person", "organisation"))
    people = (named.person(loaded.registry, person),) if person else ()
    whose = (named.organisation(loaded.registry, organisation),) if organisation else ()
    found = sitting(loaded.registry, day, people=people, organisations=whose)
    if json:
        report = {"on": str(day), "items": [data.seat(item) for item in found]}
        print_json(report)
        return
    columns = [_(N_("group")), _(N_("who")), _(N_("role")), _(N_("side")), _(N_("time"))]
    if found:
        typer.echo(table(columns, [_row(loaded.registry, item) for item in found], wrap=True))
    unsure = sum(1 for item in found if not item.sure)
    message = N_("found: {count}; not certain: {unsure}") if found else N_("no seat is known on {date}")
    typer.echo(fill(message, {"count": len(found), "unsure": unsure, "date": day}, _), err=True)


def _row(registry: "Registry", item: "Sitting") -> list[str]:
    from vis_cli.cli.group import words

    own = item.seat
    name = words.holder(registry, own) + ("" if item.sure else "?")
    return [item.group.name, name, _(own.role), _(own.side), words.term(own) or "–"]
