"""`vis fund decide`: the item that decided the allocation. (R-FUN-4)"""

from typing import Annotated

import typer

from vis_cli.cli.fund.named import Named
from vis_cli.cli.language import _
from vis_cli.cli.options import Commit, DryRun
from vis_cli.cli.where import Where
from vis_cli.errors import N_

AtMeeting = Annotated[
    str | None,
    typer.Option(
        "--meeting", metavar=_(N_("MEETING")), help=_(N_("The meeting that decided it: id, or name and day."))
    ),
]
AtItem = Annotated[
    str | None, typer.Option("--item", metavar=_(N_("ITEM")), help=_(N_("The item of that meeting, by its id.")))
]


def add(app: typer.Typer) -> None:
    """Register the command."""
    app.command("decide", help=_(N_("Record which item of which meeting decided the allocation.")))(decide)


def decide(
    context: typer.Context,
    fund: Named,
    meeting: AtMeeting = None,
    item: AtItem = None,
    commit: Commit = False,
    dry_run: DryRun = False,
) -> None:
    from vis_cli.actions.fund import decide as action
    from vis_cli.cli import asking
    from vis_cli.cli.fund import named, shown
    from vis_cli.cli.meeting.named import meeting as the_meeting
    from vis_cli.cli.record import take
    from vis_cli.model.citing import AtItem as Cited

    where: Where = context.obj
    loaded = where.load()
    record = named.fund(loaded.registry, fund, where)
    given = asking.wanted(meeting, "meeting", N_("Which meeting decided it?"), hint=N_("a group and a day"))
    cited = Cited(meeting=the_meeting(loaded.registry, given, where).id, item=item)
    registry = take(where, loaded, action(loaded.registry, record, cited), commit=commit, dry_run=dry_run)
    shown.said(registry, record.id, dry_run=dry_run)
