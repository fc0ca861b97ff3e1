"""`vis contact mandate` and `sheet`: the mandate document of the KSA, the sheet of the GSA."""

import typer

from vis_cli.cli.contact.named import KINDS, MaybeNamed, Named
from vis_cli.cli.language import _
from vis_cli.cli.meeting.rendering import Kind, Output
from vis_cli.cli.options import On
from vis_cli.cli.overwriting import Force
from vis_cli.cli.where import Where, left_out
from vis_cli.errors import N_


def add(app: typer.Typer) -> None:
    """Register the commands."""
    app.command(
        "mandate", help=_(N_("Write the mandate of the KSA (uppdragsbeskrivning), the county's or one's own."))
    )(mandate)
    app.command("sheet", help=_(N_("Write the sheet of a GSA: tasks, actors, plans, crisis duty, pay.")))(sheet)


def mandate(
    context: typer.Context,
    area: MaybeNamed = None,
    on: On = None,
    output: Output = None,
    format: Kind = None,
    force: Force = False,
) -> None:
    from vis_cli.cli.contact import named
    from vis_cli.cli.render import produce_all
    from vis_cli.documents.contact_mandate import area_mandate, county_mandate

    where: Where = context.obj
    loaded = where.load()
    left_out(loaded, KINDS)
    registry, day = loaded.registry, where.day(on)
    of = named.area(registry, area, where) if area else None
    made = area_mandate(registry, of, day) if of else county_mandate(registry, day)
    produce_all(where, loaded, made, output, format=format.value if format else None, force=force)


def sheet(
    context: typer.Context,
    area: Named,
    on: On = None,
    output: Output = None,
    format: Kind = None,
    force: Force = False,
) -> None:
    from vis_cli.cli.contact import named
    from vis_cli.cli.render import produce_all
    from vis_cli.documents.contact_sheet import gsa_sheet

    where: Where = context.obj
    loaded = where.load()
    left_out(loaded, KINDS)
    made = gsa_sheet(loaded.registry, named.area(loaded.registry, area, where), where.day(on))
    produce_all(where, loaded, made, output, format=format.value if format else None, force=force)
