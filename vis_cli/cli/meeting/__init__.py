"""`vis meeting`: a meeting's whole life. One module for each group of commands."""

import typer

from vis_cli.cli.meeting import arranging, composing, new, rendering
from vis_cli.errors import N_

HELP = N_("Meetings: plan, call, hold and record them.")

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None)
for module in (new, composing, arranging, rendering):
    module.add(app)
