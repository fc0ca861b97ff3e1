"""`vis assignment list`: the assignments of all bodies, the oldest first."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vis_cli.cli.as_json import print_json
from vis_cli.cli.language import _
from vis_cli.cli.meeting.rendering import Output
from vis_cli.cli.options import At, Json, On
from vis_cli.cli.overwriting import Force
from vis_cli.cli.where import Where, left_out
from vis_cli.errors import N_, Failure

if TYPE_CHECKING:
    from vis_cli.facts.assignments import Task
    from vis_cli.registry import Loaded, Registry


def add(app: typer.Typer) -> None:
    """Register the command."""
    app.command("list", help=_(N_("List the assignments, the oldest first.")))(list_)


def list_(
    context: typer.Context,
    open: Annotated[bool, typer.Option("--open", help=_(N_("Only those that are open.")))] = False,
    owner: Annotated[
        str | None,
        typer.Option("--owner", metavar=_(N_("OWNER")), help=_(N_("Only those that it has, by id or name."))),
    ] = None,
    body: Annotated[
        str | None,
        typer.Option("--body", metavar=_(N_("GROUP")), help=_(N_("Only those that come back to this body."))),
    ] = None,
    late: Annotated[bool, typer.Option("--late", help=_(N_("Only those that are late.")))] = False,
    on: On = None,
    at: At = None,
    json: Json = False,
    output: Output = None,
    force: Force = False,
) -> None:
    from vis_cli.cli.assignment import lines
    from vis_cli.cli.texts import say_known
    from vis_cli.diagnostics.wording import fill
    from vis_cli.facts.assignments import tasks

    if output and (json or at):
        raise Failure(N_("`-o` writes a document of what is on disk; it goes with neither `--json` nor `--at`"))
    where: Where = context.obj
    loaded, known = where.load_at(at)
    say_known(known)
    left_out(loaded, ("meeting",))
    registry, day = loaded.registry, where.day(on)
    wanted = [_owned(registry, owner), _of_body(registry, body, where)]
    wanted += [lambda task: task.state == "open"] if open else []
    wanted += [lambda task: task.late] if late else []
    found = [task for task in tasks(registry, day) if all(keep(task) for keep in wanted)]
    if output:
        _document(where, loaded, found, day, output, owner=owner, body=body, every=not open and not late, force=force)
        return
    if json:
        items = [lines.as_data(registry, task) for task in found]
        report = {"on": day.isoformat(), "items": items}
        print_json(report)
        return
    typer.echo("\n".join(lines.every(registry, found)), nl=bool(found))
    still = sum(1 for task in found if task.state == "open")
    behind = sum(1 for task in found if task.late)
    message = N_("found: {count}; open: {open}; late: {late}") if found else N_("no assignment is like that")
    typer.echo(fill(message, {"count": len(found), "open": still, "late": behind}, _), err=True)


def _document(
    where: Where,
    loaded: "Loaded",
    found: "list[Task]",
    day: dt.date,
    output: Path,
    *,
    owner: str | None,
    body: str | None,
    every: bool,
    force: bool,
) -> None:
    """Write the list as a document."""
    from vis_cli.cli.meant import one_of
    from vis_cli.cli.meeting.named import group
    from vis_cli.cli.render import produce_all
    from vis_cli.documents.assignments import assignment_list
    from vis_cli.facts.names import ACTORS

    registry = loaded.registry
    whose = one_of(registry, owner, ACTORS) if owner else None
    back_to = group(registry, body, where).id if body else None
    made = assignment_list(registry, found, day, owner=whose, group=back_to, every=every)
    produce_all(where, loaded, made, output, force=force)


def _owned(registry: "Registry", given: str | None) -> "Callable[[Task], bool]":
    if given is None:
        return lambda task: True
    from vis_cli.cli.meant import one_of
    from vis_cli.facts.names import ACTORS

    id = one_of(registry, given, ACTORS)
    return lambda task: id in task.given.assignment.owners


def _of_body(registry: "Registry", given: str | None, where: Where) -> "Callable[[Task], bool]":
    if given is None:
        return lambda task: True
    from vis_cli.cli.meeting.named import group

    body = group(registry, given, where).id
    return lambda task: body == (task.given.assignment.return_to or task.given.meeting.entity.group)
