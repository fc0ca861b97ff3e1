"""`vis fund account`: what was received, decided, used and reported, as a table, a document or a sheet."""

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from vis_cli.cli.as_json import print_json
from vis_cli.cli.fund.named import Named
from vis_cli.cli.fund.reading import KINDS
from vis_cli.cli.language import _
from vis_cli.cli.meeting.rendering import Output
from vis_cli.cli.options import At, Json
from vis_cli.cli.overwriting import Force
from vis_cli.cli.where import Where, left_out
from vis_cli.errors import N_, Failure

if TYPE_CHECKING:
    from vis_cli.model.fund import Fund
    from vis_cli.registry import Loaded, Record


def add(app: typer.Typer) -> None:
    """Register the command."""
    app.command("account", help=_(N_("The account: received, decided, used, reported (-o: .md, .pdf or .csv).")))(
        account
    )


def account(
    context: typer.Context,
    fund: Named,
    output: Output = None,
    at: At = None,
    json: Json = False,
    force: Force = False,
) -> None:
    from vis_cli.cli.fund import account_lines, named
    from vis_cli.cli.render import produce
    from vis_cli.cli.texts import say_known
    from vis_cli.documents.fund_account import fund_account
    from vis_cli.facts.fund_account import account as reckoned

    if output and (json or at):
        raise Failure(N_("`-o` writes a document of what is on disk; it goes with neither `--json` nor `--at`"))
    where: Where = context.obj
    loaded, known = where.load_at(at)
    say_known(known)
    left_out(loaded, KINDS)
    record = named.fund(loaded.registry, fund, where)
    if output and output.suffix == ".csv":
        _sheet(where, loaded, record, output, force=force)
    elif output:
        produce(where, loaded, record, fund_account, output, None, force=force)
    elif json:
        found = reckoned(loaded.registry, record.entity)
        entries = [entry.model_dump(mode="json", exclude_defaults=True) for entry in found.entries]
        print_json({"fund": record.id, **account_lines.as_data(found), "entries": entries})
    else:
        typer.echo("\n".join(account_lines.table_of(record.entity, reckoned(loaded.registry, record.entity))))


def _sheet(where: Where, loaded: "Loaded", record: "Record[Fund]", output: Path, *, force: bool) -> None:
    """Write the lines of the account as a table for a spreadsheet."""
    from vis_cli.cli.render import target
    from vis_cli.cli.texts import deliver
    from vis_cli.documents.fund_sheet import sheet

    deliver(sheet(loaded.registry, record.entity), target(where, output, force=force))
