"""`vis contact route`: the way of a question from an area. (003:73)"""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from vis_cli.cli.as_json import print_json
from vis_cli.cli.contact.named import KINDS, READ
from vis_cli.cli.language import _
from vis_cli.cli.options import At, Json, On
from vis_cli.cli.where import Where, left_out
from vis_cli.errors import N_

if TYPE_CHECKING:
    from vis_cli.facts.contact_route import Route
    from vis_cli.registry import Registry


def add(app: typer.Typer) -> None:
    """Register the command."""
    app.command("route", help=_(N_("Show the way of a question: who takes it, where, and who after that.")))(route)


def route(
    context: typer.Context,
    area: Annotated[str, typer.Option("--area", metavar=_(N_("AREA")), help=_(N_("Where the question has come up.")))],
    subject: Annotated[
        str, typer.Option("--subject", metavar=_(N_("WORDS")), help=_(N_("What it is about, in your own words.")))
    ],
    on: On = None,
    at: At = None,
    json: Json = False,
) -> None:
    from vis_cli.cli.contact import named
    from vis_cli.cli.contact.way import way
    from vis_cli.cli.texts import say_known
    from vis_cli.facts.contact_find import question
    from vis_cli.facts.contact_route import route as route_of

    where: Where = context.obj
    loaded, known = where.load_at(at, READ)
    say_known(known)
    left_out(loaded, KINDS)
    registry, day = loaded.registry, where.day(on)
    record = named.area(registry, area, where)
    found = route_of(registry, _there(registry, record, day), question(registry, subject, day), day)
    if json:
        print_json({"on": day.isoformat(), **_data(registry, found)})
    else:
        typer.echo("\n".join(way(registry, found)))


def _there(registry: "Registry", area: Any, day: Any) -> Any:
    """The area that is there on the day. Raises Failure where the one of that name has become several."""
    from vis_cli.errors import Failure
    from vis_cli.facts.areas import areas_after

    after = areas_after(registry, area, day)
    if len(after) == 1:
        return after[0]
    raise Failure(
        N_("{area} has become several: {areas}"),
        hint=N_("name the one that you mean"),
        area=area.entity.name,
        areas=", ".join(f"`{one.id}`" for one in after),
    )


def _data(registry: "Registry", found: "Route") -> dict[str, Any]:
    from vis_cli.cli.contact.data import contacts_data, forum_data

    steps = [{"at": step.at, "group": step.group.id if step.group else None, "why": step.why} for step in found.steps]
    agreement = found.subject.agreement.id if found.subject and found.subject.agreement else None
    return {
        **contacts_data(registry, found.contacts),
        "agreement": agreement,
        "forums": [forum_data(forum) for forum in found.forums],
        "steps": steps,
    }
