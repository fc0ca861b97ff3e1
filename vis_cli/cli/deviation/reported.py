"""`vis deviation report`: by an interview in a terminal, by options without one."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from vis_cli.cli.deviation.named import Question
from vis_cli.cli.language import _
from vis_cli.cli.options import Commit, DryRun
from vis_cli.cli.where import Where
from vis_cli.errors import N_

if TYPE_CHECKING:
    from vis_cli.registry import Registry


def add(app: typer.Typer) -> None:
    """Register the command."""
    app.command("report", help=_(N_("Report a deviation from an agreement. Never write about whom.")))(report)


def _option(name: str, help: str, metavar: str) -> Any:
    return typer.Option(name, metavar=_(metavar), help=_(help), show_default=False)


def report(
    context: typer.Context,
    agreement: Annotated[str | None, _option("--agreement", N_("From which agreement."), N_("AGREEMENT"))] = None,
    type: Annotated[str | None, _option("--type", N_("participation, summons, plan …"), N_("TYPE"))] = None,
    title: Annotated[str | None, _option("--title", N_("What it is about, in a few words."), N_("TEXT"))] = None,
    text: Annotated[str | None, _option("--text", N_("What happened; no personal data."), N_("TEXT"))] = None,
    area: Annotated[str | None, _option("--area", N_("Where."), N_("AREA"))] = None,
    forum: Annotated[str | None, _option("--forum", N_("In which local forum."), N_("FORUM"))] = None,
    date: Annotated[
        str | None, _option("--date", N_("When, as precise as it is known; without it, today."), N_("DATE"))
    ] = None,
    count: Annotated[int, typer.Option("--count", min=1, help=_(N_("How many cases, where they are alike.")))] = 1,
    by: Annotated[str | None, _option("--by", N_("The organisation or function that reports it."), N_("WHO"))] = None,
    question: Question = None,
    id: Annotated[str, _option("--id", N_("Its id; without it, made of the title."), N_("ID"))] = "",
    commit: Commit = False,
    dry_run: DryRun = False,
) -> None:
    from vis_cli.actions.deviation import report as reported
    from vis_cli.actions.step import line, when
    from vis_cli.cli import asking
    from vis_cli.cli.agreement.named import agreement as the_agreement
    from vis_cli.cli.deviation import named
    from vis_cli.cli.forum import named as places
    from vis_cli.cli.question.named import question as the_question
    from vis_cli.cli.record import take

    where: Where = context.obj
    loaded = where.load()
    registry = loaded.registry
    given: dict[str, Any] = {
        "title": line(title) if title else None,
        "type": named.type_named(type) if type else None,
        "date": str(when(date)) if date else where.today().isoformat(),
        "agreement": the_agreement(registry, agreement, where).id if agreement else None,
        "area": places.area(registry, area, where).id if area else None,
        "forum": places.forum(registry, forum, where).id if forum else None,
        "reported_by": places.actor(registry, by) if by else None,
        "text": (text or "").strip(),
        "count": count if count > 1 else None,
        "question": the_question(registry, question, where).id if question else None,
    }
    if asking.lacks(**{key: given[key] for key in ("agreement", "type", "title")}):
        with asking.interview():
            given = _ask(registry, where, given)
    step = reported(registry, id, given, where.today())
    after = take(where, loaded, step, commit=commit, dry_run=dry_run)
    tell(after, next(iter(step.changes)), where, dry_run=dry_run)


def tell(registry: "Registry", path: str, where: Where, *, dry_run: bool) -> None:
    """Where the deviation now is, and whom to tell."""
    from vis_cli.cli.deviation import lines
    from vis_cli.cli.record import answer
    from vis_cli.model.deviation import Deviation

    for record in registry.all(Deviation):
        if record.file.path == path:
            answer([f"{record.id}: {lines.state(registry, record, where.today())}"], dry_run=dry_run)


def _ask(registry: "Registry", where: Where, given: dict[str, Any]) -> dict[str, Any]:
    """What was not given as an option. Raises KeyboardInterrupt."""
    from vis_cli.cli import asking, questions
    from vis_cli.cli.forum import named as places
    from vis_cli.facts.deviations import WORDS

    wish = dict(given)
    if not wish["agreement"]:
        wish["agreement"] = questions.one(N_("From which agreement is it a deviation?"), places.agreements(registry))
    if not wish["type"]:
        wish["type"] = questions.one(N_("What went wrong?"), {type: _(words) for type, words in WORDS.items()})
    if not wish["area"]:
        areas = {"": _(N_("not in one area"))} | places.areas(registry, where)
        wish["area"] = questions.one(N_("Where?"), areas) or None
    if not wish["title"]:
        hint = N_("in a few words; never about whom")
        wish["title"] = questions.text(N_("What is it about?"), hint=hint, check=asking.something)
    if not wish["text"]:
        wish["text"] = questions.text(N_("What happened?"), hint=N_("may be empty; no personal data"))
    return wish
