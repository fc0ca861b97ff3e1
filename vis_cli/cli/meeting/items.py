"""The item of an agenda that a user named, and the people and matters that go with one."""

from typing import TYPE_CHECKING, Annotated

import typer

from vis_cli.cli.language import _
from vis_cli.errors import N_, Failure

if TYPE_CHECKING:
    from vis_cli.model.meeting import Meeting
    from vis_cli.registry import Record, Registry

NamedItem = Annotated[
    str,
    typer.Argument(metavar=_(N_("ITEM")), help=_(N_("The item: its number, its id, or words of its heading."))),
]
ACTORS = ("person", "group", "organisation")
MATTERS = ("agreement", "question", "activity", "project", "plan")


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


def one_of(registry: "Registry", given: str, kinds: tuple[str, ...]) -> str:
    """The id of what was named, of one of some kinds: by id or by a name. Raises Failure with what is near."""
    from vis_cli.cli.meant import the_one

    if record := registry.find(given, kinds):
        return record.id
    failures = []
    for kind in kinds:
        try:
            return the_one(registry, given, kind).id
        except Failure as failure:
            failures.append(failure)
    said = [failure for failure in failures if failure.values.get("near") or failure.values.get("ids")]
    raise (said or failures)[0]
