"""What a command needs and was not given: asked for in a terminal, and the options named without one."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

import typer

from vis_cli.cli.language import _
from vis_cli.errors import N_, Failure

_GIVEN_UP = 130


def demand(**options: object) -> None:
    """Raise Failure that names the options that are missing."""
    missing = [f"--{name.replace('_', '-')}" for name, value in options.items() if value is None]
    if missing:
        raise Failure(
            N_("missing: {options}"), hint=N_("`--help` shows what each of them is"), options=", ".join(missing)
        )


def unasked() -> Failure:
    """What to say where a yes is needed and nobody can be asked."""
    return Failure(N_("this is not done without a yes, and nobody can be asked here"), hint=N_("with --yes it is done"))


def lacks(**options: object) -> bool:
    """Whether some are missing and can be asked for. Raises Failure that names them where nobody can be asked."""
    missing = {name: None for name, value in options.items() if not value}
    if not in_terminal():
        demand(**missing)
    return bool(missing)


def in_terminal() -> bool:
    """Whether somebody sits there and can answer."""
    return sys.stdin.isatty() and sys.stderr.isatty() and os.environ.get("TERM") != "dumb"


@contextmanager
def interview() -> Iterator[None]:
    """Ask on standard error; who gives up leaves nothing written, and the program ends."""
    if not in_terminal():  # nothing will be asked, and on Windows there is then nothing to ask on
        yield
        return
    from vis_cli.cli.questions import on_standard_error

    try:
        with on_standard_error():
            yield
    except (KeyboardInterrupt, EOFError):
        given_up()


def given_up() -> NoReturn:
    """Say that nothing was written, and end."""
    typer.echo(_(N_("nothing was written")), err=True)
    raise typer.Exit(_GIVEN_UP) from None


def wanted(given: str | None, option: str, question: str, *, hint: str = "") -> str:
    """A line of text that a step needs: as given, or asked for in a terminal. Raises Failure without one."""
    from vis_cli.actions.step import line

    if given is None and lacks(**{option: given}):
        from vis_cli.cli import questions

        with interview():
            given = questions.text(question, hint=hint, check=something)
    return line(given or "")


def something(answer: str) -> str:
    """What is wrong with an answer of no words."""
    return "" if answer else _(N_("some words are needed here"))
