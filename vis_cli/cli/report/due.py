"""`vis report due`: everything that is late or coming, with its owner; what `vis check --due` judges by."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from vis_cli.cli.language import _
from vis_cli.cli.options import At, Json, On
from vis_cli.cli.overwriting import Force
from vis_cli.cli.report.made import Output
from vis_cli.cli.where import AGREEMENTS, Where, left_out
from vis_cli.errors import N_

if TYPE_CHECKING:
    from vis_cli.facts.due import Agenda
    from vis_cli.facts.due_values import Due


def add(app: typer.Typer) -> None:
    """Register the command."""
    app.command("due", help=_(N_("What is late, what is due soon, and what waits.")))(due)


def due(
    context: typer.Context,
    within: Annotated[
        int,
        typer.Option(
            "--within", metavar=_(N_("DAYS")), min=0, max=3660, help=_(N_("What is due in so many days, too."))
        ),
    ] = 90,
    on: On = None,
    at: At = None,
    output: Output = None,
    json: Json = False,
    force: Force = False,
) -> None:
    from vis_cli.cli.report.made import write, write_json
    from vis_cli.cli.texts import say_known
    from vis_cli.documents.due import KINDS, due_list
    from vis_cli.facts.due import due as found_in

    where: Where = context.obj
    loaded, known = where.load_at(at)
    say_known(known)
    left_out(loaded, tuple(kind for kind in KINDS if kind not in AGREEMENTS))
    found = found_in(loaded.registry, where.day(on), within)
    if json:
        write_json(where, as_data(found), output, force=force)
    else:
        write(where, loaded, due_list(loaded.registry, found), output, known, force=force, faulty=True)


def as_data(found: "Agenda") -> dict[str, Any]:
    """What is due, for programs."""
    return {
        "on": found.on.isoformat(),
        "until": found.until.isoformat(),
        "late": [_data(item) for item in found.late],
        "coming": [_data(item) for item in found.coming],
        "waits": [
            {
                "kind": item.kind,
                "of": {"kind": item.record.kind, "id": item.record.id},
                "part": item.part or None,
                "owners": list(item.owners),
                "since": str(item.since) if item.since else None,
            }
            for item in found.waits
        ],
    }


def _data(item: "Due") -> dict[str, Any]:
    return {
        "kind": item.kind,
        "title": item.title or item.record.name,
        "of": {"kind": item.record.kind, "id": item.record.id},
        "part": item.part or None,
        "owners": list(item.owners),
        "when": str(item.when),
    }
