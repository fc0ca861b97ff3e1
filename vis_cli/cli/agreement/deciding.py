"""`vis agreement decide`, `adopt` and `correct`: what parties decided, one by one or many from a table."""

from pathlib import Path
from typing import Annotated, Any

import typer

from vis_cli.cli.agreement.named import Named, Party
from vis_cli.cli.agreement.recording import Body, Day, LastDay, Reference, Version, Whose
from vis_cli.cli.language import _
from vis_cli.cli.options import Commit, DryRun
from vis_cli.cli.where import Where
from vis_cli.errors import N_, Failure

OUTCOMES = "prepared|adopted|adopted-with-reservation|rejected|referred-back|appealed|upheld|revoked|withdrawn"
Outcome = Annotated[
    str | None,
    typer.Option("--outcome", metavar=OUTCOMES, help=_(N_("What was decided; the Swedish words are understood too."))),
]
Reservation = Annotated[
    str | None, typer.Option("--reservation", metavar=_(N_("TEXT")), help=_(N_("What the reservation is.")))
]
AppliesFrom = Annotated[
    str | None,
    typer.Option(
        "--applies-from", metavar=_(N_("DATE")), help=_(N_("The party's own first day, where it stated one."))
    ),
]
Table = Annotated[
    Path | None,
    typer.Option("--from-file", metavar=_(N_("FILE")), help=_(N_("Record every row of a table: .csv or .xlsx."))),
]


def add(app: typer.Typer) -> None:
    """Register the commands."""
    app.command("decide", help=_(N_("Record what a party decided, or many, from a table.")))(decide)
    app.command("adopt", help=_(N_("Record that a party adopted it.")))(adopt)
    app.command("correct", help=_(N_("Correct what was recorded of a party; the old entry stays.")))(correct)


def decide(
    context: typer.Context,
    agreement: Named,
    version: Version = None,
    party: Party = None,
    outcome: Outcome = None,
    date: Day = None,
    body: Body = None,
    reference: Reference = None,
    reservation: Reservation = None,
    applies_from: AppliesFrom = None,
    last_day: LastDay = None,
    from_file: Table = None,
    commit: Commit = False,
    dry_run: DryRun = False,
) -> None:
    from vis_cli.cli.agreement.recording import dated, said

    given = dated(date) | said(
        body=body,
        reference=reference,
        reservation=reservation,
        applies_from=applies_from,
        last_day=last_day,
    )
    _decide(context.obj, agreement, version, party, outcome, given, from_file, commit=commit, dry_run=dry_run)


def adopt(
    context: typer.Context,
    agreement: Named,
    version: Version = None,
    party: Party = None,
    date: Day = None,
    body: Body = None,
    reference: Reference = None,
    reservation: Reservation = None,
    applies_from: AppliesFrom = None,
    from_file: Table = None,
    commit: Commit = False,
    dry_run: DryRun = False,
) -> None:
    from vis_cli.cli.agreement.recording import dated, said

    outcome = "adopted-with-reservation" if reservation else "adopted"
    given = dated(date) | said(body=body, reference=reference, reservation=reservation, applies_from=applies_from)
    implied = () if reservation else ("outcome",)
    _decide(context.obj, agreement, version, party, outcome, given, from_file, implied, commit=commit, dry_run=dry_run)


def _decide(
    where: Where,
    agreement: str,
    number: str | None,
    party: str | None,
    outcome: str | None,
    given: dict[str, Any],
    from_file: Path | None,
    implied: tuple[str, ...] = (),
    *,
    commit: bool,
    dry_run: bool,
) -> None:
    from vis_cli.actions.agreement.decisions import decide, party_named
    from vis_cli.actions.agreement.outcomes import outcome_named
    from vis_cli.cli.agreement import recording
    from vis_cli.cli.agreement.importing import decide_from
    from vis_cli.cli.asking import demand
    from vis_cli.cli.record import take
    from vis_cli.model.adoption import PartyDecision

    if from_file is None:
        demand(party=party, outcome=outcome, date="" if "date" in given else None)
    elif party is not None:
        raise Failure(
            N_("--party does not go with --from-file: the table names the parties"),
            hint=N_("leave out one of them"),
        )
    if outcome is not None:
        given["outcome"] = outcome_named(outcome)
    loaded = where.load()
    version = recording.one_version(where, loaded, agreement, number)
    whose = None
    if from_file is not None:
        step = decide_from(where, from_file, loaded.registry, version, given, implied)
    else:
        whose = party_named(loaded.registry, version, party or "")
        step = decide(loaded.registry, version, whose, PartyDecision.model_construct(**given), where.today())
    after = take(where, loaded, step, commit=commit, dry_run=dry_run)
    recording.tell(where, after, version.entity.agreement, version.entity.version, whose, dry_run=dry_run)


def correct(
    context: typer.Context,
    agreement: Named,
    party: Whose,
    reason: Annotated[str, typer.Option("--reason", metavar=_(N_("TEXT")), help=_(N_("Why it is corrected.")))],
    version: Version = None,
    entry: Annotated[
        int | None, typer.Option("--entry", min=1, help=_(N_("Which entry, counted from 1; without it, the last.")))
    ] = None,
    outcome: Outcome = None,
    date: Day = None,
    body: Body = None,
    reference: Reference = None,
    reservation: Reservation = None,
    applies_from: AppliesFrom = None,
    last_day: LastDay = None,
    entered_in_error: Annotated[
        bool, typer.Option("--entered-in-error", help=_(N_("Take the entry back: nothing was decided.")))
    ] = False,
    commit: Commit = False,
    dry_run: DryRun = False,
) -> None:
    from vis_cli.actions.agreement import corrections
    from vis_cli.actions.agreement.decisions import party_named
    from vis_cli.actions.agreement.outcomes import outcome_named
    from vis_cli.cli.agreement import recording
    from vis_cli.cli.record import take

    where: Where = context.obj
    why = recording.said(reason=reason)["reason"]
    given = recording.dated(date) | recording.said(body=body, reference=reference, reservation=reservation)
    given |= recording.said(applies_from=applies_from, last_day=last_day)
    if entered_in_error or outcome:
        given["outcome"] = "entered-in-error" if entered_in_error else outcome_named(outcome or "")
    loaded = where.load()
    found = recording.one_version(where, loaded, agreement, version)
    whose = party_named(loaded.registry, found, party)
    step = corrections.correct(loaded.registry, found, whose, entry=entry, reason=why, today=where.today(), given=given)
    after = take(where, loaded, step, commit=commit, dry_run=dry_run)
    recording.tell(where, after, found.entity.agreement, found.entity.version, whose, dry_run=dry_run)
