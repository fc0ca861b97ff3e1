"""`vis plan`: annual plans, the year of all bodies, and what in it would not do. One module for each group."""

import typer

from vis_cli.cli.plan import clashing, keeping, showing, status

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None)
for module in (showing, clashing, status, keeping):
    module.add(app)
