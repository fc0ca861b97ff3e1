"""`vis group representation`: who is represented where, and how much of that can be known."""

import re
from typing import TYPE_CHECKING, Annotated

import typer

from vis_cli.cli.as_json import print_json
from vis_cli.cli.language import _
from vis_cli.cli.options import At, Json, On
from vis_cli.cli.where import Where, left_out
from vis_cli.errors import N_, Failure

if TYPE_CHECKING:
    import datetime as dt

    from vis_cli.model.group import Group
    from vis_cli.registry import Record, Registry

Given = Annotated[
    str | None, typer.Argument(metavar=_(N_("GROUP")), help=_(N_("One group: its id or name; without it, all.")))
]
_YEARS = re.compile(r"(\d{4})(?:\.\.(\d{4}))?")
_MOST_YEARS = 50


def add(app: typer.Typer) -> None:
    """Register the command."""
    app.command(
        "representation", help=_(N_("Who is represented: sides, municipalities, parts of the county, persons."))
    )(representation)


def representation(
    context: typer.Context,
    group: Given = None,
    municipality: Annotated[
        str | None,
        typer.Option("--municipality", metavar=_(N_("MUNICIPALITY")), help=_(N_("The seats of one municipality."))),
    ] = None,
    over: Annotated[
        str | None,
        typer.Option(
            "--over", metavar=_(N_("YEAR..YEAR")), help=_(N_("How it was at the end of each of these years."))
        ),
    ] = None,
    on: On = None,
    at: At = None,
    json: Json = False,
) -> None:
    from vis_cli.cli.texts import say_known

    where: Where = context.obj
    if over and (municipality or on):
        raise Failure(N_("--over goes neither with --municipality nor with --on"))
    if group and municipality:
        raise Failure(N_("name a group or a municipality, not both"))
    loaded, known = where.load_at(at)
    say_known(known)
    left_out(loaded, ("group", "meeting", "organisation", "person", "figure"))
    lines, data = _answer(loaded.registry, where, group, municipality, over, on)
    if json:
        print_json(data)
    else:
        typer.echo("\n".join(lines))


def _answer(
    registry: "Registry", where: Where, group: str | None, municipality: str | None, over: str | None, on: str | None
) -> "tuple[list[str], dict[str, object]]":
    """The answer in lines, and as data."""
    from vis_cli.cli.group import represented, represented_data, represented_one
    from vis_cli.cli.meant import the_one
    from vis_cli.facts.representation import representation as found

    one: Record[Group] | None = the_one(registry, group, "group", where) if group else None
    only = (one,) if one else None
    if over:
        years = [found(registry, day, only) for day in _days(over, where.today())]
        return list(represented.over(registry, years, one)), represented_data.over(registry, years, one)
    day = where.day(on)
    if municipality:
        home, whole = _municipality(registry, municipality, day), found(registry, day)
        lines = list(represented_one.municipality(registry, whole, home))
        return lines, represented_data.municipality(registry, whole, home)
    whole = found(registry, day, only)
    if one:
        return list(represented_one.body(registry, whole)), represented_data.body(registry, whole)
    return list(represented.every(registry, whole)), represented_data.every(registry, whole)


def _municipality(registry: "Registry", given: str, day: "dt.date") -> str:
    """The id of the municipality that was named. Raises Failure with what is near."""
    from vis_cli.facts.naming import meant, names_of_organisations, near
    from vis_cli.facts.representing import municipalities

    names = names_of_organisations(registry, [record.id for record in municipalities(registry, day)])
    if found := meant(given, names):
        return found
    close = near(given, names)
    raise Failure(
        N_("there is no municipality `{given}` in the county on {day}"),
        hint=N_("did you mean {near}?") if close else "",
        given=given,
        day=day,
        near=", ".join(f"`{id}`" for id in close),
    )


def _days(over: str, today: "dt.date") -> "list[dt.date]":
    """The last day of each year; of this year, today. Raises Failure."""
    import datetime as dt

    match = _YEARS.fullmatch(over)
    first, last = (int(match[1]), int(match[2] or match[1])) if match else (1, 0)
    if not 0 <= last - first < _MOST_YEARS or first < 1:
        raise Failure(
            N_("`{given}` is no span of at most {most} years"),
            hint=N_("write it like 2029..2031, the first year first"),
            given=over,
            most=_MOST_YEARS,
        )
    days = (dt.date(year, 12, 31) for year in range(first, last + 1))
    return [min(day, today) if day.year == today.year else day for day in days]
