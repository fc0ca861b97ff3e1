"""What a fund's allocation is: printed, and said after a step."""

from typing import TYPE_CHECKING, Any

import typer

from vis_cli.cli.as_json import print_json
from vis_cli.cli.fund import lines, words
from vis_cli.cli.language import _
from vis_cli.cli.lines import heading
from vis_cli.errors import N_
from vis_cli.facts.allocation import allocation as reckoned
from vis_cli.facts.allocation_tried import comparison
from vis_cli.facts.fund_decision import decided

if TYPE_CHECKING:
    from vis_cli.model.fund import Fund
    from vis_cli.registry import Record, Registry


def allocation(registry: "Registry", record: "Record[Fund]", tried: "Fund | None", *, json: bool) -> None:
    """The allocation, and beside it what is tried."""
    own = record.entity
    now = reckoned(registry, own)
    if json:
        data: dict[str, Any] = {
            "fund": record.id,
            "decided": decided(registry, own).state,
            "now": lines.allocation_data(now),
        }
        if tried:
            rows = comparison(registry, own, tried)
            data |= {"tried": lines.allocation_data(reckoned(registry, tried)), "compared": lines.compared_data(rows)}
        print_json(data)
        return
    typer.echo(heading(f"{own.name}: {words.money(now.total, _(N_('the total is not known')))}"))
    if own.portions:
        typer.echo(words.standing(registry, decided(registry, own)))
    typer.echo()
    if tried:
        then = reckoned(registry, tried)
        said = lines.compared(registry, own, tried, comparison(registry, own, tried), (now.total, then.total))
        typer.echo("\n".join([*said, *lines.roundings(registry, then)]))
    elif own.portions:
        typer.echo("\n".join(lines.allocated(registry, own, now)))
    else:
        typer.echo(_(N_("how it is allocated is not registered")))


def said(registry: "Registry", fund: str, *, dry_run: bool) -> None:
    """After a step: how the allocation stands."""
    from vis_cli.cli.record import answer
    from vis_cli.model.fund import Fund

    if record := registry.get(Fund, fund):
        answer([f"{fund}: {words.standing(registry, decided(registry, record.entity))}"], dry_run=dry_run)
