"""`vis report annual`: the year that was, for the officials, the politicians or the boards."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from vis_cli.cli.language import _
from vis_cli.cli.options import At, Json
from vis_cli.cli.overwriting import Force
from vis_cli.cli.report.made import Output
from vis_cli.cli.where import AGREEMENTS, Where, left_out
from vis_cli.errors import N_, Failure

if TYPE_CHECKING:
    from vis_cli.documents.annual import Audience
    from vis_cli.facts.annual import Annual

_AUDIENCES: "dict[Audience, tuple[str, ...]]" = {
    "officials": ("tjänstestyrgruppen", "tjänstemän", "TSG"),
    "political": ("politiska styrgruppen", "politiker", "VIS"),
    "boards": ("nämnderna", "nämnder", "nämnd"),
}
_SHOWN = (N_("officials"), N_("boards"))
"""What two of them are called where they are listed."""


def add(app: typer.Typer) -> None:
    """Register the command."""
    app.command("annual", help=_(N_("The year that was: done, decided and agreed.")))(annual)


def annual(
    context: typer.Context,
    year: Annotated[
        int, typer.Argument(metavar=_(N_("YEAR")), min=1900, max=2999, help=_(N_("Which year, in four digits.")))
    ],
    audience: Annotated[
        str,
        typer.Option(
            "--for",
            metavar=_(N_("READERS")),
            help=_(N_("officials (all of it), political, or boards (shorter and plainer).")),
        ),
    ] = _(_SHOWN[0]),
    at: At = None,
    output: Output = None,
    json: Json = False,
    force: Force = False,
) -> None:
    from vis_cli.cli.language import translations
    from vis_cli.cli.meant import choice
    from vis_cli.cli.report.made import write, write_json
    from vis_cli.cli.texts import say_known
    from vis_cli.documents.annual import KINDS, annual_report
    from vis_cli.facts.annual import annual as found_in

    where: Where = context.obj
    readers: Audience = choice(audience, _AUDIENCES, N_("kind of readers"))
    loaded, known = where.load_at(at)
    say_known(known)
    today = known.day if known and known.day else where.today()
    if year > today.year:
        raise Failure(
            N_("{year} has not begun, so there is nothing to tell of it"),
            hint=N_("`vis plan show {year}` says what is planned"),
            year=str(year),
        )
    left_out(loaded, tuple(kind for kind in KINDS if kind not in AGREEMENTS))
    found = found_in(loaded.registry, year, today)
    if json:
        write_json(where, _as_data(found), output, force=force)
    else:
        made = annual_report(loaded.registry, found, readers, translations("sv").gettext)
        write(where, loaded, made, output, known, force=force, faulty=True)


def _as_data(found: "Annual") -> dict[str, Any]:
    return {
        "year": found.year,
        "until": found.on.isoformat(),
        "activities": [
            {
                "id": item.activity.id,
                "within": list(item.frames),
                "status": item.activity.entity.status,
                "dated": item.dated,
            }
            for item in found.activities
        ],
        "plans": [
            {
                "plan": plan.plan.id,
                "goal_areas": [
                    {"id": area.area.id, "activities": [item.id for item in area.activities]} for area in plan.areas
                ],
            }
            for plan in found.plans
        ],
        "happened": [{"kind": item.kind, "when": str(item.when)} for item in found.digest.happened],
        "follow_ups": [item.id for item in found.reports],
        "coverage": [
            {"expects": item.expectation.key, "expected": item.expected, "least": item.least, "most": item.most}
            for item in found.coverage
        ],
        "meetings": [
            {
                "group": item.group,
                "held": [record.id for record in item.held],
                "not_told": item.untold,
                "cancelled": item.cancelled,
                "present": item.present() if item.told else None,
            }
            for item in found.meetings
        ],
    }
