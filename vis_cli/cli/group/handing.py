"""`vis group handover`: what a group answers for has passed to another."""

from typing import TYPE_CHECKING, Annotated

import typer

from vis_cli.cli.group.named import Item, Meeting, Named
from vis_cli.cli.group.standing import On
from vis_cli.cli.language import _
from vis_cli.cli.options import Commit, DryRun
from vis_cli.cli.where import Where
from vis_cli.errors import N_, Failure

if TYPE_CHECKING:
    from vis_cli.model.group import Group
    from vis_cli.registry import Record, Registry


def add(app: typer.Typer) -> None:
    """Register the command."""
    help = N_("Record that something a group answers for has passed to another group.")
    app.command("handover", help=_(help))(handover)


def handover(
    context: typer.Context,
    group: Named,
    responsibility: Annotated[
        str | None,
        typer.Argument(
            metavar=_(N_("[RESPONSIBILITY]")), help=_(N_("What passes on: its id, or words of it; else you are asked."))
        ),
    ] = None,
    to: Annotated[
        str | None, typer.Option("--to", metavar=_(N_("GROUP")), help=_(N_("The group that has taken it over.")))
    ] = None,
    on: On = None,
    meeting: Meeting = None,
    item: Item = None,
    commit: Commit = False,
    dry_run: DryRun = False,
) -> None:
    from vis_cli.actions.group.handover import hand_over
    from vis_cli.cli import asking
    from vis_cli.cli.group import named
    from vis_cli.cli.record import take
    from vis_cli.model.group import Handover

    where: Where = context.obj
    loaded = where.load()
    record = named.group(loaded.registry, group, where)
    index = index_of(record, responsibility) if responsibility else None
    if asking.lacks(responsibility=responsibility, to=to):
        with asking.interview():
            index = _asked(record) if index is None else index
            to = to or _to(loaded.registry, record, index)
    taker = named.group(loaded.registry, to or "", where)
    at = named.at_item(loaded.registry, where, meeting, item)
    day = named.day(loaded.registry, where, on, at)
    entry = Handover.model_construct(to=taker.id, on=day, at=at)
    step = hand_over(loaded.registry, record, index or 0, entry, day.latest)
    registry = take(where, loaded, step, commit=commit, dry_run=dry_run)
    tell(registry, record.id, where, dry_run=dry_run)


def index_of(group: "Record[Group]", given: str) -> int:
    """The number of the responsibility that was meant: by id or words of it. Raises Failure with what there is."""
    from vis_cli.facts.stems import fold

    own = group.entity.responsibilities
    asked = fold(" ".join(given.split()))
    for found in (
        [index for index, item in enumerate(own) if item.id == given],
        [index for index, item in enumerate(own) if f" {asked}" in f" {fold(item.text)}"],
    ):
        if len(found) == 1:
            return found[0]
        if found:
            break
    raise Failure(
        N_("`{given}` can be several: {ids}") if found else N_("`{group}` does not answer for `{given}`"),
        hint=N_("it answers for {ids}") if own and not found else "",
        given=given,
        group=group.id,
        ids=", ".join(f"`{own[index].id}`" for index in (found or range(len(own)))),
    )


def tell(registry: "Registry", group: str, where: Where, *, dry_run: bool) -> None:
    """How far it has come with all that the group answers for."""
    from vis_cli.cli.group import words
    from vis_cli.cli.record import answer
    from vis_cli.facts.transition import resting
    from vis_cli.model.group import Group

    record = registry.get(Group, group)
    assert record, "written before"
    found = resting(registry, record, where.today())
    answer([f"{item.responsibility.id}: {words.resting(registry, item)}" for item in found], dry_run=dry_run)


def _asked(group: "Record[Group]") -> int:
    from vis_cli.cli import questions

    own = group.entity.responsibilities
    if not own:
        raise Failure(
            N_("it is not known what `{group}` answers for"),
            hint=N_("list its `responsibilities` in {path}"),
            group=group.id,
            path=group.file.path,
        )
    return int(questions.one(N_("What passes on?"), {str(index): item.text for index, item in enumerate(own)}))


def _to(registry: "Registry", group: "Record[Group]", index: int) -> str:
    from vis_cli.cli import questions
    from vis_cli.cli.question.named import groups

    takers = group.entity.responsibilities[index].takers
    names = {id: name for id, name in groups(registry).items() if id != group.id}
    first = {id: names[id] for id in takers if id in names}
    return questions.one(N_("Which group has taken it over?"), first | names)
