"""Whether the user can be asked for what is missing; without a terminal the options are named instead."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import typer

from vis_cli.cli.language import _
from vis_cli.errors import N_, Failure

_GIVEN_UP = 130


def lacks(**options: object) -> bool:
    """Whether some are missing and can be asked for. Raises Failure that names them where nobody can be asked."""
    missing = [f"--{name.replace('_', '-')}" for name, value in options.items() if not value]
    if missing and not in_terminal():
        raise Failure(
            N_("missing: {options}"), hint=N_("`--help` shows what each of them is"), options=", ".join(missing)
        )
    return bool(missing)


def in_terminal() -> bool:
    """Whether somebody sits there and can answer."""
    return sys.stdin.isatty() and sys.stderr.isatty() and os.environ.get("TERM") != "dumb"


@contextmanager
def interview() -> Iterator[None]:
    """Ask on standard error; who gives up leaves nothing written."""
    from vis_cli.cli.agreement.questions import on_standard_error

    try:
        with on_standard_error():
            yield
    except (KeyboardInterrupt, EOFError):
        typer.echo(_(N_("nothing was written")), err=True)
        raise typer.Exit(_GIVEN_UP) from None
