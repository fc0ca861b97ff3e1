"""`vis assignment`: what was given to somebody at a meeting, and what became of it."""

import typer

from vis_cli.cli.assignment import reading, recorded

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None)
for module in (reading, recorded):
    module.add(app)
