"""The day that a question is about: `--on`, or today as the register counts days."""

import datetime as dt
from typing import Annotated

import typer

from vis_cli.cli.language import _
from vis_cli.cli.where import Where
from vis_cli.errors import N_, Failure

On = Annotated[
    str | None,
    typer.Option("--on", metavar=_(N_("DATE")), help=_(N_("As it is on that day (YYYY-MM-DD); today without it."))),
]


def day(where: Where, on: str | None) -> dt.date:
    """The day that was asked for, or today. Raises Failure where there is no such day."""
    if on is None:
        return dt.datetime.now(where.zone()).date()
    try:
        return dt.datetime.strptime(on, "%Y-%m-%d").date()  # noqa: DTZ007 - a day has no zone
    except ValueError:
        raise Failure(N_("there is no day `{day}`"), hint=N_("write it as 2031-05-31"), day=on) from None
