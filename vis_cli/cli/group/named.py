"""What a user named of a group: itself, roles, sides, the decision behind a change, the organisation and the person."""

from typing import TYPE_CHECKING, Annotated, get_args

import typer

from vis_cli.cli.language import _
from vis_cli.cli.where import Where
from vis_cli.errors import N_, Failure

if TYPE_CHECKING:
    from vis_cli.model.citing import AtItem
    from vis_cli.model.group import Group
    from vis_cli.model.meeting import Meeting as MeetingModel
    from vis_cli.model.values import When
    from vis_cli.registry import Record, Registry

Named = Annotated[
    str, typer.Argument(metavar=_(N_("GROUP")), help=_(N_("The group: its id, or a name of it or a part of one.")))
]
Meeting = Annotated[
    str | None,
    typer.Option(
        "--meeting", metavar=_(N_("MEETING")), help=_(N_("The meeting that decided it: id, or name and day."))
    ),
]
Item = Annotated[
    str | None,
    typer.Option("--item", metavar=_(N_("ITEM")), help=_(N_("The item of that meeting: number, id or words of it."))),
]
Source = Annotated[
    list[str] | None,
    typer.Option(
        "--source",
        metavar=_(N_("SOURCE")),
        help=_(N_("The source that states it, and where in it: 003:34. For what has been so, in place of a decision.")),
    ),
]
Person = Annotated[
    str | None, typer.Option("--person", metavar=_(N_("PERSON")), help=_(N_("Who: id, or a name or a part of one.")))
]
Organisation = Annotated[
    str | None,
    typer.Option("--organisation", metavar=_(N_("ORGANISATION")), help=_(N_("Whose seat it is: id or name."))),
]
Function = Annotated[
    str | None,
    typer.Option("--function", metavar=_(N_("TEXT")), help=_(N_("The function that comes with it: socialdirektör."))),
]
Side = Annotated[
    str | None,
    typer.Option(
        "--side", metavar=_(N_("SIDE")), help=_(N_("region, municipality, joint, external; else the organisation's."))
    ),
]
From = Annotated[
    str | None,
    typer.Option("--from", metavar=_(N_("DATE")), help=_(N_("First day; without it, that of the meeting, or today."))),
]

_WORDS = {
    "chair": ("ordf",),
    "vice-chair": ("vice ordf", "viceordförande"),
    "process-leader": ("processledning",),
    "member": ("medlem", "representant"),
    "substitute": ("suppleant",),
}


def group(registry: "Registry", given: str, where: Where | None = None) -> "Record[Group]":
    """The group that was meant: by id, path, a name or words of one. Raises Failure with what is near."""
    from vis_cli.cli.meant import the_one

    return the_one(registry, given, "group", where)


def role(given: str) -> str:
    """The role that was named, in either language. Raises Failure with what is near."""
    from vis_cli.cli.meant import choice

    words: dict[str, tuple[str, ...]] = {each: _WORDS.get(each, ()) for each in roles()}
    return choice(given, words, N_("role"))


def roles() -> tuple[str, ...]:
    """The roles of seats."""
    from vis_cli.model.group import Seat

    words: tuple[str, ...] = get_args(Seat.model_fields["role"].annotation)
    return words


def side(given: str) -> str:
    """The side that was named, in either language. Raises Failure with what is near."""
    from vis_cli.cli.meant import choice
    from vis_cli.model.values import Side

    words: dict[str, tuple[str, ...]] = {each: ("båda",) if each == "joint" else () for each in get_args(Side)}
    return choice(given, words, N_("side"))


def organisation(registry: "Registry", given: str) -> str:
    """The id of the organisation that was meant. Raises Failure with what is near."""
    from vis_cli.cli.agreement.named import party

    return party(registry, given)


def person(registry: "Registry", given: str) -> str:
    """The id of the person that was meant. Raises Failure with what is near, and how somebody new is registered."""
    from vis_cli.cli.meant import the_one

    try:
        return the_one(registry, given, "person").id
    except Failure as failure:
        if failure.values.get("near") or failure.values.get("ids"):
            raise
        raise Failure(
            N_("there is no {kind} `{given}`"), hint=N_("`vis person new` registers somebody"), **failure.values
        ) from None


def at_item(registry: "Registry", where: Where, meeting: str | None, item: str | None) -> "AtItem | None":
    """The item of a meeting that was named. Raises Failure with what there is."""
    from vis_cli.cli.meeting import named
    from vis_cli.cli.meeting.items import index_of
    from vis_cli.model.citing import AtItem

    if item and not meeting:
        raise Failure(N_("--item needs --meeting"))
    if not meeting:
        return None
    record = named.meeting(registry, meeting, where)
    found = record.entity.items[index_of(record, item)].id if item else None
    return AtItem.model_construct(meeting=record.id, item=found)


def day(registry: "Registry", where: Where, given: str | None, at: "AtItem | None") -> "When":
    """When: as given, else the day of the meeting that decided it, else today. Raises Failure."""
    from vis_cli.actions.step import when
    from vis_cli.model.meeting import Meeting
    from vis_cli.model.values import When

    if given:
        return when(given)
    record = registry.get(Meeting, at.meeting) if at else None
    return When.parse((record.entity.date if record else where.today()).isoformat())


def sources(registry: "Registry", given: "list[str] | None") -> tuple[str, ...]:
    """The sources that were named: `003:34`. Raises Failure where one is not in the register."""
    from vis_cli.model.source import Source

    for each in given or ():
        if registry.get(Source, each.partition(":")[0]) is None:
            raise Failure(
                N_("there is no source `{given}`"), hint=N_("`vis list source` shows those that exist"), given=each
            )
    return tuple(given or ())


def meetings(registry: "Registry", body: "Record[Group] | None") -> "tuple[Record[MeetingModel], ...]":
    """The meetings of a body that have items, the latest first: what a decision can be chosen among."""
    from vis_cli.facts.meetings import timelines

    held = timelines(registry).get(body.id, ()) if body else ()
    return tuple(reversed([record for record in held if record.entity.items]))
