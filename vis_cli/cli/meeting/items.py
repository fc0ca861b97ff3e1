"""The item of an agenda that a user named."""

from typing import TYPE_CHECKING, Annotated

import typer

from vis_cli.cli.language import _
from vis_cli.errors import N_, Failure

if TYPE_CHECKING:
    from vis_cli.model.item import Item
    from vis_cli.model.meeting import Meeting
    from vis_cli.registry import Record

NamedItem = Annotated[
    str,
    typer.Argument(metavar=_(N_("ITEM")), help=_(N_("The item: its number, its id, or words of its heading."))),
]


def item(meeting: "Record[Meeting]", given: str) -> "Item":
    """The item that was meant: by number, id or words of the heading. Raises Failure with what there is."""
    return meeting.entity.items[index_of(meeting, given)]


def index_of(meeting: "Record[Meeting]", given: str) -> int:
    """The index of the item that was meant: by number, id or words of the heading. Raises Failure."""
    from vis_cli.facts.stems import fold

    items = meeting.entity.items
    asked = fold(" ".join(given.split()))
    words = "" if asked.isdigit() else asked
    for found in (
        [i for i, item in enumerate(items) if item.id == given or str(item.number) == given.strip().rstrip(".")],
        [i for i, item in enumerate(items) if fold(item.heading) == asked],
        [i for i, item in enumerate(items) if words and f" {words}" in f" {fold(item.heading)}"],
    ):
        if len(found) == 1:
            return found[0]
        if found:
            raise Failure(
                N_("`{given}` can be several items: {items}"),
                hint=N_("write the number or the id of the one that you mean"),
                given=given,
                items=", ".join(f"{items[i].number or '–'} `{items[i].id}`" for i in found[:6]),
            )
    raise Failure(
        N_("`{id}` has no item `{given}`"),
        hint=N_("it has {items}") if items else N_("its agenda is empty; `vis meeting compose {id}` fills it"),
        id=meeting.id,
        given=given,
        items=", ".join(f"{item.number or '–'} `{item.id}`" for item in items),
    )
