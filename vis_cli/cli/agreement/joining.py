"""`vis agreement join` and `withdraw`: a party that joins later, and one that gives notice."""

import datetime as dt
from typing import TYPE_CHECKING, Annotated

import typer

from vis_cli.cli.agreement.named import Named
from vis_cli.cli.agreement.recording import Body, LastDay, Reference, Version, Whose
from vis_cli.cli.language import _
from vis_cli.cli.options import Commit, DryRun
from vis_cli.cli.where import Where
from vis_cli.errors import N_

if TYPE_CHECKING:
    from vis_cli.registry import Registry


def add(app: typer.Typer) -> None:
    """Register the commands."""
    app.command("join", help=_(N_("Let a party join a version that was made without it.")))(join)
    app.command("withdraw", help=_(N_("Record that a party gives notice, and its last day.")))(withdraw)


def join(
    context: typer.Context,
    agreement: Named,
    party: Whose,
    version: Version = None,
    date: Annotated[
        str | None,
        typer.Option(
            "--date", metavar=_(N_("DATE")), help=_(N_("From when, where it is not the day of its own decision."))
        ),
    ] = None,
    body: Annotated[str | None, typer.Option("--body", metavar=_(N_("BODY")), help=_(N_("Who let it in.")))] = None,
    reference: Reference = None,
    commit: Commit = False,
    dry_run: DryRun = False,
) -> None:
    from vis_cli.actions.agreement import membership
    from vis_cli.actions.agreement.decisions import party_named
    from vis_cli.cli.agreement import named, recording
    from vis_cli.cli.record import take
    from vis_cli.model.version import Accession

    where: Where = context.obj
    given = recording.said(date=date, body=body, reference=reference)
    loaded = where.load()
    of = named.agreement(loaded.registry, agreement, where)
    number = version or _applying(loaded.registry, of.id, where.today())
    found = named.version(loaded.registry, of, number)
    whose = party_named(loaded.registry, found, party)
    step = membership.join(loaded.registry, found, Accession.model_construct(party=whose, **given))
    after = take(where, loaded, step, commit=commit, dry_run=dry_run)
    recording.tell(where, after, of.id, found.entity.version, whose, dry_run=dry_run)


def withdraw(
    context: typer.Context,
    agreement: Named,
    party: Whose,
    date: Annotated[str, typer.Option("--date", metavar=_(N_("DATE")), help=_(N_("When notice was given.")))],
    version: Version = None,
    last_day: LastDay = None,
    body: Body = None,
    reference: Reference = None,
    commit: Commit = False,
    dry_run: DryRun = False,
) -> None:
    from vis_cli.actions.agreement import membership
    from vis_cli.actions.agreement.decisions import party_named
    from vis_cli.cli.agreement import named, recording
    from vis_cli.cli.record import take
    from vis_cli.model.adoption import PartyDecision

    where: Where = context.obj
    given = recording.said(date=date, last_day=last_day, body=body, reference=reference)
    loaded = where.load()
    of = named.agreement(loaded.registry, agreement, where)
    found = named.version(loaded.registry, of, version)
    whose = party_named(loaded.registry, found, party)
    if version is None:
        found = named.version(loaded.registry, of, _adopted(loaded.registry, of.id, whose))
    notice = PartyDecision.model_construct(outcome="withdrawn", **given)
    step = membership.withdraw(loaded.registry, found, whose, notice, where.today())
    after = take(where, loaded, step, commit=commit, dry_run=dry_run)
    recording.tell(where, after, of.id, found.entity.version, whose, dry_run=dry_run)


def _applying(registry: "Registry", agreement: str, today: dt.date) -> str | None:
    """The version that applies today; None where none is known to."""
    from vis_cli.facts.force import applies
    from vis_cli.model.agreement import Agreement

    record = registry.get(Agreement, agreement)
    answer = applies(registry, record, today) if record else None
    known = answer and answer.version and answer.state in ("applies", "stated")
    return answer.version.entity.version if answer and answer.version and known else None


def _adopted(registry: "Registry", agreement: str, party: str) -> str | None:
    """The latest version that the party has adopted; None where it has adopted none."""
    from vis_cli.facts.standing import ADOPTED, standing
    from vis_cli.facts.versions import versions

    found = [item for item in versions(registry, agreement) if standing(registry, item, party).status in ADOPTED]
    return found[-1].entity.version if found else None
