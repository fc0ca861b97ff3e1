"""`vis local`: local agreements and routines (*lokala överenskommelser och rutiner*), comparable field by field."""

import typer

from vis_cli.cli.local import compared, entered, reading

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None)
for module in (reading, compared, entered):
    module.add(app)
