"""What the commands of a meeting's life have in common: what is missing is asked for, and the step told in words."""

import datetime as dt
import os
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import typer

from vis_cli.cli.language import _
from vis_cli.cli.where import Where
from vis_cli.errors import N_, Failure

if TYPE_CHECKING:
    from vis_cli.actions.step import Step
    from vis_cli.model.item import Item
    from vis_cli.model.meeting import Meeting
    from vis_cli.registry import Loaded, Record, Registry

GIVEN_UP = 130


def take(
    where: Where, loaded: "Loaded", step: "Step", meeting: "Record[Meeting]", *, commit: bool, dry_run: bool
) -> "Registry":
    """Write the step, then say on standard error where the meeting stands now. The registry as it is then."""
    from vis_cli.cli.agreement.recording import record
    from vis_cli.cli.meeting.words import standing
    from vis_cli.model.meeting import Meeting

    after = record(where, loaded, step, commit=commit, dry_run=dry_run)
    if found := after.get(Meeting, meeting.id):
        typer.echo(standing(after, found, where.today()), err=True)
    return after


def in_terminal() -> bool:
    """Whether there is somebody to ask."""
    return sys.stdin.isatty() and sys.stderr.isatty() and os.environ.get("TERM") != "dumb"


@contextmanager
def interview() -> Iterator[None]:
    """Ask on standard error; where it is given up nothing is written, and the program ends."""
    from vis_cli.cli.agreement.questions import on_standard_error

    try:
        with on_standard_error():
            yield
    except (KeyboardInterrupt, EOFError):
        given_up()


def given_up() -> None:
    """Say that nothing was written, and end."""
    typer.echo(_(N_("nothing was written")), err=True)
    raise typer.Exit(GIVEN_UP)


def wanted(given: str | None, option: str, question: str, *, hint: str = "") -> str:
    """A line of text that a step needs: as given, or asked for in a terminal. Raises Failure without one."""
    from vis_cli.actions.step import line

    if given is None and in_terminal():
        from vis_cli.cli.agreement import questions

        with interview():
            given = questions.text(question, hint=hint, check=something)
    if given is None:
        from vis_cli.cli.agreement.recording import demand

        demand(**{option: None})
    return line(given or "")


def something(answer: str) -> str:
    """What is wrong with an answer of no words."""
    return "" if answer else _(N_("some words are needed here"))


_CLOCK = re.compile(r"([01]?[0-9]|2[0-3])(?:[:.]([0-5][0-9]))?")


def clock(given: str | None) -> str | None:
    """A time of day: `14:00`, `14.00` and `14` are the same. Raises Failure."""
    if given is None:
        return None
    if found := _CLOCK.fullmatch(given.strip()):
        return f"{int(found[1]):02}:{found[2] or '00'}"
    raise Failure(N_("there is no time `{given}`"), hint=N_("write it as 14:00"), given=given)


def day_of(where: Where, given: str | None) -> dt.date | None:
    """A day that was named, if one was. Raises Failure."""
    return where.day(given) if given is not None else None


def item(meeting: "Record[Meeting]", given: str) -> "Item":
    """The item that was meant: by its id, its number, or words of its heading. Raises Failure with what there is."""
    from vis_cli.facts.stems import fold

    items = meeting.entity.items
    asked = fold(" ".join(given.split()))
    tests: tuple[Callable[[Item], bool], ...] = (
        lambda one: one.id == given,
        lambda one: str(one.number) == given.strip().removesuffix("."),
        lambda one: fold(one.heading) == asked,
        lambda one: bool(asked) and not asked.isdigit() and asked in fold(one.heading),
    )
    for test in tests:
        found = [one for one in items if test(one)]
        if len(found) == 1:
            return found[0]
        if found:
            raise Failure(
                N_("`{given}` can be several items: {ids}"),
                hint=N_("write the id or the number of the one that you mean"),
                given=given,
                ids=", ".join(f"`{one.id}`" for one in found),
            )
    raise Failure(
        N_("the meeting has no item `{given}`"),
        hint=N_("its items are: {items}") if items else N_("its agenda is empty"),
        given=given,
        items=", ".join(f"{one.number} `{one.id}`" if one.number else f"`{one.id}`" for one in items),
    )
