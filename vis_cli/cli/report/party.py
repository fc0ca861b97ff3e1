"""`vis report party`: a municipality or the region on a page."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from vis_cli.cli.language import _
from vis_cli.cli.options import At, Json, On
from vis_cli.cli.overwriting import Force
from vis_cli.cli.report.made import Output
from vis_cli.cli.where import Where, left_out
from vis_cli.errors import N_

if TYPE_CHECKING:
    from vis_cli.facts.party_page import PartyPage
    from vis_cli.model.organisation import Organisation
    from vis_cli.registry import Record, Registry


def add(app: typer.Typer) -> None:
    """Register the command."""
    app.command("party", help=_(N_("A party on a page: what binds it, what waits for it.")))(party)


def party(
    context: typer.Context,
    party: Annotated[
        str, typer.Argument(metavar=_(N_("PARTY")), help=_(N_("A municipality or the region, by any name of it.")))
    ],
    on: On = None,
    at: At = None,
    output: Output = None,
    json: Json = False,
    force: Force = False,
) -> None:
    from vis_cli.cli.report.made import write, write_json
    from vis_cli.cli.texts import say_known
    from vis_cli.documents.party import KINDS, page
    from vis_cli.facts.party_page import party_page

    where: Where = context.obj
    loaded, known = where.load_at(at)
    say_known(known)
    left_out(loaded, tuple(kind for kind in KINDS if kind not in ("agreement", "version", "adoption")))
    registry = loaded.registry
    found = party_page(registry, named(registry, party), where.day(on))
    if json:
        write_json(where, _as_data(found), output, force=force)
    else:
        write(where, loaded, page(registry, found), output, known, force=force)


def named(registry: "Registry", given: str) -> "Record[Organisation]":
    """The party that was meant, however it was written; a guess is said. Raises Failure with what is near."""
    from vis_cli.cli.meant import the_one
    from vis_cli.diagnostics.wording import fill
    from vis_cli.errors import Failure
    from vis_cli.facts.naming import meant, names_of_organisations, near
    from vis_cli.facts.versions import principals
    from vis_cli.model.area import Area
    from vis_cli.model.organisation import Organisation

    names = names_of_organisations(registry, principals(registry, None))
    areas = {item.id: (item.name, *item.entity.aliases) for item in registry.all(Area)}
    if id := meant(given, names):
        return registry.records["organisation", id]
    if (id := meant(given, areas)) and (area := registry.get(Area, id)):
        return registry.records["organisation", area.entity.municipality]
    try:
        found: Record[Organisation] = the_one(registry, given, "organisation")
        if found.id in names:
            return found
        raise Failure(N_("`{id}` is no party: parties are the region and the municipalities"), id=found.id)
    except Failure as failure:
        guesses = near(given, names, 1) if "id" not in failure.values else ()
        record = registry.get(Organisation, guesses[0]) if guesses else None
        if record is None:
            raise
        values = {"given": given, "name": record.entity.name}
        typer.echo(fill(N_("`{given}` is taken for {name}"), values, _), err=True)
        return record


def _as_data(found: "PartyPage") -> dict[str, Any]:
    return {
        "on": found.on.isoformat(),
        "party": {"id": found.party.id, "name": found.party.entity.name},
        "binding": [
            {
                "agreement": item.agreement.id,
                "version": item.version.entity.version if item.version else None,
                "state": item.state,
                "since": str(item.since) if item.since else None,
                "coming": item.coming.version.entity.version if item.coming else None,
            }
            for item in found.binding
        ],
        "not_known_to_bind": [item.id for item in found.untold],
        "waits": [
            {
                "agreement": item.agreement.id,
                "version": item.version.entity.version,
                "since": str(item.since) if item.since else None,
            }
            for item in found.waits
        ],
        "replies": [item.agreement.id for item in found.replies],
        "seats": [
            {"group": item.group.id, "role": item.seat.role, "person": item.seat.person, "certain": item.sure}
            for item in found.seats
        ],
        "holders_not_known": [item.id for item in found.unknown],
        "areas": [
            {
                "area": item.area.id,
                **{
                    key: {"state": its.state, "names": its.values.get("names", [])}
                    for key, its in (("ksa", item.ksa), ("gsa", item.gsa))
                },
            }
            for item in found.areas
        ],
        "forums": [item.id for item in found.forums],
        "local_agreements": [item.id for item in found.local_agreements],
        "assignments": [item.address for item in found.tasks],
        "funds": [item.id for item in found.funds],
    }
