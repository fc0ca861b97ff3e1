"""`vis agreement extend`, `terminate` and `replace`: how long it lasts, and what takes its place."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from vis_cli.cli.agreement.named import Named
from vis_cli.cli.agreement.recording import Body, Date, Reference, Version
from vis_cli.cli.language import _
from vis_cli.cli.options import Commit, DryRun
from vis_cli.cli.where import Where
from vis_cli.errors import N_

if TYPE_CHECKING:
    from vis_cli.registry import Registry

LastDay = Annotated[
    str, typer.Option("--last-day", metavar=_(N_("DATE")), help=_(N_("The last day that the agreement applies.")))
]
Reason = Annotated[str | None, typer.Option("--reason", metavar=_(N_("TEXT")), help=_(N_("Why.")))]


def add(app: typer.Typer) -> None:
    """Register the commands."""
    app.command("extend", help=_(N_("Lengthen the term of a version.")))(extend)
    app.command("terminate", help=_(N_("End an agreement, whatever its version.")))(terminate)
    app.command("replace", help=_(N_("End an agreement and name the one that takes its place.")))(replace)


def extend(
    context: typer.Context,
    agreement: Named,
    version: Version = None,
    until: Annotated[
        str | None, typer.Option("--until", metavar=_(N_("DATE")), help=_(N_("The new last day.")))
    ] = None,
    since: Annotated[
        str | None,
        typer.Option(
            "--from", metavar=_(N_("DATE")), help=_(N_("The first day of the extension, where it was stated."))
        ),
    ] = None,
    date: Date = None,
    body: Body = None,
    reference: Reference = None,
    commit: Commit = False,
    dry_run: DryRun = False,
) -> None:
    from vis_cli.actions.agreement import endings
    from vis_cli.cli.agreement import named, recording
    from vis_cli.cli.asking import demand
    from vis_cli.cli.record import take
    from vis_cli.model.version import Extension

    where: Where = context.obj
    # Without either day nobody could say whether it goes on without a gap.
    demand(until=until, **({"date": date} if since is None else {}))
    given = recording.said(since=since, until=until, decided=date, body=body, reference=reference)
    loaded = where.load()
    of = named.agreement(loaded.registry, agreement, where)
    found = named.version(loaded.registry, of, version or _limited(loaded.registry, of.id))
    step = endings.extend(loaded.registry, found, Extension.model_construct(**given), where.today())
    after = take(where, loaded, step, commit=commit, dry_run=dry_run)
    recording.tell(where, after, of.id, found.entity.version, dry_run=dry_run)


def terminate(
    context: typer.Context,
    agreement: Named,
    last_day: LastDay,
    date: Date = None,
    body: Body = None,
    reference: Reference = None,
    reason: Reason = None,
    successor: Annotated[
        str | None,
        typer.Option("--successor", metavar=_(N_("AGREEMENT")), help=_(N_("The agreement that takes its place."))),
    ] = None,
    commit: Commit = False,
    dry_run: DryRun = False,
) -> None:
    from vis_cli.cli.agreement.recording import said

    given = said(last_day=last_day, decided=date, body=body, reference=reference, reason=reason)
    _end(context.obj, agreement, successor, given, commit=commit, dry_run=dry_run)


def replace(
    context: typer.Context,
    agreement: Named,
    by: Annotated[
        str, typer.Option("--by", metavar=_(N_("AGREEMENT")), help=_(N_("The agreement that takes its place.")))
    ],
    last_day: LastDay,
    date: Date = None,
    body: Body = None,
    reference: Reference = None,
    reason: Reason = None,
    commit: Commit = False,
    dry_run: DryRun = False,
) -> None:
    from vis_cli.cli.agreement.recording import said

    given = said(last_day=last_day, decided=date, body=body, reference=reference, reason=reason)
    _end(context.obj, agreement, by, given, commit=commit, dry_run=dry_run)


def _end(
    where: Where, agreement: str, successor: str | None, given: dict[str, Any], *, commit: bool, dry_run: bool
) -> None:
    from vis_cli.actions.agreement import endings
    from vis_cli.cli.agreement import named, recording
    from vis_cli.cli.record import take
    from vis_cli.model.agreement import Ending

    loaded = where.load()
    found = named.agreement(loaded.registry, agreement, where)
    if successor:
        given["successor"] = named.agreement(loaded.registry, successor, where).id
    step = endings.terminate(loaded.registry, found, Ending.model_construct(**given), where.today())
    after = take(where, loaded, step, commit=commit, dry_run=dry_run)
    recording.tell(where, after, found.id, dry_run=dry_run)


def _limited(registry: "Registry", agreement: str) -> str | None:
    """The latest version that has a last day; None where none has."""
    from vis_cli.facts.versions import versions

    found = [item for item in versions(registry, agreement) if item.entity.term and item.entity.term.until]
    return found[-1].entity.version if found else None
