"""`vis report inventory`: the ten facts of each group, as chapter 2 of the report of 2022 has them."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from vis_cli.cli.language import _
from vis_cli.cli.options import At, Json, On
from vis_cli.cli.overwriting import Force
from vis_cli.cli.report.made import Output
from vis_cli.cli.where import Where, left_out
from vis_cli.errors import N_

if TYPE_CHECKING:
    from vis_cli.facts.ten_facts import Inventoried


def add(app: typer.Typer) -> None:
    """Register the command."""
    app.command("inventory", help=_(N_("The ten facts of each group: known, missing and why, or not known.")))(
        inventory
    )


def inventory(
    context: typer.Context,
    groups: Annotated[
        list[str] | None,
        typer.Argument(metavar=_(N_("[GROUP]...")), help=_(N_("These groups, by id or name; without them, all."))),
    ] = None,
    on: On = None,
    at: At = None,
    output: Output = None,
    json: Json = False,
    force: Force = False,
) -> None:
    from vis_cli.cli.meant import the_one
    from vis_cli.cli.report.made import write, write_json
    from vis_cli.cli.texts import say_known
    from vis_cli.documents.inventory import inventory_report
    from vis_cli.facts.ten_facts import inventory as inventoried

    where: Where = context.obj
    loaded, known = where.load_at(at)
    say_known(known)
    left_out(loaded, ("group", "meeting", "agreement", "annual-plan"))
    registry, day = loaded.registry, where.day(on)
    chosen = tuple(the_one(registry, name, "group", where) for name in groups or ()) or None
    found = inventoried(registry, day, chosen)
    if json:
        data = {"on": day.isoformat(), "groups": [_data(item) for item in found]}
        write_json(where, data, output, force=force)
    else:
        write(where, loaded, inventory_report(registry, found, day), output, known, force=force, faulty=True)


def _data(item: "Inventoried") -> dict[str, Any]:
    from vis_cli.facts.plain import plain

    own, work = item.group.entity, item.activity
    profile = plain(item.group).get("profile") or {}
    return {
        "group": item.group.id,
        "type": own.type,
        "status": own.status,
        "joint": own.joint,
        "facts": {entry.name: {"state": entry.state, **(profile.get(entry.name) or {})} for entry in item.entries},
        "annual_plan": item.has_plan,
        "municipalities": list(item.body.municipalities),
        "agreements": [record.id for record in item.agreements],
        "last_meeting": str(work.last.entity.date if work.last else work.stated or "") or None,
        "next_meeting": work.next.id if work.next else None,
        "months_since": work.months,
        "stale": work.stale,
        "sources": list((own.profile.sources if own.profile else ()) or own.sources),
    }
