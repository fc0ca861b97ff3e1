"""`vis meeting hold`: who was there, side by side; by options, or asked for in a terminal with nothing marked."""

from typing import TYPE_CHECKING, Annotated

import typer

from vis_cli.cli.language import _
from vis_cli.cli.meeting.named import Named
from vis_cli.cli.options import Commit, DryRun
from vis_cli.cli.where import Where
from vis_cli.errors import N_

if TYPE_CHECKING:
    from vis_cli.model.meeting import Capacity
    from vis_cli.registry import Registry

_PERSON = N_("PERSON")
Present = Annotated[
    list[str] | None,
    typer.Option(
        "--present",
        metavar=_(N_("PERSON[:SIDE]")),
        help=_(N_("Somebody who was there; `name:region` says on whose behalf, where no seat does. Once for each.")),
    ),
]
Absent = Annotated[
    list[str] | None, typer.Option("--absent", metavar=_(N_("PERSON[:SIDE]")), help=_(N_("Somebody who was not.")))
]
Guest = Annotated[
    list[str] | None,
    typer.Option("--guest", metavar=_(N_("PERSON[:SIDE]")), help=_(N_("Somebody who was there without a seat."))),
]
Chair = Annotated[str | None, typer.Option("--chair", metavar=_(_PERSON), help=_(N_("Who chaired.")))]
Secretary = Annotated[str | None, typer.Option("--secretary", metavar=_(_PERSON), help=_(N_("Who took the minutes.")))]


def add(app: typer.Typer) -> None:
    """Register the command."""
    app.command("hold", help=_(N_("Record that a meeting was held, and who was there.")))(hold)


def hold(
    context: typer.Context,
    meeting: Named,
    present: Present = None,
    absent: Absent = None,
    guest: Guest = None,
    chair: Chair = None,
    secretary: Secretary = None,
    commit: Commit = False,
    dry_run: DryRun = False,
) -> None:
    from vis_cli.actions.meeting import held
    from vis_cli.cli.asking import in_terminal
    from vis_cli.cli.meant import the_one
    from vis_cli.cli.meeting import named, told

    where: Where = context.obj
    loaded = where.load()
    registry = loaded.registry
    record = named.meeting(registry, meeting, where)
    held.refuse_hold(record, where.today())
    wish = held.Held(
        present=people(registry, present or ()),
        absent=people(registry, absent or ()),
        guests=people(registry, guest or ()),
        chair=the_one(registry, chair, "person").id if chair else None,
        secretary=the_one(registry, secretary, "person").id if secretary else None,
    )
    lacking = held.unspoken(registry, record, wish) or held.chair_of(record.entity, wish) is None
    if lacking and in_terminal():
        from vis_cli.cli.meeting.attendance import ask

        wish = ask(registry, record, wish)
    step = held.hold(registry, record, wish, where.today())
    told.take(where, loaded, step, record, commit=commit, dry_run=dry_run)


def people(registry: "Registry", given: "list[str] | tuple[str, ...]") -> "dict[str, Capacity | None]":
    """The persons that were named, `person` or `person:side`, several with a comma between. Raises Failure."""
    from vis_cli.cli.meant import choice, the_one
    from vis_cli.facts.attending import CAPACITIES

    found: dict[str, Capacity | None] = {}
    for each in (part.strip() for text in given for part in text.split(",")):
        name, colon, side = each.rpartition(":")
        capacity = choice(side, CAPACITIES, N_("side")) if colon else None
        if each:
            found[the_one(registry, name if colon else each, "person").id] = capacity
    return found
