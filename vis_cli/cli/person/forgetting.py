"""`vis person forget` and `traces`: a name gives way to the role; and where Git's history still holds it."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from vis_cli.cli.language import _
from vis_cli.cli.options import Commit, DryRun, Json
from vis_cli.cli.person.named import Named
from vis_cli.cli.where import Where
from vis_cli.errors import N_, Failure

if TYPE_CHECKING:
    from vis_cli.actions.forget import Forgetting
    from vis_cli.history.git import Git
    from vis_cli.history.traces import Traces

_Also = Annotated[
    list[str] | None,
    typer.Option(
        "--also", metavar=_(N_("TEXT")), help=_(N_("Something more that tells who it is: another spelling, an e-mail."))
    ),
]
_Text = Annotated[
    list[str],
    typer.Option("--text", metavar=_(N_("TEXT")), help=_(N_("What to look for; `-` is read from standard input."))),
]


def add(app: typer.Typer) -> None:
    """Register the commands."""
    app.command(
        "forget",
        help=_(N_("Replace a person's name by the role, but for the public record; tell where history still has it.")),
    )(forget)
    app.command("traces", help=_(N_("Where Git's history holds a text, and what taking it out would take.")))(traces)


def forget(
    context: typer.Context,
    person: Named,
    also: _Also = None,
    yes: Annotated[bool, typer.Option("--yes", help=_(N_("Do not ask before it is written.")))] = False,
    json: Json = False,
    commit: Commit = False,
    dry_run: DryRun = False,
) -> None:
    from vis_cli.actions.forget import forget as forgotten
    from vis_cli.cli.kept import forget as forget_answers
    from vis_cli.cli.person import forgotten_data, forgotten_lines, named
    from vis_cli.cli.record import take

    where: Where = context.obj
    loaded = where.load()
    record = named.person(loaded.registry, person, where)
    made = forgotten(loaded.registry, record, where.today(), [_long_enough(value) for value in also or ()])
    for line in forgotten_lines.plan(made):
        typer.echo(line, err=True)
    if made.step.changes:
        if not (yes or dry_run):
            _ask(made)
        if not dry_run:
            forget_answers()
        take(where, loaded, made.step, commit=commit, dry_run=dry_run, listed=not json)
    git = where.git()
    found = _history(git, made.values) if git else None
    if json:
        typer.echo(forgotten_data.as_json(made, found, made.values))
        return
    for line in forgotten_lines.history(found, made.values):
        typer.echo(line, err=True)


def traces(
    context: typer.Context,
    text: _Text,
    json: Json = False,
) -> None:
    from vis_cli.cli.person import forgotten_data, forgotten_lines

    where: Where = context.obj
    git = where.repository()
    values = [_long_enough(value) for value in _given(text)]
    found = _history(git, values)
    if json:
        typer.echo(forgotten_data.as_json(None, found, values))
        return
    for line in forgotten_lines.history(found, values):
        typer.echo(line)


def _given(values: list[str]) -> Iterator[str]:
    """The values; those of standard input are in no history of a shell."""
    import sys

    for value in values:
        if value == "-":
            yield from filter(None, (line.strip() for line in sys.stdin))
        else:
            yield value


def _long_enough(value: str) -> str:
    from vis_cli.facts.personal import LEAST

    if len(value.strip()) < LEAST:
        raise Failure(N_("that is too short to look for: write {least} signs or more"), least=LEAST)
    return value.strip()


def _history(git: "Git", values: "Sequence[str]") -> "Traces":
    from vis_cli.facts.personal import pattern
    from vis_cli.history.traces import traces as searched

    finds = pattern(values)
    return searched(git, lambda text: finds.search(text) is not None)


def _ask(made: "Forgetting") -> None:
    """Go on only when somebody says so. Raises Failure without a terminal, and ends where the answer is no."""
    from vis_cli.cli import asking

    if not asking.in_terminal():
        raise asking.unasked()
    from vis_cli.cli import questions

    choices = {"no": _(N_("No, leave everything as it is")), "yes": _(N_("Yes, replace the name"))}
    with asking.interview():
        answer = questions.one(N_("Replace the name by the role in these files?"), choices)
    if answer != "yes":
        asking.given_up()
