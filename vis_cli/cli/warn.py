"""What the user should know of something that goes well, on standard error."""

import typer

from vis_cli.cli.language import _
from vis_cli.errors import N_


def warn(message: str, /, **values: object) -> None:
    """Say a warning: a template (marked with `N_`) and its values."""
    from vis_cli.diagnostics.wording import fill

    typer.echo(f"{_(N_('warning'))}: {fill(message, values, _)}", err=True)
