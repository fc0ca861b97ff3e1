"""`vis group establish` and `discontinue`: refused with all that is missing, and what to do about it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from vis_cli.cli.group.named import Item, Meeting, Named
from vis_cli.cli.language import _
from vis_cli.cli.options import Commit, DryRun
from vis_cli.cli.where import Where
from vis_cli.errors import N_

if TYPE_CHECKING:
    from vis_cli.actions.group.status import Lack
    from vis_cli.model.group import Decided
    from vis_cli.model.values import When
    from vis_cli.registry import Registry

On = Annotated[
    str | None,
    typer.Option("--date", metavar=_(N_("DATE")), help=_(N_("When; without it, the day of the meeting, or today."))),
]
Decision = Annotated[
    str | None,
    typer.Option(
        "--decision",
        metavar=_(N_("TEXT")),
        help=_(N_("The decision in words, where its meeting is not in the register: body, date and item.")),
    ),
]
Lessons = Annotated[
    str | None,
    typer.Option(
        "--lessons", metavar=_(N_("TEXT")), help=_(N_("What was learnt (lärdomar), for the groups that come after."))
    ),
]


def add(app: typer.Typer) -> None:
    """Register the commands."""
    app.command("establish", help=_(N_("Establish a group, once its three conditions are met.")))(establish)
    app.command("discontinue", help=_(N_("Discontinue a group, once all that it answers for has been taken over.")))(
        discontinue
    )


def establish(
    context: typer.Context,
    group: Named,
    on: On = None,
    meeting: Meeting = None,
    item: Item = None,
    decision: Decision = None,
    lessons: Lessons = None,
    introduction: Annotated[
        str | None,
        typer.Option("--introduction", metavar=_(N_("TEXT")), help=_(N_("The introduction that the group was given."))),
    ] = None,
    introduced: Annotated[
        str | None,
        typer.Option("--introduced", metavar=_(N_("DATE")), help=_(N_("When it was given."))),
    ] = None,
    commit: Commit = False,
    dry_run: DryRun = False,
) -> None:
    from vis_cli.actions.group import status
    from vis_cli.actions.step import when
    from vis_cli.cli.group import named
    from vis_cli.cli.record import take
    from vis_cli.model.group import Introduction

    where: Where = context.obj
    loaded = where.load()
    record = named.group(loaded.registry, group, where)
    reached, day = _reached(loaded.registry, where, on, meeting, item, decision, lessons)
    given = None
    if introduction and introduction.strip():
        given = Introduction.model_construct(on=when(introduced) if introduced else None, text=introduction.strip())
    step = status.establish(loaded.registry, record, reached, day.latest, given)
    refuse(status.lacks_to_establish(record, day.latest), N_("nothing was written: the group is not established yet"))
    tell(take(where, loaded, step, commit=commit, dry_run=dry_run), record.id, dry_run=dry_run)


def discontinue(
    context: typer.Context,
    group: Named,
    on: On = None,
    meeting: Meeting = None,
    item: Item = None,
    decision: Decision = None,
    lessons: Lessons = None,
    commit: Commit = False,
    dry_run: DryRun = False,
) -> None:
    from vis_cli.actions.group import status
    from vis_cli.cli.group import named
    from vis_cli.cli.record import take

    where: Where = context.obj
    loaded = where.load()
    record = named.group(loaded.registry, group, where)
    reached, day = _reached(loaded.registry, where, on, meeting, item, decision, lessons)
    step = status.discontinue(loaded.registry, record, reached, day)
    lacks = status.lacks_to_discontinue(loaded.registry, record, reached, day.latest)
    refuse(lacks, N_("nothing was written: the group goes on"))
    tell(take(where, loaded, step, commit=commit, dry_run=dry_run), record.id, dry_run=dry_run)


def refuse(lacks: "Sequence[Lack]", conclusion: str) -> None:
    """Say all that stands in the way, each with what to do about it, and exit with 1; nothing where nothing does."""
    from vis_cli.diagnostics.wording import fill

    error, help = _(N_("error")), _(N_("help"))
    for lack in lacks:
        typer.echo(f"{error}: {fill(lack.message, lack.values, _)}", err=True)
        typer.echo(f"  {help}: {fill(lack.help, lack.values, _)}", err=True)
    if lacks:
        typer.echo(_(conclusion), err=True)
        raise typer.Exit(1)


def _reached(
    registry: "Registry",
    where: Where,
    on: str | None,
    meeting: str | None,
    item: str | None,
    decision: str | None,
    lessons: str | None,
) -> "tuple[Decided, When]":
    from vis_cli.actions.step import line
    from vis_cli.cli.group import named
    from vis_cli.model.group import Decided

    at = named.at_item(registry, where, meeting, item)
    day = named.day(registry, where, on, at)
    words = line(decision) if decision else None
    said = lessons.strip() if lessons and lessons.strip() else None
    return Decided.model_construct(on=day, decision=words, at=at, lessons=said), day


def tell(registry: "Registry", group: str, *, dry_run: bool) -> None:
    """Which status the group has now, since when and by what."""
    from vis_cli.cli.group import words
    from vis_cli.cli.record import answer
    from vis_cli.model.group import Group

    record = registry.get(Group, group)
    assert record, "written before"
    answer([f"{record.name}: {words.status(registry, record.entity)}"], dry_run=dry_run)
