"""`vis agreement`: an agreement's whole life. One module for each group of commands."""

import typer

from vis_cli.cli.agreement import history, publish, reading
from vis_cli.errors import N_

HELP = N_("Agreements: find, understand, decide, publish and compare them.")

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None)
for module in (reading, publish, history):
    module.add(app)
