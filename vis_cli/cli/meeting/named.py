"""The meeting or the group that a user named."""

import datetime as dt
from typing import TYPE_CHECKING, Annotated

import typer

from vis_cli.cli.language import _
from vis_cli.cli.where import Where
from vis_cli.errors import N_, Failure

if TYPE_CHECKING:
    from vis_cli.model.group import Group
    from vis_cli.model.meeting import Meeting
    from vis_cli.registry import Record, Registry

Named = Annotated[
    str,
    typer.Argument(
        metavar=_(N_("MEETING")),
        help=_(N_("The meeting: its id, the path of its file, or a name of the group and the day.")),
    ),
]
NamedGroup = Annotated[
    str, typer.Argument(metavar=_(N_("GROUP")), help=_(N_("The group: its id, or a name of it or a part of one.")))
]


def group(registry: "Registry", given: str, where: Where | None = None) -> "Record[Group]":
    """The group that was meant: by id, path, a name or words of one. Raises Failure with what is near."""
    from vis_cli.cli.meant import the_one

    return the_one(registry, given, "group", where)


def meeting(registry: "Registry", given: str, where: Where | None = None) -> "Record[Meeting]":
    """The meeting that was meant: by id or path, or by a name of its group and its day, as it is or was first planned.

    Raises Failure with what is near.
    """
    from vis_cli.cli.listing import find
    from vis_cli.model.meeting import Meeting

    if record := registry.get(Meeting, given):
        return record
    words, _space, last = given.strip().rpartition(" ")
    day = _day(last)
    if words and day:
        of = group(registry, words, where)
        held = [item for item in registry.all(Meeting) if item.entity.group == of.id]
        if found := [item for item in held if item.entity.date == day or item.id.endswith(last)]:
            return found[0]
        raise _nothing(of.id, held, day)
    named = find(registry, given, where)
    if named.kind != "meeting":
        raise Failure(
            N_("`{id}` is not a meeting"),
            hint=N_('write the group and the day, "{id} 2031-02-20"; `vis list meeting` shows the meetings'),
            id=given,
        )
    return named


def _nothing(group: str, held: "list[Record[Meeting]]", day: dt.date) -> Failure:
    near = sorted(held, key=lambda item: abs((item.entity.date - day).days))[:3]
    return Failure(
        N_("`{group}` has no meeting on {day}"),
        hint=N_("it has {near}") if near else N_("`vis meeting new {group} --date {day}` plans one"),
        group=group,
        day=day,
        near=", ".join(str(item.entity.date) for item in near),
    )


def _day(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None
