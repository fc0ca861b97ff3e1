"""`vis forum matrix`: area by type of forum, in a terminal, as JSON and as a document."""

from typing import TYPE_CHECKING, Annotated

import typer

from vis_cli.cli.as_json import print_json
from vis_cli.cli.forum.named import InArea
from vis_cli.cli.language import _
from vis_cli.cli.meeting.rendering import Output
from vis_cli.cli.options import At, Json, On
from vis_cli.cli.overwriting import Force
from vis_cli.cli.where import Where, left_out
from vis_cli.diagnostics.wording import fill
from vis_cli.errors import N_, Failure

if TYPE_CHECKING:
    import datetime as dt

    from vis_cli.model.area import Area
    from vis_cli.registry import Record, Registry


def add(app: typer.Typer) -> None:
    """Register the command."""
    app.command("matrix", help=_(N_("Area by type of forum: where there is one, none, or nobody knows.")))(matrix)


def matrix(
    context: typer.Context,
    type: Annotated[
        list[str] | None,
        typer.Option("--type", metavar=_(N_("TYPE")), help=_(N_("Only this type; may be given several times."))),
    ] = None,
    area: InArea = None,
    municipality: Annotated[
        str | None,
        typer.Option("--municipality", metavar=_(N_("MUNICIPALITY")), help=_(N_("Only the areas of a municipality."))),
    ] = None,
    all: Annotated[bool, typer.Option("--all", help=_(N_("Also the areas of which nothing is known.")))] = False,
    on: On = None,
    at: At = None,
    json: Json = False,
    output: Output = None,
    force: Force = False,
) -> None:
    from vis_cli.cli.forum import grid, words
    from vis_cli.cli.forum.reading import KINDS
    from vis_cli.cli.render import produce_all
    from vis_cli.cli.texts import say_known
    from vis_cli.documents.forums import forum_matrix
    from vis_cli.facts.forum_counts import count
    from vis_cli.facts.forums import TYPES, unplaced
    from vis_cli.facts.forums import matrix as cells

    if output and (json or at):
        raise Failure(N_("`-o` writes a document of what is on disk; it goes with neither `--json` nor `--at`"))
    where: Where = context.obj
    loaded, known = where.load_at(at)
    say_known(known)
    left_out(loaded, KINDS)
    registry, day = loaded.registry, where.day(on)
    types = tuple(dict.fromkeys(words.type_named(each) for each in type or ())) or TYPES
    areas = _areas(registry, where, day, area, municipality)
    rows = cells(registry, day, areas, types)
    counts = [each for its in types for each in count(registry, its, areas, day)]
    loose = () if area or municipality else unplaced(registry, day, types)
    if output:
        produce_all(where, loaded, forum_matrix(registry, rows, counts, day, loose), output, force=force)
    elif json:
        report = {
            "on": day.isoformat(),
            **grid.as_data(rows, counts),
            "tied_to_no_area": [record.id for record in loose],
        }
        print_json(report)
    else:
        typer.echo("\n".join(grid.as_lines(rows, counts, loose, whole=all)), nl=bool(areas or loose))
        if not areas:
            typer.echo(fill(N_("no area is known on {day}"), {"day": day}, _), err=True)


def _areas(
    registry: "Registry", where: Where, day: "dt.date", area: str | None, municipality: str | None
) -> "tuple[Record[Area], ...]":
    """The areas that are asked for, as they are on the day."""
    from vis_cli.cli.contact.named import municipality_of
    from vis_cli.cli.forum import named
    from vis_cli.facts.areas import areas_on, now

    found = areas_on(registry, day)
    if area:
        wanted = now(registry, named.area(registry, area, where).id, day)
        found = tuple(record for record in found if record.id in wanted)
    if municipality:
        of = municipality_of(registry, municipality)
        found = tuple(record for record in found if record.entity.municipality == of)
    if not found and (area or municipality):
        raise Failure(N_("no area is like that on {day}"), hint=N_("`vis list area` shows the areas"), day=day)
    return found
