"""`vis forum`: local forums (*lokala samverkansforum*): where they are, and what nobody has asked for long."""

import typer

from vis_cli.cli.forum import entered, kept, mapped, reading

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None)
for module in (reading, mapped, entered, kept):
    module.add(app)
