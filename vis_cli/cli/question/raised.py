"""`vis question raise`: by an interview in a terminal, by options without one."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from vis_cli.cli.language import _
from vis_cli.cli.options import Commit, DryRun
from vis_cli.cli.question.named import Date, Meeting
from vis_cli.cli.where import Where
from vis_cli.errors import N_

if TYPE_CHECKING:
    pass


def add(app: typer.Typer) -> None:
    """Register the command."""
    app.command("raise", help=_(N_("Raise a development question (utvecklingsfråga).")))(raise_)


def _option(name: str, help: str, metavar: str) -> Any:
    return typer.Option(name, metavar=_(metavar), help=_(help), show_default=False)


def raise_(
    context: typer.Context,
    title: Annotated[str | None, _option("--title", N_("What it is called."), N_("TEXT"))] = None,
    text: Annotated[str | None, _option("--text", N_("What it is about."), N_("TEXT"))] = None,
    by: Annotated[str | None, _option("--by", N_("Who raised it."), N_("TEXT"))] = None,
    source_kind: Annotated[
        str | None,
        _option("--source-kind", N_("local-need, national-demand, steering-goal or feedback."), N_("KIND")),
    ] = None,
    group: Annotated[list[str] | None, _option("--group", N_("A group that it concerns."), N_("GROUP"))] = None,
    agreement: Annotated[
        list[str] | None, _option("--agreement", N_("An agreement that it touches."), N_("AGREEMENT"))
    ] = None,
    level: Annotated[
        str | None,
        _option("--level", N_("Where it is first; without it, where its body or first group is."), N_("LEVEL")),
    ] = None,
    body: Annotated[
        str | None, _option("--body", N_("Who has it there; without it, its first group."), N_("GROUP"))
    ] = None,
    id: Annotated[str, _option("--id", N_("Its id; without it, made of the title."), N_("ID"))] = "",
    meeting: Meeting = None,
    date: Date = None,
    commit: Commit = False,
    dry_run: DryRun = False,
) -> None:
    from vis_cli.actions.question import raise_ as raised
    from vis_cli.cli import asking
    from vis_cli.cli.question import interview, moved, wished
    from vis_cli.cli.record import take

    where: Where = context.obj
    loaded = where.load()
    wish = wished.read(loaded.registry, where, title, text, by, source_kind, group, agreement, level, body)
    lacking = {"title": wish.title} | ({} if wish.level else {"level or --group": None})
    if asking.lacks(**lacking):
        with asking.interview():
            wish = interview.ask(loaded.registry, wish)
    held, day = moved.when_and_where(loaded.registry, where, meeting, date)
    step = raised(loaded.registry, id, wish.data(), wish.first(held, day), where.today())
    registry = take(where, loaded, step, commit=commit, dry_run=dry_run)
    moved.tell(registry, next(iter(step.changes)), dry_run=dry_run)
