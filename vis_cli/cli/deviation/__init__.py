"""`vis deviation`: deviations (*avvikelser*) from agreements, without personal data."""

import typer

from vis_cli.cli.deviation import handled, reading, reported, summed

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None)
for module in (reported, reading, handled, summed):
    module.add(app)
