"""`vis fund`: grants and shared costs (*medel*): how they are allocated, used and reported."""

import typer

from vis_cli.cli.fund import accounted, allocating, deciding, duties, entering, new, portions, reading

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None)
for module in (reading, new, portions, allocating, deciding, entering, accounted, duties):
    module.add(app)
