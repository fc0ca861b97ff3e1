"""`vis question`: development questions (*utvecklingsfrågor*), from where they came to how they ended."""

import typer

from vis_cli.cli.question import moved, raised, reading

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None)
for module in (reading, raised, moved):
    module.add(app)
