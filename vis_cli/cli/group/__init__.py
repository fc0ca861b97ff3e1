"""`vis group`: the bodies of the collaboration, who sits in them, how they come and go, what passes between them."""

import typer

from vis_cli.cli.group import (
    chairing,
    chart,
    checklist,
    handing,
    mandate,
    new,
    reading,
    representation,
    seated,
    staffing,
    standing,
    transition,
)

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None)
for module in (
    *(reading, seated, new, staffing, chairing, standing, handing),
    *(representation, checklist, mandate, transition, chart),
):
    module.add(app)
