"""`vis question move` and `close`: to another level, and to its end."""

from typing import TYPE_CHECKING, Annotated, get_args

import typer

from vis_cli.cli.language import _
from vis_cli.cli.options import Commit, DryRun
from vis_cli.cli.question.named import Body, Date, Meeting, Named
from vis_cli.cli.where import Where
from vis_cli.errors import N_, Failure

if TYPE_CHECKING:
    from vis_cli.model.values import When
    from vis_cli.registry import Registry


def add(app: typer.Typer) -> None:
    """Register the commands."""
    app.command("move", help=_(N_("Move it to another level.")))(move)
    app.command("close", help=_(N_("Close it: how it ended.")))(close)


def move(
    context: typer.Context,
    question: Named,
    to: Annotated[
        str | None,
        typer.Option(
            "--to",
            metavar=_(N_("LEVEL")),
            help=_(N_("The level: local, subregional, regional, steering, political, national.")),
        ),
    ] = None,
    body: Body = None,
    meeting: Meeting = None,
    item: Annotated[
        str | None, typer.Option("--item", metavar=_(N_("ITEM")), help=_(N_("The item of that meeting, by its id.")))
    ] = None,
    date: Date = None,
    why: Annotated[str | None, typer.Option("--why", metavar=_(N_("TEXT")), help=_(N_("Why it is moved.")))] = None,
    commit: Commit = False,
    dry_run: DryRun = False,
) -> None:
    from vis_cli.actions.question import item_about
    from vis_cli.actions.question import move as moved
    from vis_cli.cli.meeting import named as meetings
    from vis_cli.cli.question import named
    from vis_cli.cli.record import take
    from vis_cli.facts.questions import body_at
    from vis_cli.model.meeting import Meeting as Model
    from vis_cli.model.question import Step

    where: Where = context.obj
    if item and not meeting:
        raise Failure(N_("--item needs --meeting"))
    loaded = where.load()
    record = named.question(loaded.registry, question, where)
    to, why = _asked_to(to, why)
    level = named.level(to)
    held, day = when_and_where(loaded.registry, where, meeting, date)
    found = meetings.group(loaded.registry, body, where) if body else body_at(loaded.registry, record, level)
    at = loaded.registry.get(Model, held)
    item = item or (item_about(loaded.registry, record, at) if at else None)
    step = Step.model_construct(
        level=level, body=found.id if found else None, date=day, meeting=held, item=item, why=why
    )
    done = moved(loaded.registry, record, step, where.today())
    registry = take(where, loaded, done, commit=commit, dry_run=dry_run)
    tell(registry, record.file.path, dry_run=dry_run)


def close(
    context: typer.Context,
    question: Named,
    result: Annotated[
        str | None,
        typer.Option("--result", metavar=_(N_("RESULT")), help=_(N_("How: answered, agreement, activity, dropped."))),
    ] = None,
    text: Annotated[str | None, typer.Option("--text", metavar=_(N_("TEXT")), help=_(N_("What came of it.")))] = None,
    meeting: Meeting = None,
    date: Date = None,
    commit: Commit = False,
    dry_run: DryRun = False,
) -> None:
    from vis_cli.actions.question import close as closed
    from vis_cli.cli.meant import choice
    from vis_cli.cli.question import named
    from vis_cli.cli.record import take
    from vis_cli.model.question import Outcome

    where: Where = context.obj
    loaded = where.load()
    record = named.question(loaded.registry, question, where)
    result, text = _asked_end(result, text)
    results = get_args(Outcome.model_fields["result"].annotation)
    held, day = when_and_where(loaded.registry, where, meeting, date)
    chosen = choice(result, results, N_("result"))
    outcome = Outcome.model_construct(date=day, result=chosen, meeting=held, text=text)
    step = closed(loaded.registry, record, outcome, where.today())
    registry = take(where, loaded, step, commit=commit, dry_run=dry_run)
    tell(registry, record.file.path, dry_run=dry_run)


def when_and_where(
    registry: "Registry", where: Where, meeting: str | None, date: str | None
) -> "tuple[str | None, When | None]":
    """(the meeting, the day): as given; without a day that of the meeting, or else today."""
    from vis_cli.actions.step import when
    from vis_cli.cli.meeting import named
    from vis_cli.model.values import When

    held = named.meeting(registry, meeting, where) if meeting else None
    if date:
        return held.id if held else None, when(date)
    day = held.entity.date if held else where.today()
    return held.id if held else None, When.parse(day.isoformat())


def tell(registry: "Registry", path: str, *, dry_run: bool) -> None:
    """Where the question is now."""
    from vis_cli.cli.question import lines
    from vis_cli.cli.record import answer
    from vis_cli.facts.questions import where
    from vis_cli.model.question import DevelopmentQuestion

    for record in registry.all(DevelopmentQuestion):
        if record.file.path == path:
            answer([f"{record.id}: {lines.state(where(registry, record))}"], dry_run=dry_run)


def _asked_to(to: str | None, why: str | None) -> tuple[str, str]:
    """The level and the reason: as given, or asked for in a terminal."""
    from vis_cli.cli import asking, questions
    from vis_cli.cli.question import named

    if asking.lacks(to=to, why=why and why.strip()):
        with asking.interview():
            to = to or questions.one(N_("To which level?"), named.levels())
            why = why or questions.text(N_("Why is it moved?"), check=asking.something)
    return to or "", (why or "").strip()


def _asked_end(result: str | None, text: str | None) -> tuple[str, str]:
    """The result and what came of it: as given, or asked for in a terminal."""
    from vis_cli.cli import asking, questions
    from vis_cli.facts.questions import RESULTS

    if asking.lacks(result=result, text=text and text.strip()):
        with asking.interview():
            choices = {result: _(words) for result, words in RESULTS.items()}
            result = result or questions.one(N_("How did it end?"), choices)
            text = text or questions.text(N_("What came of it?"), check=asking.something)
    return result or "", (text or "").strip()
