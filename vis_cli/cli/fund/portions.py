"""`vis fund portion`: a part of the money, and how it is found."""

from typing import Annotated, Any, get_args

import typer

from vis_cli.cli.fund.named import Named
from vis_cli.cli.language import _
from vis_cli.cli.options import Commit, DryRun
from vis_cli.cli.where import Where
from vis_cli.errors import N_


def _option(name: str, metavar: str, help: str) -> Any:
    return typer.Option(name, metavar=_(metavar), help=_(help), show_default=False)


def add(app: typer.Typer) -> None:
    """Register the command."""
    app.command("portion", help=_(N_("Add a portion to the allocation of a fund.")))(portion)


def portion(
    context: typer.Context,
    fund: Named,
    text: Annotated[str | None, _option("--text", N_("TEXT"), N_("What it is for."))] = None,
    rule: Annotated[
        str | None,
        _option("--rule", N_("RULE"), N_("fixed, rest, equal, shares, per-inhabitant or pooled.")),
    ] = None,
    amount: Annotated[str | None, _option("--amount", N_("AMOUNT"), N_("The fixed amount."))] = None,
    of: Annotated[str | None, _option("--of", N_("PORTION"), N_("The portion that it is a part of."))] = None,
    side: Annotated[
        str | None, _option("--side", N_("SIDE"), N_("Whose part of that portion it is taken from."))
    ] = None,
    shares: Annotated[str | None, _option("--shares", N_("WHO:%,…"), N_("`municipality:60,region:40`."))] = None,
    among: Annotated[
        list[str] | None, _option("--among", N_("WHO,WHO…"), N_("Whom it is divided among, or kept together for."))
    ] = None,
    figure: Annotated[str | None, _option("--figure", N_("FIGURE"), N_("The figure with the inhabitants."))] = None,
    purpose: Annotated[list[str] | None, _option("--purpose", N_("PURPOSE"), N_("A purpose that it is for."))] = None,
    id: Annotated[str, _option("--id", N_("ID"), N_("Its id; without it, of the text."))] = "",
    commit: Commit = False,
    dry_run: DryRun = False,
) -> None:
    from vis_cli.actions.agreement.wish import suggested_id
    from vis_cli.actions.fund import add_portion
    from vis_cli.cli import asking, questions
    from vis_cli.cli.fund import named, shown, wished, words
    from vis_cli.cli.meant import choice, the_one
    from vis_cli.cli.record import take
    from vis_cli.model.fund import AllocationRule, Portion

    where: Where = context.obj
    loaded = where.load()
    registry, record = loaded.registry, named.fund(loaded.registry, fund, where)
    if asking.lacks(text=text, rule=rule):
        with asking.interview():
            text = text or questions.text(N_("What is it for?"), check=asking.something)
            rule = rule or questions.one(N_("How is it found?"), {key: _(word) for key, word in words.RULES.items()})
    called = asking.wanted(text, "text", N_("What is it for?"))
    own = record.entity
    made = Portion.model_construct(
        id=id or suggested_id(called),
        text=called,
        of=named.portion(own, of) if of else None,
        side=wished.side(side) if side else None,
        rule=choice(rule or "", get_args(AllocationRule), N_("rule")),
        kronor=wished.kronor(amount) if amount else None,
        shares=tuple(wished.stated(registry, shares)) if shares else (),
        among=named.actors(registry, among or ()),
        figure=the_one(registry, figure, "figure").id if figure else None,
        purposes=tuple(named.purpose(own, each) for each in purpose or ()),
    )
    after = take(where, loaded, add_portion(registry, record, made), commit=commit, dry_run=dry_run)
    shown.said(after, record.id, dry_run=dry_run)
