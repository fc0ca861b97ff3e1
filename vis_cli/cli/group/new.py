"""`vis group new`: by an interview in a terminal, by options without one."""

from typing import Annotated, Any

import typer

from vis_cli.cli.group.named import Item, Meeting, Source
from vis_cli.cli.group.standing import Decision, On
from vis_cli.cli.language import _
from vis_cli.cli.options import Commit, DryRun
from vis_cli.cli.where import Where
from vis_cli.errors import N_


def add(app: typer.Typer) -> None:
    """Register the command."""
    app.command("new", help=_(N_("Register a group: a consultation group, a working group, any body.")))(new)


def _option(name: str, help: str, metavar: str) -> Any:
    return typer.Option(name, metavar=_(metavar), help=_(help), show_default=False)


def new(
    context: typer.Context,
    name: Annotated[str | None, _option("--name", N_("The full name, as printed."), N_("TEXT"))] = None,
    short_name: Annotated[str | None, _option("--short-name", N_("The short name."), N_("TEXT"))] = None,
    type: Annotated[
        str | None,
        _option("--type", N_("steering, consultation, secretariat, forum, working or project."), N_("TYPE")),
    ] = None,
    level: Annotated[
        str | None, _option("--level", N_("national, regional, subregional or local; else regional."), N_("LEVEL"))
    ] = None,
    status: Annotated[
        str | None,
        _option("--status", N_("proposed, decided, establishing, active …; else proposed."), N_("STATUS")),
    ] = None,
    subject: Annotated[str | None, _option("--subject", N_("Its subject area (sakområde)."), N_("TEXT"))] = None,
    target_group: Annotated[
        str | None, _option("--target-group", N_("Whom its work is for (målgrupp)."), N_("TEXT"))
    ] = None,
    reports_to: Annotated[
        str | None, _option("--reports-to", N_("The one body that it reports to."), N_("GROUP"))
    ] = None,
    predecessor: Annotated[
        list[str] | None, _option("--predecessor", N_("A group whose work it continues."), N_("GROUP"))
    ] = None,
    since: Annotated[str | None, _option("--from", N_("First day."), N_("DATE"))] = None,
    until: Annotated[str | None, _option("--until", N_("Last day; a working group has one."), N_("DATE"))] = None,
    elected: Annotated[
        bool, typer.Option("--elected", help=_(N_("Its members are elected politicians (förtroendevalda).")))
    ] = False,
    one_sided: Annotated[bool, typer.Option("--one-sided", help=_(N_("Only one of the sides sits in it.")))] = False,
    id: Annotated[str, _option("--id", N_("Its id; without it, made of the name."), N_("ID"))] = "",
    on: On = None,
    meeting: Meeting = None,
    item: Item = None,
    decision: Decision = None,
    source: Source = None,
    commit: Commit = False,
    dry_run: DryRun = False,
) -> None:
    from vis_cli.actions.group.new import new as made
    from vis_cli.cli import asking
    from vis_cli.cli.group import interview, named, standing
    from vis_cli.cli.record import take

    where: Where = context.obj
    loaded = where.load()
    words = {"name": name, "short_name": short_name, "subject": subject, "target_group": target_group}
    closed = {"type": type, "level": level, "status": status}
    others = {"reports_to": reports_to, "predecessors": predecessor, "from": since, "until": until}
    wish = interview.read(loaded.registry, where, words, closed, others)
    if asking.lacks(name=wish.get("name"), type=wish.get("type")):
        with asking.interview():
            wish = interview.ask(loaded.registry, wish)
    at = named.at_item(loaded.registry, where, meeting, item)
    data = interview.data(wish, named.sources(loaded.registry, source), elected=elected, one_sided=one_sided)
    data["reached"] = interview.reached(loaded.registry, where, on, at, decision)
    step = made(loaded.registry, id, data, at)
    registry = take(where, loaded, step, commit=commit, dry_run=dry_run)
    path = next(iter(step.changes))
    standing.tell(registry, path.rpartition("/")[2].removesuffix(".yaml"), dry_run=dry_run)
