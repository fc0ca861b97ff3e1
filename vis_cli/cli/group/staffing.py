"""`vis group join` and `leave`: who comes to sit in a group, and who no longer does."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from vis_cli.cli.group.named import From, Function, Item, Meeting, Named, Organisation, Person, Side, Source
from vis_cli.cli.language import _
from vis_cli.cli.options import Commit, DryRun
from vis_cli.cli.where import Where
from vis_cli.errors import N_

if TYPE_CHECKING:
    from vis_cli.model.group import Seat
    from vis_cli.registry import Registry


def add(app: typer.Typer) -> None:
    """Register the commands."""
    app.command("join", help=_(N_("Give somebody a seat in a group: a person, an organisation, a function.")))(join)
    app.command("leave", help=_(N_("End a seat; it stays on record with its last day.")))(leave)


def _option(name: str, help: str, metavar: str, **more: Any) -> Any:
    return typer.Option(name, metavar=_(metavar), help=_(help), show_default=False, **more)


Role = Annotated[
    str | None,
    _option(
        "--role",
        N_("chair, vice-chair, secretary, process-leader, member, substitute, adjunct; without it, member."),
        N_("ROLE"),
    ),
]


def join(
    context: typer.Context,
    group: Named,
    person: Person = None,
    organisation: Organisation = None,
    function: Function = None,
    role: Role = None,
    side: Side = None,
    subregion: Annotated[
        str | None, _option("--subregion", N_("The part of the county (delregion) it stands for."), N_("TEXT"))
    ] = None,
    mandate: Annotated[
        str | None, _option("--mandate", N_("What the holder may decide or answer for at home."), N_("TEXT"))
    ] = None,
    percent: Annotated[
        int | None, _option("--percent", N_("Share of full time, planned."), N_("SHARE"), min=0, max=100)
    ] = None,
    actual: Annotated[
        int | None, _option("--actual-percent", N_("Share of full time, in fact."), N_("SHARE"), min=0, max=100)
    ] = None,
    node: Annotated[
        bool, typer.Option("--node", help=_(N_("The holder is the group's node (nod) towards the secretariat.")))
    ] = False,
    since: From = None,
    until: Annotated[str | None, _option("--until", N_("Last day, where it is known."), N_("DATE"))] = None,
    meeting: Meeting = None,
    item: Item = None,
    source: Source = None,
    commit: Commit = False,
    dry_run: DryRun = False,
) -> None:
    from vis_cli.actions.group.seats import join as joined
    from vis_cli.cli.group import joining, named
    from vis_cli.cli.record import take

    where: Where = context.obj
    loaded = where.load()
    record = named.group(loaded.registry, group, where)
    wish = joining.read(loaded.registry, person, organisation, function, role, side)
    extra = {"subregion": subregion, "mandate": mandate, "percent": percent, "actual_percent": actual, "node": node}
    seat = joining.seat(loaded.registry, where, record, wish, extra, (since, until), (meeting, item), source)
    step = joined(loaded.registry, record, seat)
    registry = take(where, loaded, step, commit=commit, dry_run=dry_run)
    tell(registry, record.id, seat, dry_run=dry_run)


def leave(
    context: typer.Context,
    group: Named,
    person: Person = None,
    organisation: Organisation = None,
    function: Function = None,
    role: Role = None,
    until: Annotated[
        str | None, _option("--until", N_("Last day; without it, that of the meeting, or today."), N_("DATE"))
    ] = None,
    meeting: Meeting = None,
    item: Item = None,
    source: Source = None,
    commit: Commit = False,
    dry_run: DryRun = False,
) -> None:
    from vis_cli.actions.group.seats import leave as left
    from vis_cli.cli import asking
    from vis_cli.cli.group import leaving, named
    from vis_cli.cli.group.deciding import decision
    from vis_cli.cli.record import take

    where: Where = context.obj
    loaded = where.load()
    record = named.group(loaded.registry, group, where)
    ask = asking.lacks(**{"person, --organisation or --function": person or organisation or function or role})
    documented = named.sources(loaded.registry, source)
    with asking.interview():
        at = decision(loaded.registry, where, record, meeting, item, ask=asking.in_terminal(), documented=bool(source))
        day = named.day(loaded.registry, where, until, at)
        wish = (person, organisation, function, role)
        index = leaving.ask(loaded.registry, record, day) if ask else leaving.find(loaded.registry, record, wish, day)
    step = left(loaded.registry, record, [index], day, at, documented)
    registry = take(where, loaded, step, commit=commit, dry_run=dry_run)
    tell(registry, record.id, record.entity.members[index].model_copy(update={"until": day}), dry_run=dry_run)


def tell(registry: "Registry", group: str, seat: "Seat", *, dry_run: bool) -> None:
    """Who sits there now, or sat, as what, and from when."""
    from vis_cli.cli.group import words
    from vis_cli.cli.record import answer
    from vis_cli.diagnostics.wording import fill
    from vis_cli.facts.names import name_of

    name = name_of(registry, group, "group")
    answer([fill("{group}: {seat}", {"group": name, "seat": words.seat(registry, seat)}, _)], dry_run=dry_run)
