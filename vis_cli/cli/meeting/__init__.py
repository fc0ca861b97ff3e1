"""`vis meeting`: a meeting's whole life. One module for each group of commands."""

import typer

from vis_cli.cli.meeting import forwarding, holding, lists, planning, rendering, saying, settling, showing
from vis_cli.errors import N_

HELP = N_("Meetings: plan, call, hold and record them.")

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None)
for module in (planning, holding, saying, settling, forwarding, lists, showing, rendering):
    module.add(app)
