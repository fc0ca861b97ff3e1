"""`vis report`: what the register tells of the whole: who answers, what binds a party, what is due, what was done."""

import typer

from vis_cli.cli.report import annual, due, inventory, party, responsible

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None)
for module in (party, responsible, due, annual, inventory):
    module.add(app)
