"""`vis group chart`: the organisation chart, drawn, listed or as text for Mermaid."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from vis_cli.cli.language import _
from vis_cli.cli.meeting.rendering import Output
from vis_cli.cli.options import On
from vis_cli.cli.overwriting import Force
from vis_cli.cli.where import Where, left_out
from vis_cli.errors import N_, Failure


class Format(StrEnum):
    """What the chart is written as."""

    svg = "svg"
    mermaid = "mermaid"
    md = "md"
    pdf = "pdf"


_ENDINGS = {
    ".svg": Format.svg,
    ".mmd": Format.mermaid,
    ".mermaid": Format.mermaid,
    ".md": Format.md,
    ".pdf": Format.pdf,
}


def add(app: typer.Typer) -> None:
    """Register the command."""
    app.command("chart", help=_(N_("The organisation chart: who reports to whom, and what passes to whom.")))(chart)


def chart(
    context: typer.Context,
    format: Annotated[
        Format | None, typer.Option("--format", help=_(N_("A drawing, text for Mermaid, or a page with a list.")))
    ] = None,
    output: Output = None,
    on: On = None,
    ended: Annotated[bool, typer.Option("--all", help=_(N_("With the groups that have ended.")))] = False,
    force: Force = False,
) -> None:
    from vis_cli.cli.render import draw, finish, target
    from vis_cli.cli.texts import deliver
    from vis_cli.documents.chart import chart_page, mermaid

    where: Where = context.obj
    wanted = format or _format_of(output)
    loaded, day = where.load(), where.day(on)
    document = chart_page(loaded.registry, day, ended=ended)
    left_out(loaded, ("group",))
    if wanted is Format.mermaid:
        deliver(mermaid(loaded.registry, day, ended=ended), target(where, output, force=force))
    elif wanted is Format.svg and document.poster:
        draw(where, document.poster, output or Path("-"), force=force)
    else:
        finish(where, document, output, wanted, force=force)


def _format_of(output: Path | None) -> Format:
    if output is None or str(output) == "-":
        return Format.md
    if output.suffix in _ENDINGS:
        return _ENDINGS[output.suffix]
    raise Failure(
        N_("`{file}` is no format of the chart"), hint=N_("let it end in .svg, .mmd, .md or .pdf"), file=output.name
    )
