"""`vis meeting add`, `reorder` and `drop`: an agenda by hand."""

from typing import TYPE_CHECKING, Annotated

import typer

from vis_cli.cli.language import _
from vis_cli.cli.meeting.items import NamedItem, index_of
from vis_cli.cli.meeting.named import Named
from vis_cli.cli.options import Commit, DryRun
from vis_cli.cli.where import Where
from vis_cli.errors import N_, Failure

if TYPE_CHECKING:
    from vis_cli.model.item import ItemType
    from vis_cli.model.meeting import Meeting
    from vis_cli.registry import Record

_EACH_TIME = ("standing", "previous-minutes", "assignment")
"""What is dropped from one agenda, and comes to the next all the same."""
_ITEM, _ID = N_("ITEM"), N_("ID")
Before = Annotated[str | None, typer.Option("--before", metavar=_(_ITEM), help=_(N_("Before this item.")))]
After = Annotated[str | None, typer.Option("--after", metavar=_(_ITEM), help=_(N_("After this item.")))]


def add(app: typer.Typer) -> None:
    """Register the commands."""
    app.command("add", help=_(N_("Put an item on the agenda, at its place or where you say.")))(put)
    app.command("reorder", help=_(N_("Give an item of the agenda another place.")))(reorder)
    app.command("drop", help=_(N_("Take an item off the agenda, with the reason.")))(drop)


def put(
    context: typer.Context,
    meeting: Named,
    heading: Annotated[
        str | None, typer.Option("--heading", metavar=_(N_("TEXT")), help=_(N_("What it is called.")))
    ] = None,
    type: Annotated[
        str | None,
        typer.Option(
            "--type",
            metavar=_(N_("TYPE")),
            help=_(N_("Its type: information, decision, recommendation, dialogue, discussion.")),
        ),
    ] = None,
    presenter: Annotated[
        list[str] | None, typer.Option("--presenter", metavar=_(N_("WHO")), help=_(N_("Who presents it.")))
    ] = None,
    about: Annotated[
        list[str] | None,
        typer.Option(
            "--about",
            metavar=_(_ID),
            help=_(N_("The agreement, question, activity, project or plan that it is about.")),
        ),
    ] = None,
    text: Annotated[
        str | None, typer.Option("--text", metavar=_(N_("TEXT")), help=_(N_("What it is about, in Markdown.")))
    ] = None,
    before: Before = None,
    after: After = None,
    at: Annotated[int | None, typer.Option("--at", min=1, help=_(N_("As which item of the agenda.")))] = None,
    commit: Commit = False,
    dry_run: DryRun = False,
) -> None:
    from vis_cli.actions.meeting import items as action
    from vis_cli.actions.step import line
    from vis_cli.cli import asking
    from vis_cli.cli.meant import one_of
    from vis_cli.cli.meeting import named, told
    from vis_cli.cli.meeting.interview import describe
    from vis_cli.cli.record import answer, take
    from vis_cli.facts.names import ACTORS, MATTERS
    from vis_cli.model.item import Item

    where: Where = context.obj
    loaded = where.load()
    record = named.meeting(loaded.registry, meeting, where)
    place = _place(record, before, after, at)
    chosen = item_type(type) if type else None
    asked = asking.lacks(heading=heading, type=chosen)
    item = Item.model_construct(
        id="punkt",
        heading=line(heading) if heading else "–",
        type=chosen or "information",
        presenters=tuple(one_of(loaded.registry, each, ACTORS) for each in presenter or ()),
        about=tuple(one_of(loaded.registry, each, MATTERS) for each in about or ()),
        text=text.strip() or None if text else None,
    )
    if asked:
        item = describe(loaded.registry, item, heading=bool(heading), type=bool(chosen))
    step, added = action.add(loaded.registry, record, item, place)
    take(where, loaded, step, commit=commit, dry_run=dry_run)
    answer(told.line(added), dry_run=dry_run)


def reorder(
    context: typer.Context,
    meeting: Named,
    item: NamedItem,
    before: Before = None,
    after: After = None,
    to: Annotated[int | None, typer.Option("--to", min=1, help=_(N_("As which item of the agenda.")))] = None,
    commit: Commit = False,
    dry_run: DryRun = False,
) -> None:
    from vis_cli.actions.meeting import items as action
    from vis_cli.cli.meeting import named, told
    from vis_cli.cli.record import answer, take

    where: Where = context.obj
    loaded = where.load()
    record = named.meeting(loaded.registry, meeting, where)
    index = index_of(record, item)
    gap = _place(record, before, after, None)
    if gap is not None:
        place = gap if gap <= index else gap - 1
    elif to is None:
        raise Failure(N_("say where to: --before, --after or --to"))
    else:
        place = min(to, len(record.entity.items)) - 1
    step, moved = action.reorder(loaded.registry, record, index, place)
    if step:
        take(where, loaded, step, commit=commit, dry_run=dry_run)
    else:
        typer.echo(_(N_("it stands there already")), err=True)
    answer(told.line(moved), dry_run=dry_run)


def drop(
    context: typer.Context,
    meeting: Named,
    item: NamedItem,
    reason: Annotated[str | None, typer.Option("--reason", metavar=_(N_("TEXT")), help=_(N_("Why.")))] = None,
    commit: Commit = False,
    dry_run: DryRun = False,
) -> None:
    from vis_cli.actions.meeting import items as action
    from vis_cli.cli import asking
    from vis_cli.cli.meeting import named
    from vis_cli.cli.record import answer, take

    where: Where = context.obj
    loaded = where.load()
    record = named.meeting(loaded.registry, meeting, where)
    index = index_of(record, item)
    why = asking.wanted(reason, "reason", N_("Why is it dropped"))
    step, gone = action.drop(loaded.registry, record, index, why)
    take(where, loaded, step, commit=commit, dry_run=dry_run)
    if gone.origin is None:
        text = _(N_("removed: {heading}; the reason is kept in the message of the commit, where one is made"))
    elif gone.origin.kind in _EACH_TIME:
        text = _(N_("dropped from this agenda, with the reason: {heading}; it comes again at the next meeting"))
    else:
        text = _(N_("dropped for good, with the reason: {heading}; `vis meeting add` brings it to a later meeting"))
    answer([text.format(heading=gone.heading)], dry_run=dry_run)


def item_type(given: str) -> "ItemType":
    """The type of an item, in English or as it is translated. Raises Failure with what is near."""
    from typing import get_args

    from vis_cli.cli.meant import choice
    from vis_cli.model.item import ItemType

    types: tuple[ItemType, ...] = get_args(ItemType)
    return choice(given, types, N_("type"))


def _place(record: "Record[Meeting]", before: str | None, after: str | None, at: int | None) -> int | None:
    """The index before which an item is to stand; None where that was not said. Raises Failure."""
    if sum(given is not None for given in (before, after, at)) > 1:
        raise Failure(N_("say one place only: --before, --after or a number"))
    if before is not None:
        return index_of(record, before)
    if after is not None:
        return index_of(record, after) + 1
    return None if at is None else min(at - 1, len(record.entity.items))
