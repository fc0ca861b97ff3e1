"""`vis person`: the officials of the collaboration, their posts, and what they have to do with it."""

import typer

from vis_cli.cli.person import moving, new, reading
from vis_cli.errors import N_

HELP = N_("People: their posts and seats over time, and what it touches when one changes post.")

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None)
for module in (reading, new, moving):
    module.add(app)
