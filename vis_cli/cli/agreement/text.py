"""`vis agreement text` and `vis agreement paper`: documents of an agreement."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vis_cli.cli.language import _
from vis_cli.cli.where import Where
from vis_cli.errors import N_

if TYPE_CHECKING:
    from vis_cli.model.agreement import Agreement
    from vis_cli.registry import Record, Registry


class Format(StrEnum):
    """What a document is written as."""

    md = "md"
    pdf = "pdf"


Id = Annotated[str, typer.Argument(metavar="ID", help=_(N_("The agreement: its id, or its name.")))]
Version = Annotated[
    str | None,
    typer.Argument(metavar=_(N_("VERSION")), help=_(N_("Its version, also an older one; without it, the latest text."))),
]
Output = Annotated[
    Path | None,
    typer.Option(
        "--output", "-o", metavar=_(N_("FILE")), help=_(N_("Write to this file; its ending gives the format."))
    ),
]
Kind = Annotated[Format | None, typer.Option("--format", help=_(N_("Markdown or PDF.")))]


def add(app: typer.Typer) -> None:
    """Register the commands of this module."""
    app.command("text", help=_(N_("An agreement as a document: its text, and what is known about it.")))(text)


def text(
    context: typer.Context, id: Id, version: Version = None, output: Output = None, format: Kind = None
) -> None:
    from vis_cli.cli.render import produce
    from vis_cli.documents.agreement import agreement_text

    where: Where = context.obj
    loaded = where.load()
    record = agreement_named(loaded.registry, id, where)
    record, source = text_of(where, record, version)
    produce(
        where,
        loaded,
        record,
        lambda registry, found: agreement_text(registry, found, source),
        output,
        format.value if format else None,
    )


def agreement_named(registry: "Registry", given: str, where: Where) -> "Record[Agreement]":
    """The agreement that the user named. Raises Failure where there is none."""
    from vis_cli.cli.listing import find
    from vis_cli.errors import Failure

    record = find(registry, given if "/" in given or not registry.find(given, ("agreement",)) else f"agreement/{given}", where)
    if record.kind != "agreement":
        raise Failure(N_("`{id}` is not an agreement"), hint=N_("`vis list agreement` shows the agreements"), id=given)
    return record


def text_of(where: Where, record: "Record[Agreement]", version: str | None) -> "tuple[Record[Agreement], bytes]":
    """The agreement with the text of a version, and the bytes of that text's file. Raises Failure."""
    return record, where.tree().read(record.file.path)
