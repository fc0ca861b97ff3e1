"""`vis meeting forward`: a matter goes on to the body above."""

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from vis_cli.cli.language import _
from vis_cli.cli.meeting.named import Named
from vis_cli.cli.meeting.saying import Item
from vis_cli.cli.options import Commit, DryRun
from vis_cli.cli.where import Where
from vis_cli.errors import N_

if TYPE_CHECKING:
    from vis_cli.model.meeting import Meeting
    from vis_cli.registry import Record, Registry

KINDS: tuple[Literal["information", "decision"], ...] = ("information", "decision")


def add(app: typer.Typer) -> None:
    """Register the command."""
    app.command("forward", help=_(N_("Take a matter on to the body above, to know or to decide.")))(forward)


def forward(
    context: typer.Context,
    meeting: Named,
    item: Item,
    kind: Annotated[
        str | None,
        typer.Option(
            "--as", metavar=_(N_("KIND")), help=_(N_("`information`, or `decision` for what is recommended."))
        ),
    ] = None,
    to: Annotated[
        str | None,
        typer.Option("--to", metavar=_(N_("GROUP")), help=_(N_("The body; without it, whom the group reports to."))),
    ] = None,
    title: Annotated[
        str | None,
        typer.Option(
            "--title", metavar=_(N_("TEXT")), help=_(N_("What it is called there; without it, as its heading."))
        ),
    ] = None,
    commit: Commit = False,
    dry_run: DryRun = False,
) -> None:
    from vis_cli.actions.meeting import onward
    from vis_cli.actions.step import line
    from vis_cli.cli.meeting import asking, named

    where: Where = context.obj
    loaded = where.load()
    registry = loaded.registry
    record = named.meeting(registry, meeting, where)
    matter = asking.item(record, item)
    wish = onward.Onward(
        kind=_kind(kind),
        to=named.group(registry, to, where).id if to else None,
        title=line(title) if title else None,
    )
    step = onward.forward(registry, record, matter, wish)
    after = asking.take(where, loaded, step, record, commit=commit, dry_run=dry_run)
    _tell(after, record, onward.recipient(registry, record, wish.to).id)


def _kind(given: str | None) -> Literal["information", "decision"]:
    """How it goes on: as given, or asked for in a terminal. Raises Failure without one."""
    from vis_cli.cli.meant import choice
    from vis_cli.cli.meeting import asking

    if given is None and asking.in_terminal():
        from vis_cli.cli.agreement import questions

        with asking.interview():
            given = questions.one(N_("How does it go on"), {kind: _(kind) for kind in KINDS})
    if given is None:
        from vis_cli.cli.agreement.recording import demand

        demand(**{"as": None})
    return KINDS[KINDS.index(choice(given or "", KINDS, N_("kind")))]


def _tell(registry: "Registry", meeting: "Record[Meeting]", to: str) -> None:
    """On which meeting of the other body it comes up."""
    from vis_cli.cli.meeting.words import short
    from vis_cli.diagnostics.wording import fill
    from vis_cli.facts.awaited import comes_up_at
    from vis_cli.facts.overview import name_of

    coming = comes_up_at(registry, to, meeting.entity.date)
    template = N_("it comes up in {group} on {day}") if coming else N_("no meeting of {group} is planned yet")
    values = {"group": name_of(registry, to, "group"), "day": short(coming.entity.date) if coming else ""}
    typer.echo(fill(template, values, _), err=True)
