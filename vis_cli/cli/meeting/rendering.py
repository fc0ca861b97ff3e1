"""`vis meeting agenda` and `minutes`: the documents of a meeting."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Literal

import typer

from vis_cli.cli.language import _
from vis_cli.cli.meeting.named import Named
from vis_cli.cli.overwriting import Force
from vis_cli.cli.where import Where
from vis_cli.errors import N_


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


def agenda(
    context: typer.Context, meeting: Named, output: Output = None, format: Kind = None, force: Force = False
) -> None:
    _render(context.obj, "agenda", meeting, output, format, force)


def minutes(
    context: typer.Context, meeting: Named, output: Output = None, format: Kind = None, force: Force = False
) -> None:
    _render(context.obj, "minutes", meeting, output, format, force)


def _render(
    where: Where,
    document: Literal["agenda", "minutes"],
    given: str,
    output: Path | None,
    format: Format | None,
    force: bool,
) -> None:
    from vis_cli.cli.meeting import named
    from vis_cli.cli.render import produce
    from vis_cli.documents.meeting import agenda, minutes, no_minutes
    from vis_cli.errors import Failure

    loaded = where.load()
    record = named.meeting(loaded.registry, given, where)
    if document == "minutes" and (why := no_minutes(record.entity)):
        hint = N_("`vis meeting agenda` prints what is known before the meeting")
        raise Failure(N_("there are no minutes of `{id}`: {why}"), hint=hint, exit_code=1, id=record.id, why=why)
    make = agenda if document == "agenda" else minutes
    produce(where, loaded, record, make, output, format.value if format else None, force=force)
