"""The item of a meeting that a user named."""

from typing import TYPE_CHECKING

from vis_cli.errors import N_, Failure

if TYPE_CHECKING:
    from vis_cli.model.item import Item
    from vis_cli.model.meeting import Meeting
    from vis_cli.registry import Record


def item(record: "Record[Meeting]", given: str) -> "Item":
    """The item that was meant: by its number, its id, or words of one heading. Raises Failure with those there are."""
    from vis_cli.facts.stems import fold

    items = record.entity.items
    asked = fold(" ".join(given.split()))
    found = (
        [one for one in items if given in (one.id, str(one.number))]
        or [one for one in items if fold(one.heading) == asked]
        or [one for one in items if asked and not asked.isdigit() and f" {asked}" in f" {fold(one.heading)}"]
    )
    if len(found) == 1:
        return found[0]
    near = ", ".join(f"`{one.id}`" for one in (found or items))
    if found:
        message, hint = N_("`{given}` can be several items: {items}"), N_("write the id of the one that you mean")
    else:
        message = N_("`{id}` has no item `{given}`")
        hint = N_("it has {items}") if items else N_("its agenda is empty")
    raise Failure(message, hint=hint, id=record.id, given=given, items=near)
