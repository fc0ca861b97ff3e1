"""`vis meeting record`: what was said, decided and assigned at an item, without editing the file by hand."""

from typing import Annotated, Any

import typer

from vis_cli.cli.language import _
from vis_cli.cli.meeting.items import NamedItem
from vis_cli.cli.meeting.named import Named
from vis_cli.cli.options import Commit, DryRun
from vis_cli.cli.where import Where
from vis_cli.errors import N_

_TEXT, _ID = N_("TEXT"), N_("ID")


def _option(name: str, metavar: str, help: str) -> Any:
    return typer.Option(name, metavar=_(metavar), help=_(help))


Words = Annotated[
    str | None, _option("--text", N_("TEXT|FILE|-"), N_("What was said: the text, a file with it, or standard input."))
]
Many = list[str] | None
Decides = Annotated[Many, _option("--decides", _TEXT, N_("What was decided, after “decides to”."))]
Recommends = Annotated[Many, _option("--recommends", _TEXT, N_("What was recommended, after “recommends … to”."))]
Approves = Annotated[Many, _option("--approves", _TEXT, N_("What was approved."))]
To = Annotated[
    str | None,
    _option(
        "--to", N_("GROUP"), N_("Whom it is recommended to; without it, the parties of --agreement, or the body above.")
    ),
]
Basis = Annotated[Many, _option("--basis", N_("PAPER"), N_("A paper that the decision rests on, by its id."))]
Amounts = Annotated[
    Many, _option("--amount", N_("KRONOR:PURPOSE"), N_("An amount and what it is for: “about 500 000: hemsjukvård”."))
]
Agreement = Annotated[
    str | None, _option("--agreement", N_("AGREEMENT"), N_("The agreement that the decision is about."))
]
Version = Annotated[str | None, _option("--version", N_("VERSION"), N_("Which version of it."))]
Assign = Annotated[Many, _option("--assign", _TEXT, N_("A task that was given."))]
Owner = Annotated[Many, _option("--owner", _ID, N_("Who shall do it: a person, a group or an organisation."))]
ReturnTo = Annotated[str | None, _option("--return-to", N_("GROUP"), N_("The body that it comes back to."))]
ReturnAt = Annotated[str | None, _option("--return-at", N_("MEETING"), N_("The meeting that it comes back at."))]
Due = Annotated[str | None, _option("--due", N_("DATE"), N_("Its last day."))]
Contribution = Annotated[Many, _option("--contribution", _TEXT, N_("A reflection or something sent along (medskick)."))]
Ask = Annotated[Many, _option("--question", _TEXT, N_("A question that was asked."))]
Answer = Annotated[str | None, _option("--answer", _TEXT, N_("What was answered."))]
By = Annotated[str | None, _option("--by", _TEXT, N_("Who said or asked it."))]
GoalArea = Annotated[str | None, _option("--goal-area", _ID, N_("The goal area that a contribution concerns."))]


def add(app: typer.Typer) -> None:
    """Register the command."""
    app.command("record", help=_(N_("Record what was said, decided and assigned at an item.")))(record)


def record(
    context: typer.Context,
    meeting: Named,
    item: NamedItem,
    text: Words = None,
    decides: Decides = None,
    recommends: Recommends = None,
    to: To = None,
    approves: Approves = None,
    basis: Basis = None,
    amount: Amounts = None,
    agreement: Agreement = None,
    version: Version = None,
    assign: Assign = None,
    owner: Owner = None,
    return_to: ReturnTo = None,
    return_at: ReturnAt = None,
    due: Due = None,
    contribution: Contribution = None,
    question: Ask = None,
    answer: Answer = None,
    by: By = None,
    goal_area: GoalArea = None,
    commit: Commit = False,
    dry_run: DryRun = False,
) -> None:
    from vis_cli.actions.meeting.said import say
    from vis_cli.cli import asking
    from vis_cli.cli.meeting import items, named, told
    from vis_cli.cli.meeting.said import read

    given = {name: value for name, value in context.params.items() if value}
    where: Where = context.obj
    loaded = where.load()
    of = named.meeting(loaded.registry, meeting, where)
    under = items.item(of, item)
    if not {*given} - {"meeting", "item", "commit", "dry_run"} and asking.in_terminal():
        from vis_cli.cli.meeting.asked import ask

        given |= ask(loaded.registry, of)
    step = say(loaded.registry, of, under, read(where, loaded.registry, of, given))
    told.take(where, loaded, step, of, commit=commit, dry_run=dry_run)
