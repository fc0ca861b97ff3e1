"""`vis coverage`: everything that must exist, and whether it does."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from vis_cli.cli.as_json import print_json
from vis_cli.cli.language import _
from vis_cli.cli.meeting.rendering import Output
from vis_cli.cli.options import At, Json, Missing, On
from vis_cli.cli.overwriting import Force
from vis_cli.cli.where import AGREEMENTS, Where, left_out
from vis_cli.errors import N_, Failure

if TYPE_CHECKING:
    from vis_cli.facts.expected import Found
    from vis_cli.model.collaboration import Expected
    from vis_cli.registry import Record, Registry

HELP = N_("What must exist, and whether it does: KSA, owners, plans …")
KINDS = ("area", "contact", "forum", "group", "annual-plan", "collaboration", "follow-up", *AGREEMENTS)
"""The kinds that coverage is reckoned from."""

_FURTHER: "dict[Expected, tuple[str, ...]]" = {
    "local-consultation": ("lokalt samråd", "samråd", "lokala samråd"),
    "owner": ("owners", "förvaltande grupp", "förvaltare", "ägare"),
    "follow-up": ("follow-ups", "uppföljning"),
    "parties": ("party", "adoptions", "parter", "antaganden", "beslut"),
    "annual-plan": ("annual plans", "årsplan", "årsplaner"),
    "mandate": ("mandates", "uppdragsbeskrivning", "uppdrag"),
    "knowledge-link": ("knowledge governance", "kunskapsstyrning"),
    "action-plan": ("action plans", "handlingsplan", "BUS"),
    "ksa": (),
    "gsa": (),
}
"""Further words for each thing that is expected."""


def coverage(
    context: typer.Context,
    what: Annotated[
        str | None,
        typer.Argument(
            metavar=_(N_("[WHAT]")),
            help=_(N_("One thing in detail (gsa, owner, annual-plan …), or all of one municipality, area, group …")),
        ),
    ] = None,
    on: On = None,
    missing: Missing = False,
    at: At = None,
    json: Json = False,
    output: Output = None,
    force: Force = False,
) -> None:
    from vis_cli.cli import coverage_lines as lines
    from vis_cli.cli.texts import say_known
    from vis_cli.facts.expectations import concerning, covered

    where: Where = context.obj
    if output and (json or at):
        raise Failure(N_("`-o` writes a document of what is on disk; it goes with neither `--json` nor `--at`"))
    loaded, known = where.load_at(at)
    say_known(known)
    left_out(loaded, tuple(kind for kind in KINDS if kind not in AGREEMENTS))
    registry, day = loaded.registry, where.day(on)
    keys, record = _meant(registry, what) if what else ((), None)
    found = covered(registry, day, *keys)
    found = concerning(found, record) if record else found
    if output:
        _document(where, loaded, found, record, output, force)
    elif json:
        data = {"on": day.isoformat(), "expectations": lines.as_data(registry, found, missing)}
        print_json(data)
    elif what:
        typer.echo("\n".join(lines.detail(registry, found, missing, record)))
    else:
        typer.echo("\n".join(lines.overview(registry, found, day, missing)))


def _meant(registry: "Registry", what: str) -> "tuple[tuple[Any, ...], Record[Any] | None]":
    """The thing that is expected, or of whom something is. Raises Failure with what is near."""
    from vis_cli.cli.meant import choice, the_one
    from vis_cli.facts.exemptions import NAMES

    words = {key: (NAMES[key], *its) for key, its in _FURTHER.items()}
    several: Failure | None = None
    try:
        return (choice(what, words, N_("expectation")),), None
    except Failure as nothing:
        for kind in ("area", "organisation", "agreement", "group", "forum"):
            try:
                return (), the_one(registry, what, kind)
            except Failure as failure:
                several = several or (failure if failure.values.get("ids") else None)
        raise several or nothing from None


def _document(
    where: Where, loaded: Any, found: "tuple[Found, ...]", record: "Record[Any] | None", output: Path, force: bool
) -> None:
    from vis_cli.cli.language import translations
    from vis_cli.cli.report.made import write
    from vis_cli.documents.coverage import coverage_report

    made = coverage_report(loaded.registry, found, translations("sv").gettext, of=record)
    write(where, loaded, made, output, None, force=force, faulty=True)
