"""`vis person`: the officials of the collaboration, their posts, and what they have to do with it."""

import typer

from vis_cli.cli.person import forgetting, moving, new, reading

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None)
for module in (reading, new, moving, forgetting):
    module.add(app)
