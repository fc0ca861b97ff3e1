"""`vis assignment report`, `postpone` and `close`: one more entry of an assignment's log."""

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from vis_cli.cli.language import _
from vis_cli.cli.options import Commit, DryRun
from vis_cli.cli.where import Where
from vis_cli.errors import N_, Failure

if TYPE_CHECKING:
    import datetime as dt

    from vis_cli.facts.matters import Given
    from vis_cli.registry import Registry

_Named = Annotated[
    str,
    typer.Argument(
        metavar=_(N_("ASSIGNMENT")),
        help=_(N_("As `list` names it: GROUP-2031-02-20#ID; the id alone if only one has it.")),
    ),
]
_Meeting = Annotated[
    str | None,
    typer.Option(
        "--meeting", metavar=_(N_("MEETING")), help=_(N_("The meeting at which that was said: id, or name and day."))
    ),
]
_Date = Annotated[
    str | None,
    typer.Option("--date", metavar=_(N_("DATE")), help=_(N_("When, if not at a meeting; without either, today."))),
]
_Text = Annotated[
    str | None, typer.Option("--text", metavar=_(N_("TEXT")), help=_(N_("What was reported, or why it is late.")))
]
_To = Annotated[
    str | None,
    typer.Option(
        "--to", metavar=_(N_("MEETING")), help=_(N_("The meeting that it comes back at; without it, the next."))
    ),
]
_QUESTIONS = {
    "reported": N_("What was reported?"),
    "postponed": N_("Why is it postponed?"),
    "closed": N_("How did it end?"),
}
Outcome = Literal["reported", "postponed", "closed"]


def add(app: typer.Typer) -> None:
    """Register the commands."""
    app.command("report", help=_(N_("Record what was reported back.")))(report)
    app.command("postpone", help=_(N_("Put it off: it comes back later.")))(postpone)
    app.command("close", help=_(N_("Close it: it does not come back.")))(close)


def report(
    context: typer.Context,
    assignment: _Named,
    meeting: _Meeting = None,
    date: _Date = None,
    text: _Text = None,
    commit: Commit = False,
    dry_run: DryRun = False,
) -> None:
    _record(context.obj, "reported", assignment, meeting, date, text, None, commit, dry_run)


def postpone(
    context: typer.Context,
    assignment: _Named,
    to: _To = None,
    meeting: _Meeting = None,
    date: _Date = None,
    text: _Text = None,
    commit: Commit = False,
    dry_run: DryRun = False,
) -> None:
    _record(context.obj, "postponed", assignment, meeting, date, text, to, commit, dry_run)


def close(
    context: typer.Context,
    assignment: _Named,
    meeting: _Meeting = None,
    date: _Date = None,
    text: _Text = None,
    commit: Commit = False,
    dry_run: DryRun = False,
) -> None:
    _record(context.obj, "closed", assignment, meeting, date, text, None, commit, dry_run)


def _record(
    where: Where,
    outcome: Outcome,
    assignment: str,
    meeting: str | None,
    date: str | None,
    text: str | None,
    to: str | None,
    commit: bool,
    dry_run: bool,
) -> None:
    from vis_cli.actions.assignment import record
    from vis_cli.actions.step import when
    from vis_cli.cli.meeting import named
    from vis_cli.cli.record import take
    from vis_cli.model.item import Report
    from vis_cli.model.values import When

    if meeting and date:
        raise Failure(N_("--meeting and --date do not go together"), hint=N_("a meeting has its own day"))
    loaded, today = where.load(), where.today()
    given = _given(loaded.registry, assignment, where)
    held = named.meeting(loaded.registry, meeting, where).id if meeting else None
    day = when(date) if date else None if held else When.parse(today.isoformat())
    back = named.meeting(loaded.registry, to, where).id if to else None
    words = _words(outcome, text)
    entry = Report.model_construct(outcome=outcome, meeting=held, date=day, text=words, return_at=back)
    step = record(loaded.registry, given, entry, today)
    registry = take(where, loaded, step, commit=commit, dry_run=dry_run)
    _tell(registry, given, today, dry_run=dry_run)


def _given(registry: "Registry", given: str, where: Where) -> "Given":
    from vis_cli.cli import addressed
    from vis_cli.facts.matters import assignments

    return addressed.the_one(registry, given, tuple(assignments(registry)), N_("assignment"), where)


def _words(outcome: str, text: str | None) -> str:
    """What was said of it: as given, or asked for in a terminal."""
    from vis_cli.cli import asking, questions

    if asking.lacks(text=text and text.strip()):
        with asking.interview():
            return questions.text(_QUESTIONS[outcome], check=asking.something)
    return (text or "").strip()


def _tell(registry: "Registry", given: "Given", today: "dt.date", *, dry_run: bool) -> None:
    """How the assignment stands now."""
    from vis_cli.cli.assignment import lines
    from vis_cli.cli.record import answer
    from vis_cli.facts.assignments import task
    from vis_cli.facts.matters import assignments

    for each in assignments(registry):
        if each.address == given.address:
            answer([f"{each.address}: {lines.state(registry, task(registry, each, today))}"], dry_run=dry_run)
