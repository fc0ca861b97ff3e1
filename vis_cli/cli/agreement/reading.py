"""`vis agreement show`, `applies` and `status`: what applies, for whom and since when, and what waits for whom."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from vis_cli.cli.agreement.named import Named, Party
from vis_cli.cli.as_json import print_json
from vis_cli.cli.language import _
from vis_cli.cli.options import At, Json, On
from vis_cli.cli.where import Where
from vis_cli.errors import N_

if TYPE_CHECKING:
    from vis_cli.facts.force import Answer
    from vis_cli.facts.hearing import Hearing
    from vis_cli.registry import Registry

Maybe = Annotated[
    str | None,
    typer.Argument(metavar=_(N_("[AGREEMENT]")), help=_(N_("The agreement: its id or its name; without one, all."))),
]


def add(app: typer.Typer) -> None:
    """Register the commands."""
    app.command("show", help=_(N_("What applies, what it means and whom to ask.")))(show)
    app.command("applies", help=_(N_("What applied on a day, for the county or one party.")))(applies)
    app.command("status", help=_(N_("What is before the parties, and whom it waits for.")))(status)


def show(context: typer.Context, agreement: Named, on: On = None, at: At = None) -> None:
    from vis_cli.cli.agreement import named
    from vis_cli.cli.agreement.page import Page

    where: Where = context.obj
    registry = _loaded(where, at)
    page = Page(registry, named.agreement(registry, agreement, where), where.day(on))
    typer.echo("\n".join(page.lines()))


def applies(
    context: typer.Context,
    agreement: Maybe = None,
    on: On = None,
    at: At = None,
    party: Party = None,
    json: Json = False,
) -> None:
    from vis_cli.cli.agreement import named, words
    from vis_cli.facts import force
    from vis_cli.model.agreement import Agreement

    where: Where = context.obj
    registry = _loaded(where, at, agreement)
    day = where.day(on)
    whose = named.party(registry, party) if party else None
    chosen = [named.agreement(registry, agreement, where)] if agreement else list(registry.all(Agreement))
    answers = [force.applies(registry, record, day, whose) for record in chosen]
    if agreement is None and whose:
        answers = [item for item in answers if item.state != "not-a-party"]
    if json:
        print_json({"on": day.isoformat(), "party": whose, "answers": [_plain(registry, item) for item in answers]})
        return
    if agreement:
        typer.echo("\n".join(words.answer(registry, answers[0])))
        return
    if not answers:
        typer.echo(_(N_("there is no agreement that this can be said of")), err=True)
    known = [item for item in answers if item.state != "no-version"]
    for item in known:
        typer.echo(f"{item.agreement.name} ({item.agreement.id})")
        typer.echo("".join(f"  {sentence}\n" for sentence in words.answer(registry, item)), nl=False)
    if silent := [item.agreement.id for item in answers if item.state == "no-version"]:
        typer.echo(_(N_("No version is registered, so when they apply is not known:")))
        typer.echo("".join(f"  {id}\n" for id in silent), nl=False)


def status(
    context: typer.Context,
    agreement: Maybe = None,
    party: Party = None,
    on: On = None,
    at: At = None,
    json: Json = False,
) -> None:
    from vis_cli.cli.agreement import named
    from vis_cli.cli.agreement.waiting import overview, parties
    from vis_cli.facts.hearing import waiting_for_replies
    from vis_cli.facts.stuck import stuck
    from vis_cli.facts.waiting import waiting

    where: Where = context.obj
    registry = _loaded(where, at, agreement)
    day = where.day(on)
    whose = named.party(registry, party) if party else None
    chosen = named.agreement(registry, agreement, where) if agreement else None
    if chosen and not whose and not json:
        typer.echo("\n".join(parties(registry, chosen, day)))
        return
    about = (registry, day, chosen.id if chosen else None, whose)
    found, unheard, fast = waiting(*about), waiting_for_replies(*about), stuck(*about)
    if json:
        told = {"replies": [_heard(item) for item in unheard], "stuck": [_plain(registry, item) for item in fast]}
        print_json({"on": day.isoformat(), "waiting": [_waits(item, day) for item in found], **told})
    else:
        typer.echo("\n".join(overview(registry, found, unheard, fast, day, whose)))


def _loaded(where: Where, at: str | None, agreement: str | None = None) -> "Registry":
    """The register, of today or as a commit has it; which one that is goes to standard error.

    Where an agreement is named by its id, only what tells when that one applies.
    """
    from vis_cli.cli.agreement.alone import alone
    from vis_cli.registry import load

    tree, known = where.tree_at(at) if at is not None else (where.tree(), None)
    if known:
        said = _(N_("as the register was in commit {commit} of {day}"))
        typer.echo(said.format(commit=known.short, day=known.day or "?"), err=True)
    return (alone(tree, agreement) if agreement else None) or load(tree).registry


def _plain(registry: "Registry", item: "Answer") -> dict[str, Any]:
    from vis_cli.cli.agreement import words

    made = item.entry
    return {
        "agreement": item.agreement.id,
        "state": item.state,
        "version": item.version.entity.version if item.version else None,
        "since": str(item.since) if item.since else None,
        "until": str(item.until) if item.until else None,
        "adopted": list(made.adopted) if made else [],
        "missing": list(made.missing) if made else [],
        "refused": list(made.refused) if made else [],
        "earliest": made.earliest.isoformat() if made and made.earliest else None,
        "beside": [version.entity.version for version in item.beside],
        "coming": item.coming.version.entity.version if item.coming else None,
        "words": words.answer(registry, item),
    }


def _waits(item: Any, day: Any) -> dict[str, Any]:
    return {
        "agreement": item.agreement.id,
        "version": item.version.entity.version,
        "party": item.standing.party,
        "status": item.standing.status,
        "since": str(item.since) if item.since else None,
        "days": (day - item.since.latest).days if item.since else None,
    }


def _heard(item: "Hearing") -> dict[str, Any]:
    return {
        "agreement": item.agreement.id,
        "version": item.version.entity.version,
        "since": str(item.referral.since) if item.referral.since else None,
        "until": str(item.referral.until) if item.referral.until else None,
        "asked": list(item.asked),
        "missing": list(item.silent),
    }
