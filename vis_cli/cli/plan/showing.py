"""`vis plan show`: a year in the terminal, as a document with its wheel, or the wheel alone."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vis_cli.cli.as_json import print_json
from vis_cli.cli.language import _
from vis_cli.cli.options import At, Json
from vis_cli.cli.where import AGENDAS, Where, left_out
from vis_cli.errors import N_, Failure

if TYPE_CHECKING:
    from vis_cli.facts.year import Year
    from vis_cli.registry import Loaded

Named = Annotated[
    int, typer.Argument(metavar=_(N_("YEAR")), min=1900, max=2999, help=_(N_("Which year, in four digits.")))
]
Whose = Annotated[
    str | None,
    typer.Option(
        "--group", metavar=_(N_("GROUP")), help=_(N_("Only this group, by its id, its name or a part of it."))
    ),
]
Output = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar=_(N_("FILE")),
        help=_(N_("Write the plan to this file (.md or .pdf), or its wheel alone (.svg).")),
    ),
]


def add(app: typer.Typer) -> None:
    """Register the command."""
    app.command("show", help=_(N_("The year of all bodies or one, as a table, document or wheel.")))(show)


def show(
    context: typer.Context, year: Named, group: Whose = None, output: Output = None, at: At = None, json: Json = False
) -> None:
    from vis_cli.cli.plan.data import of_year
    from vis_cli.cli.plan.lines import as_lines
    from vis_cli.cli.texts import say_known

    where: Where = context.obj
    if output and (at or json):
        raise Failure(
            N_("a document is made from the files on disk, and is not JSON"), hint=N_("leave out --at, --json")
        )
    loaded, known = where.load_at(at)
    say_known(known)
    left_out(loaded, AGENDAS)
    found = _found(where, loaded, year, group)
    if output:
        _write(where, loaded, found, output)
    elif json:
        print_json(of_year(loaded.registry, found))
    else:
        typer.echo("\n".join(as_lines(loaded.registry, found)))


def _found(where: Where, loaded: "Loaded", number: int, group: str | None) -> "Year":
    from vis_cli.cli.meant import the_one
    from vis_cli.facts.year import year

    return year(loaded.registry, number, the_one(loaded.registry, group, "group", where) if group else None)


def _write(where: Where, loaded: "Loaded", year: "Year", output: Path) -> None:
    from vis_cli.cli.render import draw, finish, refuse_faults
    from vis_cli.documents.year import annual_plan

    formats = {".md": "md", ".pdf": "pdf", ".svg": "svg"}
    if output.suffix not in formats:
        raise Failure(N_("`{file}` is no format of this plan"), hint=N_("let it end in .md, .pdf or .svg"), file=output)
    document = annual_plan(loaded.registry, year)
    refuse_faults(where, loaded, document)
    if output.suffix == ".svg" and document.poster:
        draw(where, document.poster, output)
    else:
        finish(where, document, output, formats[output.suffix])
