"""`vis person list` and `show`: the officials of the register, and one of them in full."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from vis_cli.cli.as_json import print_json
from vis_cli.cli.group.named import Organisation
from vis_cli.cli.language import _
from vis_cli.cli.options import At, Json, On
from vis_cli.cli.person.named import Named
from vis_cli.cli.where import Where, left_out
from vis_cli.errors import N_

if TYPE_CHECKING:
    import datetime as dt

    from vis_cli.model.person import Person
    from vis_cli.registry import Record, Registry

_KINDS = ("person", "group", "meeting", "contact")


def add(app: typer.Typer) -> None:
    """Register the commands."""
    app.command("list", help=_(N_("The people: their post on a day, and how many seats they have.")))(list_)
    app.command("show", help=_(N_("One person: posts, seats, contacts, assignments, meetings.")))(show)


def list_(
    context: typer.Context,
    organisation: Organisation = None,
    group: Annotated[
        str | None, typer.Option("--group", metavar=_(N_("GROUP")), help=_(N_("Only those with a seat in it.")))
    ] = None,
    on: On = None,
    at: At = None,
    json: Json = False,
) -> None:
    from vis_cli.cli.table import table
    from vis_cli.cli.texts import say_known
    from vis_cli.diagnostics.wording import fill

    where: Where = context.obj
    day = where.day(on)
    loaded, known = where.load_at(at)
    say_known(known)
    left_out(loaded, _KINDS)
    found = _found(loaded.registry, where, day, organisation, group)
    if json:
        print_json({"on": str(day), "items": [_data(loaded.registry, record, day) for record in found]})
        return
    columns = [_(N_("id")), _(N_("name")), _(N_("post")), _(N_("seats"))]
    if found:
        typer.echo(table(columns, [_row(loaded.registry, record, day) for record in found], wrap=True))
    message = N_("found: {count}") if found else N_("nobody is like that")
    typer.echo(fill(message, {"count": len(found)}, _), err=True)


def show(context: typer.Context, person: Named, on: On = None, at: At = None, json: Json = False) -> None:
    from vis_cli.cli.person import lines, named
    from vis_cli.cli.texts import say_known

    where: Where = context.obj
    day = where.day(on)
    loaded, known = where.load_at(at)
    say_known(known)
    left_out(loaded, _KINDS)
    record = named.person(loaded.registry, person, where)
    if json:
        print_json(lines.as_data(loaded.registry, record, day))
    else:
        typer.echo("\n".join(lines.page(loaded.registry, record, day)))


def _found(
    registry: "Registry", where: Where, on: "dt.date", organisation: str | None, group: str | None
) -> "list[Record[Person]]":
    from vis_cli.cli.group import named
    from vis_cli.documents.swedish import sort_key
    from vis_cli.facts.concerning import with_parts
    from vis_cli.facts.posts import post_on
    from vis_cli.facts.seats import sitting
    from vis_cli.model.person import Person

    within = with_parts(registry, (named.organisation(registry, organisation),)) if organisation else None
    body = named.group(registry, group, where).id if group else None
    seated = {item.seat.person for item in sitting(registry, on, groups=(body,))} if body else None
    found = []
    for record in registry.all(Person):
        post = post_on(record.entity, on)
        if within is not None and (post is None or post.organisation not in within):
            continue
        if seated is None or record.id in seated:
            found.append(record)
    return sorted(found, key=lambda record: sort_key(record.name))


def _row(registry: "Registry", record: "Record[Person]", on: "dt.date") -> list[str]:
    from vis_cli.cli.person import lines
    from vis_cli.facts.posts import post_on
    from vis_cli.facts.seats import sitting

    post = post_on(record.entity, on)
    seats = sitting(registry, on, people=(record.id,))
    return [record.id, record.name, lines.post(registry, post) if post else "–", str(len(seats)) if seats else "–"]


def _data(registry: "Registry", record: "Record[Person]", on: "dt.date") -> dict[str, Any]:
    from vis_cli.cli.group.data import seat
    from vis_cli.facts.posts import post_on
    from vis_cli.facts.seats import sitting

    post = post_on(record.entity, on)
    return {
        "id": record.id,
        "name": record.name,
        "post": {"title": post.title, "organisation": post.organisation, "unit": post.unit} if post else None,
        "seats": [seat(item) for item in sitting(registry, on, people=(record.id,))],
    }
