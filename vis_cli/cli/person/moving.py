"""`vis person move`: another post, what that touches, and the seats that end with the old one. (004:83)"""

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from vis_cli.cli.group.named import Item, Meeting, Source
from vis_cli.cli.language import _
from vis_cli.cli.options import Commit, DryRun
from vis_cli.cli.person.named import Named, Organisation, Title, Unit
from vis_cli.cli.where import Where
from vis_cli.errors import N_, Failure

if TYPE_CHECKING:
    from vis_cli.facts.touched import Touch
    from vis_cli.registry import Registry


def add(app: typer.Typer) -> None:
    """Register the command."""
    app.command("move", help=_(N_("Give a person another post, and see everything that it touches.")))(move)


def move(
    context: typer.Context,
    person: Named,
    title: Title = None,
    organisation: Organisation = None,
    unit: Unit = None,
    since: Annotated[
        str | None, typer.Option("--from", metavar=_(N_("DATE")), help=_(N_("First day in the new post; else today.")))
    ] = None,
    leave: Annotated[
        list[str] | None,
        typer.Option("--leave", metavar=_(N_("GROUP")), help=_(N_("A group in which the person's seat ends with it."))),
    ] = None,
    leave_all: Annotated[bool, typer.Option("--leave-all", help=_(N_("All seats end with the old post.")))] = False,
    leave_contacts: Annotated[
        bool, typer.Option("--leave-contacts", help=_(N_("No longer KSA, or a substitute, where the person is one.")))
    ] = False,
    keeps: Annotated[bool, typer.Option("--keeps", help=_(N_("The old post goes on beside the new one.")))] = False,
    meeting: Meeting = None,
    item: Item = None,
    source: Source = None,
    commit: Commit = False,
    dry_run: DryRun = False,
) -> None:
    from vis_cli.actions.person import move as moved
    from vis_cli.cli import asking
    from vis_cli.cli.group import named as groups
    from vis_cli.cli.group.named import at_item, sources
    from vis_cli.cli.person import leaving, lines, named
    from vis_cli.cli.record import answer, take
    from vis_cli.facts.posts import post_on
    from vis_cli.facts.touched import touched

    where: Where = context.obj
    if leave and leave_all:
        raise Failure(N_("--leave does not go together with --leave-all"), hint=N_("write one or the other"))
    loaded = where.load()
    record = named.person(loaded.registry, person, where)
    stated = sources(loaded.registry, source)
    asked = asking.lacks(title=title, organisation=organisation)
    day = groups.day(loaded.registry, where, since, None)
    post = named.post(loaded.registry, title, organisation, unit, day, stated)
    touches = touched(loaded.registry, record.id, day.earliest)
    ends = {groups.group(loaded.registry, each, where).id for each in leave or ()}
    chosen = leaving.chosen(touches, ends, every=leave_all, of=record.name)
    if asked and not (ends or leave_all):
        with asking.interview():
            chosen = leaving.ask(loaded.registry, touches, post_on(record.entity, day.earliest))
    at = at_item(loaded.registry, where, meeting, item)
    if asked and at is None and not stated:
        with asking.interview():
            at = leaving.decided(loaded.registry, where, chosen)
    contacts = [item for item in touches if leave_contacts and leaving.is_contact(item)]
    step = moved(loaded.registry, record, post, chosen, at, stated, keeps=keeps, contacts=contacts)
    registry = take(where, loaded, step, commit=commit, dry_run=dry_run)
    answer([f"{record.name}: {lines.post(registry, post)}"], dry_run=dry_run)
    _tell(registry, touches, set(chosen), contacts)


def _tell(
    registry: "Registry", touches: "Sequence[Touch]", left: "Collection[str]", contacts: "Sequence[Touch]"
) -> None:
    """Which seats and contacts ended, and all else that names the person and stays as it is, for somebody to see to."""
    from vis_cli.cli.person import lines

    ended = [item for item in touches if item.work == "seat" and item.source.id in left]
    stays = [item for item in touches if item not in ended and item not in contacts]
    for title, found in (
        (N_("these seats end with the old post ({count}):"), ended),
        (N_("this in contacts of areas ends with the old post ({count}):"), contacts),
        (N_("this stays as it is; see to what came with the old post ({count}):"), stays),
    ):
        if found:
            typer.echo(_(title).format(count=len(found)), err=True)
            for item in found:
                typer.echo(f"  - {lines.touch(registry, item)}", err=True)
