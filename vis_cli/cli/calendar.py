"""`vis calendar`: the meetings as one file for calendars."""

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vis_cli.cli.language import _
from vis_cli.cli.options import At
from vis_cli.cli.where import MEETINGS, Where, left_out
from vis_cli.errors import N_, Failure

if TYPE_CHECKING:
    from vis_cli.model.meeting import Meeting
    from vis_cli.registry import Record, Registry

HELP = N_("Write the meetings as a calendar (iCalendar, .ics).")

Groups = Annotated[
    list[str] | None, typer.Option("--group", metavar=_(N_("GROUP")), help=_(N_("Only this group's, once for each.")))
]
People = Annotated[
    list[str] | None,
    typer.Option("--person", metavar=_(N_("PERSON")), help=_(N_("Only those that this person has a seat at."))),
]
Parties = Annotated[
    list[str] | None,
    typer.Option("--party", metavar=_(N_("PARTY")), help=_(N_("Only those that this organisation has a seat at."))),
]
Year = Annotated[
    int | None,
    typer.Option("--year", metavar=_(N_("YEAR")), min=1900, max=2999, help=_(N_("Only those of this year."))),
]
Output = Annotated[
    Path | None, typer.Option("--output", "-o", metavar=_(N_("FILE")), help=_(N_("Write to this file.")))
]


def calendar(
    context: typer.Context,
    group: Groups = None,
    person: People = None,
    party: Parties = None,
    year: Year = None,
    output: Output = None,
    at: At = None,
) -> None:
    from vis_cli.cli.meant import the_one
    from vis_cli.cli.texts import deliver
    from vis_cli.documents.calendar import calendar as made
    from vis_cli.facts.concerning import meetings_of

    where: Where = context.obj
    loaded, known = where.load_at(at)
    left_out(loaded, MEETINGS)
    registry = loaded.registry
    chosen = {
        kind: [the_one(registry, name, kind, where) for name in given or ()]
        for kind, given in (("group", group), ("person", person), ("organisation", party))
    }
    groups, people, parties = ([record.id for record in found] for found in chosen.values())
    found = meetings_of(registry, groups=groups, people=people, organisations=parties)
    found = tuple(record for record in found if year in (None, record.entity.date.year))
    names = [record.name for records in chosen.values() for record in records]
    title = ", ".join([_title(registry), *names, *([str(year)] if year else [])])
    _told(registry, found, bool(people or parties))
    file = _target(where, output)
    day = (known.day if known else None) or _stamped(where, found)
    stamp = dt.datetime.combine(day, dt.time(), dt.UTC)
    deliver(made(registry, found, title=title, stamp=stamp), file)


def _title(registry: "Registry") -> str:
    from vis_cli.model.collaboration import Collaboration

    return next((item.entity.name for item in registry.all(Collaboration)), "vis")


def _told(registry: "Registry", found: "tuple[Record[Meeting], ...]", by_seat: bool) -> None:
    """Say how many there are, and what cannot be known."""
    from vis_cli.facts.concerning import seatless

    typer.echo(_(N_("meetings: {count}")).format(count=len(found)), err=True)
    if by_seat and (unknown := seatless(registry)):
        text = _(N_("who sits in these is not known, so their meetings may be missing: {groups}"))
        typer.echo(f"{_(N_('note'))}: {text.format(groups=', '.join(unknown))}", err=True)


def _target(where: Where, output: Path | None) -> Path | None:
    """Where to write. Raises Failure over a file that is no calendar of ours, and where documents may not be."""
    from vis_cli.cli.render import target
    from vis_cli.documents.calendar import PRODUCT

    if output and output.suffix.lower() != ".ics":
        raise Failure(N_("`{path}` is no name for a calendar"), hint=N_("let it end in .ics"), path=str(output))
    if output and output.is_file() and PRODUCT.encode() not in output.read_bytes()[:400]:
        raise Failure(
            N_("`{path}` is not a calendar that `vis` wrote, and is not written over"),
            hint=N_("choose another name"),
            path=str(output),
        )
    return target(where, output, force=True)  # a calendar of ours has no last line that says so


def _stamped(where: Where, found: "tuple[Record[Meeting], ...]") -> dt.date:
    """The day of the commit that the meetings were last changed in; today where they are in none, or are changed."""
    from vis_cli.cli.render import origin

    known = origin(where, [record.file.path for record in found]) if found else None
    return known.committed if known and known.committed and not known.uncommitted else where.today()
