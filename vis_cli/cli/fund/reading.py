"""`vis fund list` and `show`: what money there is, for what, and how it stands."""

from typing import Annotated

import typer

from vis_cli.cli.as_json import print_json
from vis_cli.cli.fund.named import Named
from vis_cli.cli.language import _
from vis_cli.cli.options import At, Json, On
from vis_cli.cli.where import Where, left_out
from vis_cli.errors import N_

KINDS = ("fund", "figure", "meeting", "organisation")
"""The kinds that say how money is allocated."""


def add(app: typer.Typer) -> None:
    """Register the commands."""
    app.command("list", help=_(N_("List the grants and shared costs, with how they stand.")))(list_)
    app.command("show", help=_(N_("Show a fund: purposes, conditions, allocation, account, what is to be reported.")))(
        show
    )


def list_(
    context: typer.Context,
    year: Annotated[
        int | None, typer.Option("--year", metavar=_(N_("YEAR")), help=_(N_("Only those for this year.")))
    ] = None,
    on: On = None,
    at: At = None,
    json: Json = False,
) -> None:
    from vis_cli.cli.fund import page, words
    from vis_cli.cli.listing import show_table
    from vis_cli.cli.texts import say_known
    from vis_cli.facts.fund_decision import decided
    from vis_cli.model.fund import Fund

    where: Where = context.obj
    loaded, known = where.load_at(at)
    say_known(known)
    left_out(loaded, KINDS)
    day, registry = where.day(on), loaded.registry
    found = [record for record in registry.all(Fund) if year is None or page.is_for(record.entity, year)]
    if json:
        print_json({"items": [page.as_data(registry, record, day) for record in found]})
        return
    if not found:
        typer.echo(_(N_("no fund is like that")), err=True)
        return
    rows = []
    for record in found:
        own = record.entity
        state = _(words.STATES[decided(registry, own).state]) if own.portions else ""
        due = page.next_due(record, day)
        rows.append([own.name, words.years(own), page.amount(own), state, due])
    heads = [N_("name"), N_("years"), N_("total"), N_("allocation"), N_("next due")]
    show_table(heads, rows, wrap=True)


def show(context: typer.Context, fund: Named, on: On = None, at: At = None, json: Json = False) -> None:
    from vis_cli.cli.fund import named, page
    from vis_cli.cli.texts import say_known

    where: Where = context.obj
    loaded, known = where.load_at(at)
    say_known(known)
    left_out(loaded, KINDS)
    record, day = named.fund(loaded.registry, fund, where), where.day(on)
    if json:
        print_json(page.as_data(loaded.registry, record, day))
    else:
        typer.echo("\n".join(page.page(loaded.registry, record, day)))
