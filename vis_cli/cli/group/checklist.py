"""`vis group checklist`: what a consultation group needs to count as established, and who sees to it."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from vis_cli.cli.as_json import print_json
from vis_cli.cli.language import _
from vis_cli.cli.options import At, Json, On
from vis_cli.cli.where import Where, left_out
from vis_cli.errors import N_, Failure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vis_cli.facts.checklist import Checklist, Point

Named = Annotated[str, typer.Argument(metavar=_(N_("GROUP")), help=_(N_("The group: its id or name.")))]

_HEADINGS = {
    "mandate": N_("1. Mandate document"),
    "representation": N_("2. Representation"),
    "leadership": N_("3. Chair and process leadership"),
    "beside": N_("Beside the conditions"),
}
_TOPICS = {
    "mandate-document": N_("a mandate document"),
    "purpose-agreements": N_("its words on managing and following up agreements"),
    "purpose-questions": N_("its words on development questions"),
    "purpose-dialogue": N_("its words on knowledge governance"),
    "purpose-transition": N_("its words on the transition to integrated care"),
    "annual-plan": N_("an annual plan for this year or the next"),
    "knowledge-governance": N_("a mission in knowledge governance, and links or why there is none"),
    "seats-of-region": N_("a seat for the region"),
    "seats-of-municipalities": N_("a seat for the municipalities"),
    "holders": N_("a known holder of every seat"),
    "subregions": N_("a municipal seat for each part of the county"),
    "seat-mandates": N_("what each holder may decide at home"),
    "chair": N_("a chair, or how the chair is decided"),
    "process-leader": N_("a process leader"),
    "node": N_("a node towards the secretariat"),
    "local-link": N_("its link to the subregional and local level"),
    "disability": N_("how it brings in the needs of persons with disabilities"),
    "reports-to": N_("the body that it reports to"),
    "introduction": N_("an introduction"),
    "decision": N_("the decision that its status rests on"),
}
_WHO = {
    "group-and-secretariat": N_("the group, with the secretariat"),
    "principals": N_("both sides: the association of the municipalities and the region's administration"),
    "group": N_("the group itself"),
    "officials": N_("the officials' steering group"),
    "secretariat": N_("the secretariat"),
}
_STATES = {"there": "[x]", "missing": "[ ]", "unknown": "[?]"}


def add(app: typer.Typer) -> None:
    """Register the command."""
    app.command("checklist", help=_(N_("What a consultation group needs to count as established, and lacks.")))(
        checklist
    )


def checklist(context: typer.Context, group: Named, on: On = None, at: At = None, json: Json = False) -> None:
    from vis_cli.cli.meant import the_one
    from vis_cli.cli.texts import say_known
    from vis_cli.facts.checklist import checklist as found

    where: Where = context.obj
    loaded, known = where.load_at(at)
    say_known(known)
    left_out(loaded, ("group", "annual-plan"))
    record = the_one(loaded.registry, group, "group", where)
    if record.entity.type != "consultation":
        raise Failure(
            N_("`{id}` is no consultation group, and only those are established by the three conditions"), id=record.id
        )
    answer = found(loaded.registry, record, where.day(on))
    if json:
        print_json(_data(answer))
    else:
        typer.echo("\n".join(_lines(answer)))


def _lines(found: "Checklist") -> "Iterator[str]":
    from vis_cli.cli.lines import heading, wrapped
    from vis_cli.diagnostics.wording import fill

    own = found.group.entity
    yield heading(f"{own.name} ({_(own.status)})")
    for key, template in _HEADINGS.items():
        points = found.of(key)  # type: ignore[arg-type]
        met = "" if key == "beside" else f": {_(N_('not met')) if key in found.missing else _(N_('met'))}"
        yield heading(f"{_(template)}{met}")
        for point in points:
            yield from wrapped(_words(point), "      ", first=f"  {_STATES[point.state]} ")
    left = 3 - len(found.missing)
    yield from wrapped(fill(N_("{met} of 3 conditions are met (000:598-601)"), {"met": left}, _))


def _words(point: "Point") -> str:
    """What it is; where it is missing, how many, and who sees to it."""
    from vis_cli.diagnostics.wording import fill

    text = _(_TOPICS[point.topic])
    if point.state == "there":
        return text
    if point.count:
        text = fill(N_("{text} ({count} without)"), {"text": text, "count": point.count}, _)
    if point.state == "unknown":
        text = fill(N_("{text}: cannot be known from the register"), {"text": text}, _)
    return f"{text} → {_(_WHO[point.who])}"


def _data(found: "Checklist") -> dict[str, Any]:
    return {
        "group": found.group.id,
        "status": found.group.entity.status,
        "conditions": {key: key not in found.missing for key in ("mandate", "representation", "leadership")},
        "points": [
            {
                "condition": point.heading,
                "topic": point.topic,
                "state": point.state,
                "required": point.required,
                "who": point.who,
                "count": point.count or None,
            }
            for point in found.points
        ],
    }
