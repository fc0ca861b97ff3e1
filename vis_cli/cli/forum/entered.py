"""`vis forum new`: by an interview in a terminal, by options without one."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any, get_args

import typer

from vis_cli.cli.language import _
from vis_cli.cli.options import Commit, DryRun
from vis_cli.cli.where import Where
from vis_cli.errors import N_

if TYPE_CHECKING:
    from vis_cli.registry import Registry


def add(app: typer.Typer) -> None:
    """Register the command."""
    app.command("new", help=_(N_("Enter a local forum.")))(new)


def _option(name: str, help: str, metavar: str) -> Any:
    return typer.Option(name, metavar=_(metavar), help=_(help), show_default=False)


def new(
    context: typer.Context,
    name: Annotated[str | None, _option("--name", N_("What it is called."), N_("TEXT"))] = None,
    type: Annotated[str | None, _option("--type", N_("The type: family-centre, bus …"), N_("TYPE"))] = None,
    area: Annotated[list[str] | None, _option("--area", N_("An area that it is for."), N_("AREA"))] = None,
    within: Annotated[
        str | None,
        _option("--within", N_("Where it is not said in which areas: the municipality."), N_("MUNICIPALITY")),
    ] = None,
    extent: Annotated[
        str | None, _option("--extent", N_("In how many of its areas, in the words of the source."), N_("TEXT"))
    ] = None,
    least: Annotated[int | None, typer.Option("--least", min=0, help=_(N_("In at least so many areas.")))] = None,
    most: Annotated[int | None, typer.Option("--most", min=0, help=_(N_("In at most so many areas.")))] = None,
    number: Annotated[int | None, typer.Option("--number", min=0, help=_(N_("How many; 0: there is none.")))] = None,
    as_of: Annotated[str | None, _option("--as-of", N_("When the number held."), N_("DATE"))] = None,
    convener: Annotated[str | None, _option("--convener", N_("Who convenes it."), N_("WHO"))] = None,
    function: Annotated[
        str | None, _option("--convening-function", N_("The function that convenes it."), N_("TEXT"))
    ] = None,
    rhythm: Annotated[str | None, _option("--rhythm", N_("How often it meets."), N_("TEXT"))] = None,
    agreement: Annotated[
        list[str] | None, _option("--agreement", N_("An agreement that it follows from."), N_("AGREEMENT"))
    ] = None,
    group: Annotated[
        str | None, _option("--group", N_("The consultation group that it is linked to."), N_("GROUP"))
    ] = None,
    status: Annotated[
        str | None, _option("--status", N_("planned, active, stalled, discontinued."), N_("STATUS"))
    ] = None,
    verified: Annotated[
        str | None, _option("--verified", N_("When somebody made sure that this is right."), N_("DATE"))
    ] = None,
    source: Annotated[list[str] | None, _option("--source", N_("Where this is stated."), N_("SOURCE"))] = None,
    id: Annotated[str, _option("--id", N_("Its id; without it, made of the name."), N_("ID"))] = "",
    commit: Commit = False,
    dry_run: DryRun = False,
) -> None:
    from vis_cli.actions.forum import enter
    from vis_cli.cli import asking
    from vis_cli.cli.forum import lines
    from vis_cli.cli.record import answer, take

    where: Where = context.obj
    loaded = where.load()
    registry = loaded.registry
    given = _read(registry, where, name, type, area, number, as_of, convener, function, rhythm)
    given |= _linked(registry, where, agreement, group, status, verified, source)
    given["extent"] = _extent(registry, where, within, extent, least, most)
    if asking.lacks(name=given["name"], type=given["type"], area=given["areas"] or given["extent"]):
        with asking.interview():
            given = _ask(registry, where, given)
    step = enter(registry, id, {key: value for key, value in given.items() if value not in (None, [], "")})
    after = take(where, loaded, step, commit=commit, dry_run=dry_run)
    path = next(iter(step.changes))
    for record in after.of_kind("forum"):
        if record.file.path == path:
            places = lines.places(after, record.entity, where.today())
            answer([f"{record.id}: {lines.status(record.entity)}; {places}"], dry_run=dry_run)


def _read(
    registry: "Registry",
    where: Where,
    name: str | None,
    type: str | None,
    areas: Sequence[str] | None,
    number: int | None,
    as_of: str | None,
    convener: str | None,
    function: str | None,
    rhythm: str | None,
) -> dict[str, Any]:
    from vis_cli.actions.step import line, when
    from vis_cli.cli.forum import named, words

    return {
        "name": line(name) if name else None,
        "type": words.type_named(type) if type else None,
        "areas": list(dict.fromkeys(named.area(registry, each, where).id for each in areas or ())),
        "number": number,
        "as_of": str(when(as_of)) if as_of else None if number is None else where.today().isoformat(),
        "convener": named.actor(registry, convener) if convener else None,
        "convening_function": line(function) if function else None,
        "rhythm": {"text": line(rhythm)} if rhythm else None,
    }


def _extent(
    registry: "Registry", where: Where, within: str | None, text: str | None, least: int | None, most: int | None
) -> dict[str, Any] | None:
    """In how many areas there is one, where it is not said in which. Raises Failure where only some of it is given."""
    from vis_cli.actions.step import line
    from vis_cli.cli.asking import demand
    from vis_cli.cli.meant import the_one

    if all(each is None for each in (within, text, least, most)):
        return None
    demand(within=within, extent=text, least=least, most=most)
    municipality = the_one(registry, within or "", "organisation", where).id
    return {"within": municipality, "text": line(text or ""), "least": least, "most": most}


def _linked(
    registry: "Registry",
    where: Where,
    agreements: Sequence[str] | None,
    group: str | None,
    status: str | None,
    verified: str | None,
    sources: Sequence[str] | None,
) -> dict[str, Any]:
    from vis_cli.actions.step import when
    from vis_cli.cli.agreement.named import agreement
    from vis_cli.cli.meant import choice
    from vis_cli.cli.meeting.named import group as the_group
    from vis_cli.model.forum import Forum

    statuses = get_args(get_args(Forum.model_fields["status"].annotation)[0])
    return {
        "agreements": list(dict.fromkeys(agreement(registry, each, where).id for each in agreements or ())),
        "group": the_group(registry, group, where).id if group else None,
        "status": choice(status, statuses, N_("status")) if status else None,
        "verified": str(when(verified)) if verified else None,
        "sources": list(sources or ()),
    }


def _ask(registry: "Registry", where: Where, given: dict[str, Any]) -> dict[str, Any]:
    """What was not given as an option. Raises KeyboardInterrupt."""
    from vis_cli.cli import asking, questions
    from vis_cli.cli.forum import named, words
    from vis_cli.facts.forum_stale import varies

    def one_answer(text: str) -> str:
        return _(N_("one answer, so that it is clear who takes the first step")) if varies(text) else ""

    wish = dict(given)
    wish["type"] = wish["type"] or questions.one(N_("What type of forum is it?"), words.types())
    if not (wish["areas"] or wish["extent"]):
        wish["areas"] = list(questions.many(N_("For which areas?"), named.areas(registry, where), check=_some))
    if not wish["name"]:
        names = " och ".join(named.areas(registry, where).get(id, id) for id in wish["areas"])
        suggested = f"{words.capital(_(words.ONE[wish['type']]))}, {names}"
        wish["name"] = questions.text(N_("What is it called?"), suggested, check=asking.something)
    if wish["status"] is None:
        choices = {"": _(N_("not known"))} | {key: _(word) for key, word in words.STATUSES.items()}
        wish["status"] = questions.one(N_("How does it stand?"), choices) or None
    if not wish["convener"]:
        organisations = {"": _(N_("not known, or a function"))} | named.organisations(registry)
        wish["convener"] = questions.one(N_("Who convenes it?"), organisations) or None
    if not wish["convener"] and not wish["convening_function"]:
        wish["convening_function"] = questions.text(
            N_("Which function convenes it?"), hint=N_("may be empty"), check=one_answer
        )
    if not wish["rhythm"] and (text := questions.text(N_("How often does it meet?"), hint=N_("may be empty"))):
        wish["rhythm"] = {"text": text}
    agreements = named.agreements(registry)
    if not wish["agreements"] and agreements:
        wish["agreements"] = list(questions.many(N_("Which agreements does it follow from?"), agreements))
    return wish


def _some(answers: Sequence[str]) -> str:
    return "" if answers else _(N_("at least one"))
