"""`vis assignment`: what was given to somebody at a meeting, and what became of it."""

import typer

from vis_cli.cli.assignment import reading, recorded
from vis_cli.errors import N_

HELP = N_("Assignments: what is open, late or reported back.")

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None)
for module in (reading, recorded):
    module.add(app)
