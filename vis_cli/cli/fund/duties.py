"""`vis fund due` and `duty`: what the givers demand, by when, and who sees to it. (R-FUN-6)"""

from typing import Annotated

import typer

from vis_cli.cli.as_json import print_json
from vis_cli.cli.fund.named import Named
from vis_cli.cli.language import _
from vis_cli.cli.lines import wrapped
from vis_cli.cli.options import At, Commit, DryRun, Json, On
from vis_cli.cli.where import Where, left_out
from vis_cli.errors import N_


def add(app: typer.Typer) -> None:
    """Register the commands."""
    app.command("due", help=_(N_("What is to be reported or planned by when, over all funds.")))(due)
    app.command("duty", help=_(N_("Add something that has to be reported to the giver.")))(duty)


def due(
    context: typer.Context,
    all: Annotated[bool, typer.Option("--all", help=_(N_("What is done too.")))] = False,
    on: On = None,
    at: At = None,
    json: Json = False,
) -> None:
    from vis_cli.cli.fund import due_lines
    from vis_cli.cli.texts import say_known
    from vis_cli.diagnostics.wording import fill
    from vis_cli.facts.fund_dates import dues

    where: Where = context.obj
    loaded, known = where.load_at(at)
    say_known(known)
    left_out(loaded, ("fund",))
    day = where.day(on)
    found = [item for item in dues(loaded.registry) if all or item.state(day) != "done"]
    if json:
        print_json({"on": day.isoformat(), "items": [due_lines.as_data(item, day) for item in found]})
        return
    for item in found:
        typer.echo("\n".join(wrapped(due_lines.line(loaded.registry, item, day, fund=True), "  ", first="")))
    late = sum(1 for item in found if item.state(day) == "late")
    message = N_("found: {count}; late: {late}") if found else N_("nothing is due")
    typer.echo(fill(message, {"count": len(found), "late": late}, _), err=True)


def duty(
    context: typer.Context,
    fund: Named,
    text: Annotated[str | None, typer.Option("--text", metavar=_(N_("TEXT")), help=_(N_("What is reported.")))] = None,
    due: Annotated[
        str | None, typer.Option("--due", metavar=_(N_("DATE")), help=_(N_("By when, as precisely as it is known.")))
    ] = None,
    owner: Annotated[str | None, typer.Option("--owner", metavar=_(N_("WHO")), help=_(N_("Who sees to it.")))] = None,
    id: Annotated[str, typer.Option("--id", metavar=_(N_("ID")), help=_(N_("Its id; without it, of the text.")))] = "",
    commit: Commit = False,
    dry_run: DryRun = False,
) -> None:
    from vis_cli.actions.agreement.wish import suggested_id
    from vis_cli.actions.fund import add_duty
    from vis_cli.actions.step import when
    from vis_cli.cli import asking
    from vis_cli.cli.fund import due_lines, named
    from vis_cli.cli.record import answer, take
    from vis_cli.facts.fund_dates import dues_of
    from vis_cli.model.fund import Fund, ReportingDuty

    where: Where = context.obj
    loaded = where.load()
    record = named.fund(loaded.registry, fund, where)
    words = asking.wanted(text, "text", N_("What has to be reported?"))
    made = ReportingDuty.model_construct(
        id=id or suggested_id(words),
        text=words,
        due=when(due) if due else None,
        owner=named.actor(loaded.registry, owner) if owner else None,
    )
    registry = take(where, loaded, add_duty(record, made), commit=commit, dry_run=dry_run)
    if after := registry.get(Fund, record.id):
        found = [item for item in dues_of(after) if item.duty and item.duty.id == made.id]
        answer([due_lines.line(registry, item, where.today(), fund=True) for item in found], dry_run=dry_run)
