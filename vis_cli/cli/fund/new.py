"""`vis fund new`: by an interview in a terminal, by options without one."""

from typing import Annotated, Any, get_args

import typer

from vis_cli.cli.language import _
from vis_cli.cli.options import Commit, DryRun
from vis_cli.cli.where import Where
from vis_cli.errors import N_


def _option(name: str, metavar: str, help: str) -> Any:
    return typer.Option(name, metavar=_(metavar), help=_(help), show_default=False)


def add(app: typer.Typer) -> None:
    """Register the command."""
    app.command("new", help=_(N_("Register a grant or a shared cost.")))(new)


def new(
    context: typer.Context,
    name: Annotated[str | None, _option("--name", N_("TEXT"), N_("What it is called."))] = None,
    type: Annotated[
        str | None, _option("--type", N_("TYPE"), N_("grant, shared-cost, basic-contribution or remuneration."))
    ] = None,
    giver: Annotated[str | None, _option("--giver", N_("WHO"), N_("Who gives it."))] = None,
    years: Annotated[
        str | None, _option("--years", N_("YEARS"), N_("The years that it is for: 2031, 2031-2032."))
    ] = None,
    total: Annotated[
        str | None, _option("--total", N_("AMOUNT"), N_("The whole: “more than 81 mnkr”, “cirka 230 mnkr”."))
    ] = None,
    purpose: Annotated[
        list[str] | None, _option("--purpose", N_("TEXT"), N_("What it may be used for; several times."))
    ] = None,
    group: Annotated[str | None, _option("--group", N_("GROUP"), N_("The body that decides on it."))] = None,
    plan_by: Annotated[
        str | None, _option("--plan-by", N_("DATE"), N_("When the planning of the years after has to begin."))
    ] = None,
    source: Annotated[
        list[str] | None, _option("--source", N_("SOURCE"), N_("Where this is stated: `003:34`; several times."))
    ] = None,
    id: Annotated[str, _option("--id", N_("ID"), N_("Its id; without it, made of the name."))] = "",
    commit: Commit = False,
    dry_run: DryRun = False,
) -> None:
    from vis_cli.actions.agreement.wish import suggested_id
    from vis_cli.actions.fund import new as action
    from vis_cli.actions.step import line, when
    from vis_cli.cli import amounts, asking
    from vis_cli.cli.fund import named, shown, words
    from vis_cli.cli.meant import choice
    from vis_cli.cli.meeting.named import group as the_group
    from vis_cli.cli.record import take

    where: Where = context.obj
    loaded = where.load()
    if asking.lacks(name=name, type=type):
        name, type, total, purpose = _asked(name, type, total, purpose)
    called = line(name or "")
    sum = amounts.read(total) if total else None
    first, last = _years(years) if years else (None, None)
    fund = {
        "id": id or suggested_id(called),
        "name": called,
        "type": choice(type or "", words.TYPES, N_("type")),
        "giver": named.actor(loaded.registry, giver) if giver else None,
        "first_year": first,
        "last_year": last,
        "total": sum and {"kronor": sum.kronor, **({} if sum.exact else {"qualifier": sum.qualifier})},
        "purposes": [{"id": suggested_id(line(each)), "text": line(each)} for each in purpose or ()],
        "group": the_group(loaded.registry, group, where).id if group else None,
        "plan_by": str(when(plan_by)) if plan_by else None,
        "sources": list(source or ()),
    }
    registry = take(where, loaded, action(loaded.registry, fund), commit=commit, dry_run=dry_run)
    shown.said(registry, str(fund["id"]), dry_run=dry_run)


def _asked(
    name: str | None, type: str | None, total: str | None, purpose: list[str] | None
) -> tuple[str, str, str, list[str]]:
    """What was not given, asked for in a terminal."""
    from vis_cli.cli import asking, questions
    from vis_cli.model.fund import Fund

    with asking.interview():
        name = name or questions.text(N_("What is it called?"), check=asking.something)
        kinds = {kind: _(kind) for kind in get_args(Fund.model_fields["type"].annotation)}
        type = type or questions.one(N_("What is it?"), kinds)
        total = total or questions.text(
            N_("How much is it altogether?"), hint=N_("as it is stated: “drygt 81 mnkr”; may be empty"), check=_amount
        )
        if not purpose:
            said = questions.text(N_("What may it be used for?"), hint=N_("between semicolons; may be empty"))
            purpose = [part.strip() for part in said.split(";") if part.strip()]
    return name, type, total, purpose


def _amount(given: str) -> str:
    from vis_cli.cli import amounts
    from vis_cli.errors import Failure

    try:
        amounts.read(given or "0")
    except Failure as failure:
        return _(failure.hint)
    return ""


def _years(given: str) -> tuple[int, int]:
    """The first and the last year. Raises Failure."""
    import re

    from vis_cli.errors import Failure

    found = re.fullmatch(r"([0-9]{4})(?:\s*[-–]\s*([0-9]{4}))?", given.strip())
    if not found or (found[2] and found[2] < found[1]):
        raise Failure(N_("there are no years `{given}`"), hint=N_("write 2031, or 2031-2032"), given=given)
    return int(found[1]), int(found[2] or found[1])
