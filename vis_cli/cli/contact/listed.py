"""`vis contact list`, `stale` and `show`: the contacts of all areas, what nobody has looked at, one area in full."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from vis_cli.cli.as_json import print_json
from vis_cli.cli.contact.named import KINDS, READ, Municipality, Named, Subregion
from vis_cli.cli.language import _
from vis_cli.cli.lines import wrapped
from vis_cli.cli.options import At, Json, Missing, On
from vis_cli.cli.where import Where, left_out
from vis_cli.errors import N_

if TYPE_CHECKING:
    import datetime as dt

    from vis_cli.facts.contact_holders import Contacts
    from vis_cli.facts.contact_stale import Stale
    from vis_cli.registry import Registry


def add(app: typer.Typer) -> None:
    """Register the commands."""
    app.command("list", help=_(N_("List the KSA and GSA of the areas.")))(list_)
    app.command("stale", help=_(N_("List what nobody has verified or brought up to date for long.")))(stale)
    app.command("show", help=_(N_("Show the contacts of an area in full, the former ones too.")))(show)


def list_(
    context: typer.Context,
    subregion: Subregion = None,
    municipality: Municipality = None,
    missing: Missing = False,
    on: On = None,
    at: At = None,
    json: Json = False,
) -> None:
    from vis_cli.cli import stated
    from vis_cli.cli.contact.data import contacts_data
    from vis_cli.cli.contact.tables import columns, counted, row
    from vis_cli.cli.table import table

    where: Where = context.obj
    registry, day = _loaded(where, at, "figure"), where.day(on)
    every = kept_contacts(registry, day, subregion, municipality)
    lacking = [item for item in every if any(not role.held and not role.exempt for role in item.roles)]
    found = lacking if missing else every
    if json:
        items = [contacts_data(registry, item) for item in found]
        print_json({"on": day.isoformat(), "items": items, "stated": stated.data(registry, "ksa")})
        return
    if found:
        typer.echo(table([_(name) for name in columns()], [row(registry, item) for item in found], wrap=True))
    for text in counted(every):
        typer.echo("\n".join(wrapped(text, "  ", first="")), err=True)
    whole = not (subregion or municipality) or any(item.ksa.unnamed for item in found)
    for line in stated.lines(registry, "ksa") if whole and not missing else ():
        typer.echo(line)


def stale(
    context: typer.Context,
    months: Annotated[
        int, typer.Option("--months", metavar=_(N_("N")), min=0, help=_(N_("What was looked at so long ago is stale.")))
    ] = 12,
    subregion: Subregion = None,
    municipality: Municipality = None,
    on: On = None,
    at: At = None,
    json: Json = False,
) -> None:
    from vis_cli.cli.contact.named import kept
    from vis_cli.cli.contact.tables import stale_row
    from vis_cli.cli.table import table
    from vis_cli.diagnostics.wording import fill
    from vis_cli.facts.contact_stale import stale as found_stale

    where: Where = context.obj
    registry, day = _loaded(where, at), where.day(on)
    only = kept(registry, subregion, municipality)
    found = [item for item in found_stale(registry, day, months) if only is None or item.held.area.id in only]
    if json:
        print_json({"on": day.isoformat(), "months": months, "items": [_stale_data(item) for item in found]})
        return
    if found:
        names = (N_("area"), N_("function"), N_("what"), N_("last"))
        typer.echo(table([_(name) for name in names], [stale_row(registry, item) for item in found], wrap=True))
    message = N_("to look at: {count}") if found else N_("nothing is older than {months} months")
    typer.echo(fill(message, {"count": len(found), "months": months}, _), err=True)


def show(context: typer.Context, area: Named, on: On = None, at: At = None, json: Json = False) -> None:
    from vis_cli.cli.contact import named
    from vis_cli.cli.contact.data import contacts_data, held_data
    from vis_cli.cli.contact.portrait import page
    from vis_cli.facts.areas import areas_before
    from vis_cli.facts.contact_holders import contacts_on, every_holder
    from vis_cli.facts.coverage import EXPECTED

    where: Where = context.obj
    registry, day = _loaded(where, at), where.day(on)
    record = named.area(registry, area, where)
    if not json:
        typer.echo("\n".join(page(registry, record, day)))
        return
    every = (record, *areas_before(registry, record))
    history = {
        kind: [held_data(registry, one) for of in every for one in every_holder(registry, of, kind)]
        for kind in EXPECTED
    }
    found = contacts_data(registry, contacts_on(registry, record, day))
    print_json({"on": day.isoformat(), **found, "history": history})


def _loaded(where: Where, at: str | None, *more: str) -> "Registry":
    from vis_cli.cli.texts import say_known

    loaded, known = where.load_at(at, (*READ, *more))
    say_known(known)
    left_out(loaded, KINDS)
    return loaded.registry


def kept_contacts(
    registry: "Registry", day: "dt.date", subregion: str | None, municipality: str | None
) -> "list[Contacts]":
    """The contacts of the areas that are there, in the order of the alphabet."""
    from vis_cli.cli.contact.named import kept
    from vis_cli.facts.alphabet import alphabetical
    from vis_cli.facts.areas import areas_on
    from vis_cli.facts.contact_holders import contacts_on

    only = kept(registry, subregion, municipality)
    areas = [area for area in areas_on(registry, day) if only is None or area.id in only]
    areas.sort(key=lambda area: alphabetical(area.entity.name))
    return [contacts_on(registry, area, day) for area in areas]


def _stale_data(item: "Stale") -> dict[str, Any]:
    return {
        "area": item.held.area.id,
        "role": item.held.role,
        "what": item.what,
        "last": str(item.last) if item.last else None,
    }
