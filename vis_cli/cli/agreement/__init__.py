"""`vis agreement`: an agreement's whole life. One module for each group of commands."""

import typer

from vis_cli.cli.agreement import (
    consulting,
    deciding,
    diff,
    duties,
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
from vis_cli.errors import N_

HELP = N_("Agreements: find, understand, decide and compare them.")

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None)
for module in (
    finding,
    reading,
    new,
    consulting,
    deciding,
    joining,
    lasting,
    revise,
    text,
    diff,
    history,
    verify,
    publish,
    duties,
):
    module.add(app)
