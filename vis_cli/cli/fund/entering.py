"""`vis fund enter` and `report`: lines of the account, which are added and never changed. (P-55)"""

import datetime as dt
from typing import TYPE_CHECKING, Annotated

import typer

from vis_cli.cli.fund.deciding import AtItem, AtMeeting
from vis_cli.cli.fund.named import Named, Portion, Purpose
from vis_cli.cli.language import _
from vis_cli.cli.options import Commit, DryRun
from vis_cli.cli.where import Where
from vis_cli.errors import N_, Failure

if TYPE_CHECKING:
    from vis_cli.model.fund import Entry, EntryType, Fund
    from vis_cli.registry import Record, Registry

Date = Annotated[
    str | None,
    typer.Option("--date", metavar=_(N_("DATE")), help=_(N_("When; without it, the meeting's day or today."))),
]
By = Annotated[
    str | None, typer.Option("--by", metavar=_(N_("WHO")), help=_(N_("Who received, decided, used or reported it.")))
]
Note = Annotated[str | None, typer.Option("--text", metavar=_(N_("TEXT")), help=_(N_("What it was for.")))]


def add(app: typer.Typer) -> None:
    """Register the commands."""
    app.command("enter", help=_(N_("Add a line to the account: received, decided, used, reported or returned.")))(enter)
    app.command("report", help=_(N_("Record that something was reported to the giver (återredovisat).")))(report)


def enter(
    context: typer.Context,
    fund: Named,
    type: Annotated[
        str,
        typer.Argument(metavar=_(N_("WHAT")), help=_(N_("received, decided, used, reported or returned."))),
    ],
    amount: Annotated[str, typer.Argument(metavar=_(N_("AMOUNT")), help=_(N_("Kronor: 18000000, “about 2 mnkr”.")))],
    portion: Portion = None,
    purpose: Purpose = None,
    by: By = None,
    text: Note = None,
    meeting: AtMeeting = None,
    item: AtItem = None,
    date: Date = None,
    commit: Commit = False,
    dry_run: DryRun = False,
) -> None:
    from vis_cli.actions.fund import enter as action
    from vis_cli.cli.fund import named, words
    from vis_cli.cli.meant import choice
    from vis_cli.cli.meeting.named import meeting as the_meeting
    from vis_cli.cli.record import take
    from vis_cli.model.citing import AtItem as Cited

    where: Where = context.obj
    if item and not meeting:
        raise Failure(N_("--item needs --meeting"))
    loaded = where.load()
    record = named.fund(loaded.registry, fund, where)
    held = the_meeting(loaded.registry, meeting, where) if meeting else None
    day = held.entity.date if held and not date else where.day(date)
    what = choice(type, words.LINES, N_("line"))
    entry = _entry(loaded.registry, record.entity, what, amount, day, portion, purpose, by, text)
    entry = entry.model_copy(update={"at": Cited(meeting=held.id, item=item) if held else None})
    registry = take(where, loaded, action(record, entry, where.today()), commit=commit, dry_run=dry_run)
    tell(registry, record.id, dry_run=dry_run)


def report(
    context: typer.Context,
    fund: Named,
    duty: Annotated[
        str, typer.Argument(metavar=_(N_("DUTY")), help=_(N_("What was to be reported, by id or words of it.")))
    ],
    reference: Annotated[
        str | None,
        typer.Option("--reference", metavar=_(N_("TEXT")), help=_(N_("Where the report is: a reference number."))),
    ] = None,
    amount: Annotated[
        str | None,
        typer.Option("--amount", metavar=_(N_("AMOUNT")), help=_(N_("How much was reported: a line of the account."))),
    ] = None,
    portion: Portion = None,
    purpose: Purpose = None,
    by: By = None,
    date: Date = None,
    commit: Commit = False,
    dry_run: DryRun = False,
) -> None:
    from vis_cli.actions.fund import report as action
    from vis_cli.actions.step import line
    from vis_cli.cli.fund import due_lines, named
    from vis_cli.cli.record import answer, take
    from vis_cli.facts.fund_dates import dues_of
    from vis_cli.model.fund import Fund

    where: Where = context.obj
    if not amount and (portion or purpose or by):
        raise Failure(N_("--portion, --purpose and --by say more of an --amount"))
    loaded, day = where.load(), where.day(date)
    record = named.fund(loaded.registry, fund, where)
    which = named.duty(record.entity, duty)
    entry = (
        _entry(loaded.registry, record.entity, "reported", amount, day, portion, purpose, by, None) if amount else None
    )
    step = action(record, which, day, line(reference) if reference else None, entry, where.today())
    registry = take(where, loaded, step, commit=commit, dry_run=dry_run)
    if after := registry.get(Fund, record.id):
        found = [item for item in dues_of(after) if item.duty and item.duty.id == which]
        answer([due_lines.line(registry, item, where.today(), fund=True) for item in found], dry_run=dry_run)


def _entry(
    registry: "Registry",
    fund: "Fund",
    type: "EntryType",
    amount: str,
    day: dt.date,
    portion: str | None,
    purpose: str | None,
    by: str | None,
    text: str | None,
) -> "Entry":
    """A line of the account; its id is given when it is added. Raises Failure."""
    from vis_cli.actions.step import line
    from vis_cli.cli import amounts
    from vis_cli.cli.fund import named
    from vis_cli.model.fund import Entry, Money

    sum = amounts.read(amount)
    return Entry.model_construct(
        id="new",
        type=type,
        date=day,
        money=Money(kronor=sum.kronor, qualifier=sum.qualifier),
        portion=named.portion(fund, portion) if portion else None,
        purpose=named.purpose(fund, purpose) if purpose else None,
        by=named.actor(registry, by) if by else None,
        text=line(text) if text else None,
    )


def tell(registry: "Registry", fund: str, *, dry_run: bool) -> None:
    """What is left of the fund."""
    from vis_cli.cli.fund import words
    from vis_cli.cli.record import answer
    from vis_cli.diagnostics.wording import fill
    from vis_cli.facts.fund_account import account
    from vis_cli.model.fund import Fund

    record: Record[Fund] | None = registry.get(Fund, fund)
    if record is None:
        return
    whole = account(registry, record.entity).whole
    said = N_("{fund}: {used} used, {reported} of it reported; left: {left}")
    values = {
        "fund": fund,
        "used": words.money(whole.used),
        "reported": words.money(whole.reported),
        "left": words.money(whole.left, _(N_("not known"))),
    }
    answer([fill(said, values, _)], dry_run=dry_run)
