"""`vis forum verify` and `end`: somebody made sure that it is right; it is no more."""

from typing import TYPE_CHECKING, Annotated, Any, get_args

import typer

from vis_cli.cli.forum.named import Named
from vis_cli.cli.language import _
from vis_cli.cli.options import Commit, DryRun
from vis_cli.cli.where import Where
from vis_cli.errors import N_, Failure

if TYPE_CHECKING:
    from vis_cli.registry import Registry

Date = Annotated[
    str | None, typer.Option("--date", metavar=_(N_("DATE")), help=_(N_("When (YYYY-MM-DD); without it, today.")))
]


def add(app: typer.Typer) -> None:
    """Register the commands."""
    app.command("verify", help=_(N_("Somebody has made sure that what the register says of a forum is right.")))(verify)
    app.command("end", help=_(N_("A forum is no more; it stays in the register with its last day.")))(end)


def verify(
    context: typer.Context,
    forum: Named,
    date: Date = None,
    status: Annotated[
        str | None, typer.Option("--status", metavar=_(N_("STATUS")), help=_(N_("How it was found to stand.")))
    ] = None,
    convener: Annotated[
        str | None, typer.Option("--convener", metavar=_(N_("WHO")), help=_(N_("Who was found to convene it.")))
    ] = None,
    rhythm: Annotated[
        str | None, typer.Option("--rhythm", metavar=_(N_("TEXT")), help=_(N_("How often it was found to meet.")))
    ] = None,
    commit: Commit = False,
    dry_run: DryRun = False,
) -> None:
    from vis_cli.actions.forum import verify as verified
    from vis_cli.actions.step import line
    from vis_cli.cli.forum import named
    from vis_cli.cli.meant import choice
    from vis_cli.cli.record import take
    from vis_cli.model.forum import Forum

    where: Where = context.obj
    loaded = where.load()
    record = named.forum(loaded.registry, forum, where)
    day = where.day(date)
    if day > where.today():
        raise Failure(N_("{date} has not come yet"), date=day)
    statuses = [each for each in get_args(get_args(Forum.model_fields["status"].annotation)[0]) if each != _ENDED]
    found: dict[str, Any] = {
        "status": choice(status, statuses, N_("status")) if status else None,
        "convener": named.actor(loaded.registry, convener) if convener else None,
        "rhythm": {"text": line(rhythm)} if rhythm else None,
    }
    step = verified(record, day, {key: value for key, value in found.items() if value})
    after = take(where, loaded, step, commit=commit, dry_run=dry_run)
    _tell(after, record.id, where, dry_run=dry_run)


_ENDED = "discontinued"
"""What `end` says, with a day."""


def end(
    context: typer.Context,
    forum: Named,
    date: Annotated[
        str | None,
        typer.Option("--date", metavar=_(N_("DATE")), help=_(N_("Its last day, as precise as it is known; or today."))),
    ] = None,
    why: Annotated[str, typer.Option("--why", metavar=_(N_("TEXT")), help=_(N_("Why it ended.")))] = "",
    commit: Commit = False,
    dry_run: DryRun = False,
) -> None:
    from vis_cli.actions.forum import end as ended
    from vis_cli.actions.step import when
    from vis_cli.cli.forum import named
    from vis_cli.cli.record import take

    where: Where = context.obj
    loaded = where.load()
    record = named.forum(loaded.registry, forum, where)
    step = ended(record, when(date or where.today().isoformat()), " ".join(why.split()))
    after = take(where, loaded, step, commit=commit, dry_run=dry_run)
    _tell(after, record.id, where, dry_run=dry_run)


def _tell(registry: "Registry", id: str, where: Where, *, dry_run: bool) -> None:
    """What now holds of the forum, and what should still be asked."""
    from vis_cli.cli.forum import lines
    from vis_cli.cli.record import answer
    from vis_cli.facts.forum_stale import questions
    from vis_cli.model.forum import Forum

    if record := registry.get(Forum, id):
        asked = [lines.asked_of(record.entity, question) for question in questions(record.entity, where.today())]
        answer([f"{id}: {'; '.join([lines.status(record.entity), *asked])}"], dry_run=dry_run)
