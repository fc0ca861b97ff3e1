"""`vis local new`: by an interview in a terminal, by options without one."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from vis_cli.cli.language import _
from vis_cli.cli.options import Commit, DryRun
from vis_cli.cli.where import Where
from vis_cli.errors import N_

if TYPE_CHECKING:
    from vis_cli.registry import Registry


def add(app: typer.Typer) -> None:
    """Register the command."""
    app.command("new", help=_(N_("Enter a local agreement or routine.")))(new)


def _option(name: str, help: str, metavar: str) -> Any:
    return typer.Option(name, metavar=_(metavar), help=_(help), show_default=False)


def new(
    context: typer.Context,
    title: Annotated[str | None, _option("--title", N_("What it is called."), N_("TEXT"))] = None,
    type: Annotated[str | None, _option("--type", N_("agreement, routine, contract or framework."), N_("TYPE"))] = None,
    area: Annotated[list[str] | None, _option("--area", N_("An area that it is for."), N_("AREA"))] = None,
    party: Annotated[list[str] | None, _option("--party", N_("Who made it."), N_("WHO"))] = None,
    agreement: Annotated[
        str | None, _option("--agreement", N_("The agreement of the county that it carries out."), N_("AGREEMENT"))
    ] = None,
    forum: Annotated[str | None, _option("--forum", N_("The forum that it is about."), N_("FORUM"))] = None,
    rhythm: Annotated[str | None, _option("--rhythm", N_("How often there is a meeting."), N_("TEXT"))] = None,
    convener: Annotated[str | None, _option("--convener", N_("Who convenes."), N_("WHO"))] = None,
    convening_function: Annotated[
        str | None, _option("--convening-function", N_("The function that convenes."), N_("TEXT"))
    ] = None,
    function: Annotated[
        list[str] | None, _option("--function", N_("A function that shall take part."), N_("TEXT"))
    ] = None,
    matter: Annotated[list[str] | None, _option("--matter", N_("Something that is taken up."), N_("TEXT"))] = None,
    since: Annotated[str | None, _option("--from", N_("Its first day."), N_("DATE"))] = None,
    reference: Annotated[str | None, _option("--reference", N_("Where the document is."), N_("TEXT"))] = None,
    verified: Annotated[
        str | None, _option("--verified", N_("When somebody made sure that this is right."), N_("DATE"))
    ] = None,
    source: Annotated[list[str] | None, _option("--source", N_("Where this is stated."), N_("SOURCE"))] = None,
    id: Annotated[str, _option("--id", N_("Its id; without it, made of the title."), N_("ID"))] = "",
    commit: Commit = False,
    dry_run: DryRun = False,
) -> None:
    from vis_cli.actions.local_agreement import enter
    from vis_cli.actions.step import line, when
    from vis_cli.cli import asking
    from vis_cli.cli.agreement.named import agreement as the_agreement
    from vis_cli.cli.forum import named as places
    from vis_cli.cli.local import named
    from vis_cli.cli.record import answer, take

    where: Where = context.obj
    loaded = where.load()
    registry = loaded.registry
    given: dict[str, Any] = {
        "from": str(when(since)) if since else None,
        "title": line(title) if title else None,
        "type": named.type_named(type) if type else None,
        "areas": list(dict.fromkeys(places.area(registry, each, where).id for each in area or ())),
        "parties": list(dict.fromkeys(places.actor(registry, each) for each in party or ())),
        "agreement": the_agreement(registry, agreement, where).id if agreement else None,
        "forum": places.forum(registry, forum, where).id if forum else None,
        "rhythm": {"text": line(rhythm)} if rhythm else None,
        "convener": places.actor(registry, convener) if convener else None,
        "convening_function": line(convening_function) if convening_function else None,
        "functions": [line(each) for each in function or ()],
        "matters": [line(each) for each in matter or ()],
        "reference": line(reference) if reference else None,
        "verified": str(when(verified)) if verified else None,
        "sources": list(source or ()),
    }
    if asking.lacks(title=given["title"], type=given["type"], area=given["areas"]):
        with asking.interview():
            given = _ask(registry, where, given)
    step = enter(registry, id, given)
    after = take(where, loaded, step, commit=commit, dry_run=dry_run)
    path = next(iter(step.changes))
    for record in after.of_kind("local-agreement"):
        if record.file.path == path:
            answer([f"{record.id}: {_(named.TYPES[record.entity.type])}"], dry_run=dry_run)


def _ask(registry: "Registry", where: Where, given: dict[str, Any]) -> dict[str, Any]:
    """What was not given as an option: what every local agreement should say. Raises KeyboardInterrupt."""
    from vis_cli.cli import asking, questions
    from vis_cli.cli.forum import named as places
    from vis_cli.cli.local import named

    wish = dict(given)
    empty = N_("may be empty")
    if not wish["title"]:
        wish["title"] = questions.text(N_("What is it called?"), check=asking.something)
    if not wish["type"]:
        wish["type"] = questions.one(N_("What is it?"), {type: _(word) for type, word in named.TYPES.items()})
    if not wish["areas"]:
        wish["areas"] = list(questions.many(N_("For which areas?"), places.areas(registry, where)))
    if not wish["parties"]:
        wish["parties"] = list(questions.many(N_("Who made it?"), places.organisations(registry)))
    if not wish["agreement"]:
        none = {"": _(N_("none"))}
        wish["agreement"] = (
            questions.one(N_("Which agreement of the county does it carry out?"), none | places.agreements(registry))
            or None
        )
    if not wish["rhythm"] and (text := questions.text(N_("How often does one meet?"), hint=empty)):
        wish["rhythm"] = {"text": text}
    if not (wish["convener"] or wish["convening_function"]):
        wish["convening_function"] = questions.text(N_("Which function convenes?"), hint=empty)
    commas = N_("with commas between; may be empty")
    for key, question in (
        ("functions", N_("Which functions take part?")),
        ("matters", N_("What is taken up?")),
    ):
        if not wish[key]:
            text = questions.text(question, hint=commas)
            wish[key] = [part.strip() for part in text.split(",") if part.strip()]
    return wish
