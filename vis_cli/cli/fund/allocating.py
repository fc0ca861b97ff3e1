"""`vis fund allocate`: what each part gets, now and as tried; written only with --save."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from vis_cli.cli.fund.named import Named
from vis_cli.cli.fund.reading import KINDS
from vis_cli.cli.language import _
from vis_cli.cli.meeting.rendering import Output
from vis_cli.cli.options import Commit, DryRun, Json
from vis_cli.cli.overwriting import Force
from vis_cli.cli.where import Where, left_out
from vis_cli.errors import N_, Failure

if TYPE_CHECKING:
    from vis_cli.model.fund import Fund
    from vis_cli.registry import Loaded, Record

_PAIRS = list[str] | None


def _option(name: str, metavar: str, help: str) -> Any:
    return typer.Option(name, metavar=_(metavar), help=_(help), show_default=False)


def add(app: typer.Typer) -> None:
    """Register the command."""
    app.command(
        "allocate", help=_(N_("Who gets what, to the krona; with options, what another allocation would give."))
    )(allocate)


def allocate(
    context: typer.Context,
    fund: Named,
    total: Annotated[
        str | None, _option("--total", N_("AMOUNT"), N_("Try another total: “more than 81 mnkr”."))
    ] = None,
    fixed: Annotated[
        _PAIRS, _option("--fixed", N_("PORTION=AMOUNT"), N_("Try a portion with this amount; several times."))
    ] = None,
    rule: Annotated[
        _PAIRS,
        _option(
            "--rule",
            N_("PORTION=RULE"),
            N_("Try a portion by another rule: fixed, rest, equal, shares, per-inhabitant, pooled; several times."),
        ),
    ] = None,
    shares: Annotated[
        _PAIRS,
        _option("--shares", N_("PORTION=WHO:%,…"), N_("Try other shares: `costs=municipality:60,region:40`.")),
    ] = None,
    figure: Annotated[
        str | None, _option("--figure", N_("FIGURE"), N_("The figure that says how many inhabitants there are."))
    ] = None,
    pooled: Annotated[
        _PAIRS, _option("--pooled", N_("WHO,WHO…"), N_("Try what these get together, used jointly."))
    ] = None,
    what_if: Annotated[
        str | None, _option("--what-if", N_("TEXT"), N_("What the attempt is called, in the paper."))
    ] = None,
    save: Annotated[
        bool, typer.Option("--save", help=_(N_("Write what is tried as the proposal; a decided one stays.")))
    ] = False,
    output: Output = None,
    json: Json = False,
    force: Force = False,
    commit: Commit = False,
    dry_run: DryRun = False,
) -> None:
    from vis_cli.cli.fund import named, shown, wished

    where: Where = context.obj
    loaded = where.load()
    left_out(loaded, KINDS)
    record = named.fund(loaded.registry, fund, where)
    trial = wished.trial(
        loaded.registry,
        record.entity,
        total=total,
        fixed=fixed,
        rules=rule,
        shares=shares,
        figure=figure,
        pooled=pooled,
    )
    if not trial and (save or what_if):
        raise Failure(
            N_("nothing is tried"), hint=N_("--total, --fixed, --rule, --shares, --figure or --pooled say what")
        )
    tried = wished.tried(loaded.registry, record.entity, trial) if trial else None
    if save and tried:
        _save(where, loaded, record, tried, commit=commit, dry_run=dry_run)
    elif output:
        _paper(where, loaded, record, tried, what_if, output, force=force)
    else:
        shown.allocation(loaded.registry, record, tried, json=json)


def _save(
    where: Where, loaded: "Loaded", record: "Record[Fund]", tried: "Fund", *, commit: bool, dry_run: bool
) -> None:
    from vis_cli.actions.fund import allocate as action
    from vis_cli.cli.fund import shown
    from vis_cli.cli.record import take

    registry = take(
        where, loaded, action(loaded.registry, record, tried), commit=commit, dry_run=dry_run, read=(record.file.path,)
    )
    shown.said(registry, record.id, dry_run=dry_run)


def _paper(
    where: Where,
    loaded: "Loaded",
    record: "Record[Fund]",
    tried: "Fund | None",
    what_if: str | None,
    output: Path,
    *,
    force: bool,
) -> None:
    """Write the decision paper, with what is tried beside what holds now."""
    from vis_cli.cli.render import produce
    from vis_cli.documents.fund_allocation import allocation_paper

    produce(
        where,
        loaded,
        record,
        lambda registry, of: allocation_paper(registry, of, tried, name=what_if or ""),
        output,
        None,
        force=force,
    )
