"""`vis followup`: how agreements are followed up (*uppföljning*): by what, when last, when next. (R-UPP-1)"""

import typer

from vis_cli.cli.followup import reading, recorded

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None)
for module in (reading, recorded):
    module.add(app)
