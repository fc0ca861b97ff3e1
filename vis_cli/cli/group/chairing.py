"""`vis group chair`: who chairs a group, or how it is decided who does."""

from typing import TYPE_CHECKING, Annotated

import typer

from vis_cli.cli.group.named import From, Item, Meeting, Named, Organisation, Person, Side, Source
from vis_cli.cli.language import _
from vis_cli.cli.options import Commit, DryRun
from vis_cli.cli.where import Where
from vis_cli.errors import N_, Failure

if TYPE_CHECKING:
    from vis_cli.model.group import Group, Seat
    from vis_cli.registry import Record, Registry


def add(app: typer.Typer) -> None:
    """Register the command."""
    app.command("chair", help=_(N_("Say who chairs a group, or how its chair is decided.")))(chair)


def chair(
    context: typer.Context,
    group: Named,
    person: Person = None,
    organisation: Organisation = None,
    side: Side = None,
    vice: Annotated[bool, typer.Option("--vice", help=_(N_("As vice chair.")))] = False,
    stays: Annotated[
        bool, typer.Option("--stays", help=_(N_("Who chaired before goes on as a member; else the seat ends.")))
    ] = False,
    chairing: Annotated[
        str | None,
        typer.Option("--chairing", metavar=_(N_("TEXT")), help=_(N_("How the chair is decided, in words."))),
    ] = None,
    alternates: Annotated[
        bool | None,
        typer.Option("--alternates/--no-alternates", help=_(N_("Whether the chair alternates between the sides."))),
    ] = None,
    since: From = None,
    meeting: Meeting = None,
    item: Item = None,
    source: Source = None,
    commit: Commit = False,
    dry_run: DryRun = False,
) -> None:
    from vis_cli.actions.group import seats
    from vis_cli.actions.step import line
    from vis_cli.cli.group import joining, named
    from vis_cli.cli.record import take

    where: Where = context.obj
    loaded = where.load()
    record = named.group(loaded.registry, group, where)
    if chairing is not None or alternates is not None:
        if person or organisation:
            raise Failure(
                N_("who chairs and how it is decided are two changes"), hint=N_("write one command for each of them")
            )
        step = seats.arrange(record, line(chairing) if chairing else None, alternates)
        tell(take(where, loaded, step, commit=commit, dry_run=dry_run), record.id, dry_run=dry_run)
        return
    wish = joining.read(loaded.registry, person, organisation, None, "vice-chair" if vice else "chair", side)
    seat = joining.seat(loaded.registry, where, record, wish, {}, (since, None), (meeting, item), source)
    step = seats.chair(loaded.registry, record, _as_sat(record, seat), stays=stays)
    tell(take(where, loaded, step, commit=commit, dry_run=dry_run), record.id, dry_run=dry_run)


def _as_sat(group: "Record[Group]", seat: "Seat") -> "Seat":
    """The seat with what was said of the one that the person has: the side, the function, the part of the county."""
    for other in reversed(group.entity.members):
        if seat.person and other.person == seat.person:
            kept = {
                key: getattr(other, key)
                for key in ("side", "organisation", "function", "subregion", "mandate", "percent", "actual_percent")
                if getattr(seat, key, None) is None or key == "side"
            }
            return seat.model_copy(update={**kept, "node": other.node})
    return seat


def tell(registry: "Registry", group: str, *, dry_run: bool) -> None:
    """How the chair is decided, and who chairs or is to."""
    from vis_cli.cli.group import words
    from vis_cli.cli.record import answer
    from vis_cli.diagnostics.wording import visible
    from vis_cli.model.group import Group

    record = registry.get(Group, group)
    assert record, "written before"
    lines = [words.seat(registry, seat) for seat in record.entity.members if seat.role in ("chair", "vice-chair")]
    if record.entity.chairing:
        lines.append(record.entity.chairing)
    if record.entity.alternates:
        lines.append(_(N_("the chair alternates between the sides")))
    answer([visible(f"{record.name}: {line}") for line in lines], dry_run=dry_run)
