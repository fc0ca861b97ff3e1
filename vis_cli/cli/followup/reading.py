"""`vis followup status` and `show`: what is overdue, and what a follow-up found."""

from typing import TYPE_CHECKING, Annotated

import typer

from vis_cli.cli.as_json import print_json
from vis_cli.cli.language import _
from vis_cli.cli.meeting.rendering import Output
from vis_cli.cli.options import At, Json, On
from vis_cli.cli.overwriting import Force
from vis_cli.cli.where import AGREEMENTS, Where, left_out
from vis_cli.errors import N_, Failure

if TYPE_CHECKING:
    from vis_cli.model.follow_up import FollowUpReport
    from vis_cli.registry import Record, Registry

KINDS = (*AGREEMENTS, "follow-up", "group")


def add(app: typer.Typer) -> None:
    """Register the commands."""
    app.command("status", help=_(N_("How the follow-up of every agreement stands: who, by what, when.")))(status)
    app.command("show", help=_(N_("Show a follow-up, or the last one of an agreement.")))(show)


def status(
    context: typer.Context,
    group: Annotated[
        str | None, typer.Option("--group", metavar=_(N_("GROUP")), help=_(N_("Only what this group follows up.")))
    ] = None,
    overdue: Annotated[bool, typer.Option("--late", help=_(N_("Only what is overdue.")))] = False,
    on: On = None,
    at: At = None,
    json: Json = False,
    output: Output = None,
    force: Force = False,
) -> None:
    from vis_cli.cli.followup import lines
    from vis_cli.cli.meeting.named import group as the_group
    from vis_cli.cli.render import produce_all
    from vis_cli.cli.texts import say_known
    from vis_cli.diagnostics.wording import fill
    from vis_cli.documents.follow_up import follow_up_status
    from vis_cli.facts.follow_ups import followings

    if output and (json or at):
        raise Failure(N_("`-o` writes a document of what is on disk; it goes with neither `--json` nor `--at`"))
    where: Where = context.obj
    loaded, known = where.load_at(at)
    say_known(known)
    left_out(loaded, KINDS)
    registry, day = loaded.registry, where.day(on)
    body = the_group(registry, group, where).id if group else None
    found = [
        each for each in followings(registry, day) if body in (None, each.by) and (not overdue or each.due == "overdue")
    ]
    if output:
        produce_all(where, loaded, follow_up_status(registry, found, day), output, force=force)
        return
    if json:
        print_json({"on": day.isoformat(), "items": [lines.as_data(each) for each in found]})
        return
    typer.echo("\n".join(lines.status(registry, found)), nl=bool(found))
    values = {
        "count": len(found),
        "overdue": sum(1 for each in found if each.due == "overdue"),
        "unknown": sum(1 for each in found if each.due == "unknown"),
    }
    message = N_("agreements: {count}; overdue: {overdue}; not said when: {unknown}")
    typer.echo(fill(message if found else N_("no agreement is like that"), values, _), err=True)


def show(
    context: typer.Context,
    follow_up: Annotated[
        str, typer.Argument(metavar=_(N_("FOLLOW-UP")), help=_(N_("The id of a follow-up, or an agreement.")))
    ],
    at: At = None,
    json: Json = False,
    output: Output = None,
    force: Force = False,
) -> None:
    from vis_cli.cli.followup import lines
    from vis_cli.cli.render import produce
    from vis_cli.cli.texts import say_known
    from vis_cli.documents.follow_up import follow_up as document
    from vis_cli.facts.plain import plain

    if output and (json or at):
        raise Failure(N_("`-o` writes a document of what is on disk; it goes with neither `--json` nor `--at`"))
    where: Where = context.obj
    loaded, known = where.load_at(at)
    say_known(known)
    left_out(loaded, KINDS)
    record = _the_one(loaded.registry, follow_up, where)
    if output:
        produce(where, loaded, record, document, output, None, force=force)
    elif json:
        print_json(plain(record))
    else:
        typer.echo("\n".join(lines.page(loaded.registry, record)))


def _the_one(registry: "Registry", given: str, where: Where) -> "Record[FollowUpReport]":
    """The follow-up of that id, or the last one of the agreement that was named. Raises Failure."""
    from vis_cli.cli.agreement.named import agreement
    from vis_cli.facts.follow_ups import reports
    from vis_cli.model.follow_up import FollowUpReport

    if record := registry.get(FollowUpReport, given):
        return record
    of = agreement(registry, given, where)
    if made := reports(registry, of.id):
        return made[-1]
    raise Failure(
        N_("no follow-up of `{id}` is in the register"),
        hint=N_("`vis followup report {id}` records one"),
        id=of.id,
    )
