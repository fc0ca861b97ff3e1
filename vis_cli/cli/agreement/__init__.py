"""`vis agreement`: an agreement's whole life. One module for each group of commands."""

import typer

from vis_cli.cli.agreement import (
    consulting,
    deciding,
    diff,
    duties,
    every,
    finding,
    history,
    joining,
    lasting,
    new,
    publish,
    reading,
    revise,
    text,
    verify,
)

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None)
_READING = (finding, reading, duties)
_STEPS = (new, consulting, publish, deciding, joining, lasting, revise)
_TEXTS = (text, every, diff, history, verify)
for module in (*_READING, *_STEPS, *_TEXTS):
    module.add(app)
