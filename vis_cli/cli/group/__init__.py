"""`vis group`: the bodies of the collaboration: who sits in them, how they come to be, and what passes between them."""

import typer

from vis_cli.cli.group import chart, checklist, mandate, representation, transition
from vis_cli.errors import N_

HELP = N_("Groups: who sits in them, how they are established, and what passes from one to another.")

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None)
for module in (representation, checklist, mandate, transition, chart):
    module.add(app)
