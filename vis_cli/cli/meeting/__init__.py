"""`vis meeting`: a meeting's whole life. One module for each group of commands."""

import typer

from vis_cli.cli.meeting import (
    arranging,
    attaching,
    composing,
    forwarding,
    holding,
    lists,
    new,
    planning,
    rendering,
    saying,
    settling,
    showing,
)

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None)
_BEFORE = (new, composing, arranging, attaching, planning)
_AFTER = (holding, saying, settling, forwarding)
_READING = (lists, showing, rendering)
for module in (*_BEFORE, *_AFTER, *_READING):
    module.add(app)
