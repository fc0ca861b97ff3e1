"""`vis contact`: whom to turn to in an area, its KSA and its GSA."""

import typer

from vis_cli.cli.contact import checking, ending, exporting, finding, listed, printing, routing, setting

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None)
for module in (finding, routing, listed, checking, setting, ending, exporting, printing):
    module.add(app)
