"""`vis plan status`: how the action plan is followed."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from vis_cli.cli.as_json import print_json
from vis_cli.cli.language import _
from vis_cli.cli.options import At, Json, On
from vis_cli.cli.where import Where, left_out
from vis_cli.errors import N_, Failure

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from vis_cli.facts.following import Following
    from vis_cli.model.activity import Activity
    from vis_cli.model.plan import Plan
    from vis_cli.registry import Record, Registry

Named = Annotated[
    str | None,
    typer.Argument(metavar=_(N_("[PLAN]")), help=_(N_("The plan; without one, the action plan with goal areas."))),
]


def add(app: typer.Typer) -> None:
    """Register the command."""
    help = N_("How an action plan is followed, by goal area and activity.")
    app.command("status", help=_(help))(status)


def status(context: typer.Context, plan: Named = None, on: On = None, at: At = None, json: Json = False) -> None:
    from vis_cli.cli.texts import say_known
    from vis_cli.facts.following import following

    where: Where = context.obj
    loaded, known = where.load_at(at)
    left_out(loaded, ("plan", "activity"))
    found = following(loaded.registry, _plan(where, loaded.registry, plan), where.day(on))
    if json:
        print_json(_data(found))
        return
    say_known(known)
    typer.echo("\n".join(_lines(found)))


def _plan(where: Where, registry: "Registry", given: str | None) -> "Record[Plan]":
    """The plan that was named, or the only one that has goal areas. Raises Failure."""
    from vis_cli.cli.meant import the_one
    from vis_cli.model.plan import Plan

    if given is not None:
        return the_one(registry, given, "plan", where)
    found = [record for record in registry.all(Plan) if record.entity.goal_areas]
    if len(found) == 1:
        return found[0]
    raise Failure(
        N_("which plan? several have goal areas: {plans}") if found else N_("no plan has goal areas"),
        hint=N_("write its id") if found else N_("`vis list plan` shows the plans"),
        plans=", ".join(f"`{record.id}`" for record in found),
    )


_HEADINGS = (
    ("without_area", N_("activities of the plan without a goal area")),
    ("without_owner", N_("activities that nobody sees to")),
    ("overdue", N_("activities that should be done")),
    ("not_begun", N_("activities that should have begun")),
)


def _lines(found: "Following") -> "Iterator[str]":
    from vis_cli.cli.table import table
    from vis_cli.diagnostics.wording import visible

    yield visible(found.plan.name)
    yield ""
    columns = [N_("no."), N_("goal area"), N_("activities"), N_("ongoing"), N_("done")]
    rows = [
        [str(item.area.number), item.area.name, str(len(item.activities)), str(item.count("ongoing")),
         str(item.count("done"))]
        for item in found.areas
    ]  # fmt: skip
    yield table([_(column) for column in columns], rows, wrap=True)
    if found.untouched:
        yield ""
        names = ", ".join(f"{area.number}. {area.name}" for area in found.untouched)
        yield visible(_(N_("goal areas without an activity: {areas}")).format(areas=names))
    if directions := [direction.name for item in found.areas for direction in item.untouched]:
        yield visible(_(N_("directions without an activity: {directions}")).format(directions=", ".join(directions)))
    for attribute, heading in _HEADINGS:
        if items := getattr(found, attribute):
            yield ""
            yield f"{_(heading)}:"
            yield from (f"  {visible(item.name)} ({item.id})" for item in items)
    if found.without_demand:
        yield ""
        text = _(N_("activities that answer none of the five demands on collaboration: {count}"))
        yield text.format(count=len(found.without_demand))


def _data(found: "Following") -> dict[str, Any]:
    return {
        "plan": found.plan.id,
        "goal_areas": [
            {
                "id": item.area.id,
                "number": item.area.number,
                "name": item.area.name,
                "activities": _ids(item.activities),
                "untouched_directions": [direction.id for direction in item.untouched],
            }
            for item in found.areas
        ],
        "untouched": [area.id for area in found.untouched],
        "without_goal_area": _ids(found.without_area),
        "without_owner": _ids(found.without_owner),
        "overdue": _ids(found.overdue),
        "not_begun": _ids(found.not_begun),
        "without_demand": _ids(found.without_demand),
    }


def _ids(records: "Sequence[Record[Activity]]") -> list[str]:
    return [record.id for record in records]
