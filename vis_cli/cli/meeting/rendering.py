"""`vis meeting agenda`, `minutes`, `basis` and `extract`: the documents of a meeting."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vis_cli.cli.language import _
from vis_cli.cli.meeting.items import NamedItem, index_of
from vis_cli.cli.meeting.named import Named
from vis_cli.cli.overwriting import Force
from vis_cli.errors import N_, Failure

if TYPE_CHECKING:
    from collections.abc import Callable

    from vis_cli.cli.where import Where
    from vis_cli.documents.document import Document
    from vis_cli.model.item import Item
    from vis_cli.model.meeting import Meeting
    from vis_cli.registry import Record, Registry


class Format(StrEnum):
    """What a document is written as."""

    md = "md"
    pdf = "pdf"


Output = Annotated[
    Path | None,
    typer.Option(
        "--output", "-o", metavar=_(N_("FILE")), help=_(N_("Write to this file; its ending gives the format."))
    ),
]
Kind = Annotated[Format | None, typer.Option("--format", help=_(N_("Markdown or PDF.")))]


def add(app: typer.Typer) -> None:
    """Register the commands."""
    app.command("agenda", help=_(N_("The notice and agenda (kallelse och dagordning).")))(agenda)
    app.command("minutes", help=_(N_("The minutes (minnesanteckningar).")))(minutes)
    app.command("basis", help=_(N_("The decision basis of an item (beslutsunderlag).")))(basis)
    app.command("extract", help=_(N_("The extract of an item from the minutes (protokollsutdrag).")))(extract)


def agenda(
    context: typer.Context, meeting: Named, output: Output = None, format: Kind = None, force: Force = False
) -> None:
    from vis_cli.documents.agenda import agenda

    _render(context.obj, meeting, agenda, output, format, force)


def minutes(
    context: typer.Context, meeting: Named, output: Output = None, format: Kind = None, force: Force = False
) -> None:
    from vis_cli.documents.minutes import minutes

    _render(context.obj, meeting, minutes, output, format, force, held=True)


def basis(
    context: typer.Context,
    meeting: Named,
    item: NamedItem,
    output: Output = None,
    format: Kind = None,
    force: Force = False,
) -> None:
    from vis_cli.documents.basis import basis

    _render(context.obj, meeting, _of_item(item, basis), output, format, force)


def extract(
    context: typer.Context,
    meeting: Named,
    item: NamedItem,
    output: Output = None,
    format: Kind = None,
    force: Force = False,
) -> None:
    from vis_cli.documents.minutes import extract

    _render(context.obj, meeting, _of_item(item, extract), output, format, force, held=True)


def _of_item(
    given: str, make: "Callable[[Registry, Record[Meeting], Item], Document]"
) -> "Callable[[Registry, Record[Meeting]], Document]":
    """What makes a document of the item that was named; it raises Failure where there is none."""
    return lambda registry, record: make(registry, record, record.entity.items[index_of(record, given)])


def _render(
    where: "Where",
    given: str,
    make: "Callable[[Registry, Record[Meeting]], Document]",
    output: Path | None,
    format: Format | None,
    force: bool,
    *,
    held: bool = False,
) -> None:
    """Write a document of the meeting; with `held` only of one that has taken place. Raises Failure."""
    from vis_cli.cli.meeting import named
    from vis_cli.cli.render import produce
    from vis_cli.documents.minutes import no_minutes

    loaded = where.load()
    record = named.meeting(loaded.registry, given, where)
    if held and (why := no_minutes(record.entity)):
        hint = N_("`vis meeting agenda` prints what is known before the meeting")
        raise Failure(N_("there are no minutes of `{id}`: {why}"), hint=hint, exit_code=1, id=record.id, why=why)
    produce(where, loaded, record, make, output, format.value if format else None, force=force)
