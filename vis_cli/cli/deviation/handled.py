"""`vis deviation route`, `measure` and `close`: whom it is told, what is done about it, and when that is enough."""

from typing import TYPE_CHECKING, Annotated

import typer

from vis_cli.cli.deviation.named import Date, Named, Question
from vis_cli.cli.language import _
from vis_cli.cli.options import Commit, DryRun
from vis_cli.cli.where import Where
from vis_cli.errors import N_, Failure

if TYPE_CHECKING:
    import datetime as dt

    from vis_cli.actions.step import Step
    from vis_cli.model.deviation import Deviation
    from vis_cli.registry import Record, Registry


def add(app: typer.Typer) -> None:
    """Register the commands."""
    app.command("route", help=_(N_("Tell somebody of a deviation, or record what they answered.")))(route)
    app.command("measure", help=_(N_("What is to be done about a deviation, or that it has been done.")))(measure)
    app.command("close", help=_(N_("Close a deviation.")))(close)


def route(
    context: typer.Context,
    deviation: Named,
    to: Annotated[
        str | None,
        typer.Option(
            "--to",
            metavar=_(N_("WHO")),
            help=_(N_("Who is told; without it, the next one on its way by the agreement.")),
        ),
    ] = None,
    date: Date = None,
    answer: Annotated[
        str | None, typer.Option("--answer", metavar=_(N_("TEXT")), help=_(N_("What they answered; no personal data.")))
    ] = None,
    commit: Commit = False,
    dry_run: DryRun = False,
) -> None:
    from vis_cli.actions.deviation import send
    from vis_cli.cli.deviation import named, reported
    from vis_cli.cli.forum.named import actor
    from vis_cli.cli.record import take
    from vis_cli.model.deviation import Reporting

    where: Where = context.obj
    loaded = where.load()
    record = named.deviation(loaded.registry, deviation, where)
    day = where.day(date)
    whom = actor(loaded.registry, to) if to else _whom(loaded.registry, record, day, answered=bool(answer))
    stage = Reporting.model_construct(to=whom, date=day, answer=(answer or "").strip() or None)
    after = take(where, loaded, send(record, stage, where.today()), commit=commit, dry_run=dry_run)
    reported.tell(after, record.file.path, where, dry_run=dry_run)


def _whom(registry: "Registry", record: "Record[Deviation]", day: "dt.date", *, answered: bool) -> str:
    """Who is meant where nobody is named: the last one told, if they answered; or else the next on its way."""
    from vis_cli.facts.deviations import rest_of_route

    if answered and record.entity.route:
        return record.entity.route[-1].to
    if rest := rest_of_route(registry, record, day):
        return rest[0].to
    raise Failure(
        N_("who is to be told of `{id}` does not follow from the agreement"),
        hint=N_("name them with --to"),
        id=record.id,
    )


def measure(
    context: typer.Context,
    deviation: Named,
    text: Annotated[
        str | None, typer.Option("--text", metavar=_(N_("TEXT")), help=_(N_("What is to be done; no personal data.")))
    ] = None,
    by: Annotated[str | None, typer.Option("--by", metavar=_(N_("WHO")), help=_(N_("Who sees to it.")))] = None,
    due: Annotated[
        str | None, typer.Option("--due", metavar=_(N_("DATE")), help=_(N_("By when (YYYY-MM-DD).")))
    ] = None,
    done: Annotated[
        int | None,
        typer.Option("--done", min=1, metavar=_(N_("NUMBER")), help=_(N_("The measure of this number has been done."))),
    ] = None,
    date: Date = None,
    question: Question = None,
    commit: Commit = False,
    dry_run: DryRun = False,
) -> None:
    from vis_cli.actions import deviation as actions
    from vis_cli.cli.deviation import named, reported
    from vis_cli.cli.question.named import question as the_question
    from vis_cli.cli.record import take

    where: Where = context.obj
    loaded = where.load()
    record = named.deviation(loaded.registry, deviation, where)
    if done is not None and (text or by or due):
        raise Failure(N_("`--done` is of a measure that is there; it goes with none of the others"))
    asked = the_question(loaded.registry, question, where).id if question else None
    step: Step | None = None
    if done is not None:
        step = actions.done(record, done, where.day(date), where.today())
    elif text or not asked:
        step = _new(loaded.registry, where, record, text, by, due)
    if asked:
        step = actions.lead_to(step, record, asked) if step else actions.asked(record, asked)
    assert step
    after = take(where, loaded, step, commit=commit, dry_run=dry_run)
    reported.tell(after, record.file.path, where, dry_run=dry_run)


def _new(
    registry: "Registry", where: Where, record: "Record[Deviation]", text: str | None, by: str | None, due: str | None
) -> "Step":
    from vis_cli.actions.deviation import measure as taken
    from vis_cli.cli.asking import wanted
    from vis_cli.cli.forum.named import actor
    from vis_cli.model.deviation import Measure

    words = wanted(text, "text", N_("What is to be done?"))
    who = actor(registry, by) if by else None
    until = where.day(due) if due else None
    return taken(record, Measure.model_construct(text=words, by=who, due=until), where.today())


def close(
    context: typer.Context, deviation: Named, date: Date = None, commit: Commit = False, dry_run: DryRun = False
) -> None:
    from vis_cli.actions.deviation import close as closed
    from vis_cli.cli.deviation import named, reported
    from vis_cli.cli.record import take

    where: Where = context.obj
    loaded = where.load()
    record = named.deviation(loaded.registry, deviation, where)
    step = closed(record, where.day(date), where.today())
    after = take(where, loaded, step, commit=commit, dry_run=dry_run)
    reported.tell(after, record.file.path, where, dry_run=dry_run)
