"""`vis deviation summary`: how many cases, by agreement, area, type and year. (R-UPP-3, 002:268-269)"""

from typing import Annotated

import typer

from vis_cli.cli.as_json import print_json
from vis_cli.cli.forum.named import InArea, OfAgreement
from vis_cli.cli.language import _
from vis_cli.cli.meeting.rendering import Output
from vis_cli.cli.options import At, Json, On
from vis_cli.cli.overwriting import Force
from vis_cli.cli.where import Where, left_out
from vis_cli.errors import N_, Failure


def add(app: typer.Typer) -> None:
    """Register the command."""
    app.command("summary", help=_(N_("Count the cases by agreement, area, type and year.")))(summary)


def summary(
    context: typer.Context,
    agreement: OfAgreement = None,
    area: InArea = None,
    year: Annotated[
        int | None, typer.Option("--year", metavar=_(N_("YEAR")), help=_(N_("Only what certainly was in this year.")))
    ] = None,
    on: On = None,
    at: At = None,
    json: Json = False,
    output: Output = None,
    force: Force = False,
) -> None:
    from vis_cli.cli.agreement.named import agreement as the_agreement
    from vis_cli.cli.deviation import lines
    from vis_cli.cli.deviation.reading import KINDS
    from vis_cli.cli.forum.named import area as the_area
    from vis_cli.cli.render import produce_all
    from vis_cli.cli.texts import say_known
    from vis_cli.diagnostics.wording import fill
    from vis_cli.documents.deviations import deviation_summary
    from vis_cli.facts.deviations import deviations, in_area
    from vis_cli.facts.deviations import summary as summed

    if output and (json or at):
        raise Failure(N_("`-o` writes a document of what is on disk; it goes with neither `--json` nor `--at`"))
    where: Where = context.obj
    loaded, known = where.load_at(at)
    say_known(known)
    left_out(loaded, KINDS)
    registry, day = loaded.registry, where.day(on)
    of = the_agreement(registry, agreement, where).id if agreement else None
    there = the_area(registry, area, where).id if area else None
    found = [
        record
        for record in deviations(registry)
        if of in (None, record.entity.agreement)
        and (there is None or in_area(registry, record, there, day))
        and (year is None or record.entity.date.earliest.year == record.entity.date.latest.year == year)
    ]
    rows = summed(registry, found, day)
    if output:
        produce_all(where, loaded, deviation_summary(registry, found, rows, day, year), output, force=force)
    elif json:
        items = [
            {
                "agreement": row.agreement,
                "area": row.area,
                "also_reported_for": list(row.before),
                "type": row.type,
                "years": {str(its) if its else "unknown": number for its, number in row.years.items()},
                "total": row.total,
            }
            for row in rows
        ]
        report = {"on": day.isoformat(), "items": items}
        print_json(report)
    else:
        typer.echo("\n".join(lines.summary(registry, rows)) if rows else "", nl=bool(rows))
        open_ = sum(1 for record in found if record.entity.closed is None)
        message = N_("found: {count}; cases: {cases}; open: {open}") if found else lines.none(registry)
        cases = sum(record.entity.count for record in found)
        typer.echo(fill(message, {"count": len(found), "cases": cases, "open": open_}, _), err=True)
