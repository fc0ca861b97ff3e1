"""Representation in lines: all bodies together, and over the years."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from vis_cli.cli import stated
from vis_cli.cli.language import _
from vis_cli.cli.lines import heading, item, wrapped
from vis_cli.cli.table import table
from vis_cli.diagnostics.wording import fill
from vis_cli.errors import N_

if TYPE_CHECKING:
    from vis_cli.facts.representation import Body, Bound, Reason, Representation
    from vis_cli.model.figure import FigureQuestion
    from vis_cli.model.group import Group
    from vis_cli.registry import Record, Registry

_WHY = {
    "no-seats": N_("no seats are known of {bodies}"),
    "nobody-named": N_("{seats} seats name nobody, and may be more than one person each or nobody: {bodies}"),
    "no-municipality": N_("{seats} municipal seats do not say for which municipality: {bodies}"),
    "dates": N_("of {seats} seats the dates do not tell whether they are there: {bodies}"),
}
_ONE = {
    "nobody-named": N_("one seat names nobody, and may be more than one person or nobody: {bodies}"),
    "no-municipality": N_("one municipal seat does not say for which municipality: {bodies}"),
    "dates": N_("of one seat the dates do not tell whether it is there: {bodies}"),
}


def every(registry: "Registry", whole: "Representation") -> Iterator[str]:
    """A row for each body with known seats, and then the answers that are about all of them."""
    columns = (N_("body"), N_("region"), N_("municipality"), N_("others"), N_("no holder"), N_("municipalities"))
    rows = [_row(body) for body in whole.bodies if body.seats]
    if rows:
        yield table([_(column) for column in columns], rows, wrap=True)
    if silent := [body.group.name for body in whole.bodies if not body.seats]:
        yield from wrapped(fill(N_("no seats are known of {bodies}"), {"bodies": ", ".join(silent)}, _))
    yield ""
    yield from answers(registry, whole)
    yield ""
    names = [registry.find(id) for id in whole.unseated]
    if names:
        yield heading(_(N_("Municipalities without a known seat")))
        yield from wrapped(", ".join(record.name for record in names if record), "  ")
    if whole.persons:
        yield heading(_(N_("Persons in several bodies")))
    for person, groups in whole.persons.items():
        found = registry.find(person, ("person",))
        bodies = [record.name for id in groups if (record := registry.find(id, ("group",)))]
        yield from item(f"{found.name if found else person}: {', '.join(bodies)}")


def _row(body: "Body") -> list[str]:
    others = body.of_side("joint") + body.of_side("external")
    numbers = (body.of_side("region"), body.of_side("municipality"), others, len(body.unheld), len(body.municipalities))
    return [body.group.name, *(str(number) for number in numbers)]


def answers(registry: "Registry", whole: "Representation") -> Iterator[str]:
    """Roles, municipalities with a seat, persons in several bodies: each with why it is a bound, and what is stated."""
    many = len(whole.bodies) > 1
    yield from _answer(registry, N_("Seats"), whole.roles, "roles" if many else None)
    if many:
        yield from stated.lines(registry, "elected-roles", "bodies")
    question: FigureQuestion | None = "municipalities-with-a-seat" if many else None
    yield from _answer(registry, N_("Municipalities with a seat"), whole.municipalities, question)
    if many:
        yield from _answer(registry, N_("Persons in several bodies"), whole.several, "persons-in-several-bodies")


def _answer(registry: "Registry", label: str, bound: "Bound", question: "FigureQuestion | None") -> Iterator[str]:
    yield heading(f"{_(label)}: {bounded(bound)}")
    for reason in bound.reasons:
        yield from item(why(reason))
    if question:
        yield from stated.lines(registry, question, titled=False)


def bounded(bound: "Bound") -> str:
    """`47`, `at least 15, at most 26`, `at least 47`, `not known`."""
    if bound.exact:
        return str(bound.least)
    if not bound.least:
        return _(N_("not known"))
    template = N_("at least {least}") if bound.most is None else N_("at least {least}, at most {most}")
    return fill(template, {"least": bound.least, "most": bound.most}, _)


def why(reason: "Reason", most: int = 3) -> str:
    """Why a number is a bound, in words; of more than `most` bodies only how many they are."""
    template = _ONE.get(reason.why, _WHY[reason.why]) if reason.seats == 1 else _WHY[reason.why]
    names = ", ".join(record.name for record in reason.bodies)
    if len(reason.bodies) > most:
        names = fill(N_("{count} bodies"), {"count": len(reason.bodies)}, _)
    return fill(template, {"seats": reason.seats, "bodies": names}, _)


def over(registry: "Registry", years: "Sequence[Representation]", group: "Record[Group] | None") -> Iterator[str]:
    """A row for each year."""
    if group:
        yield heading(group.name)
    columns = [N_("day"), N_("region"), N_("municipality"), N_("others"), N_("no holder")]
    columns += [N_("municipalities")] if group else [N_("municipalities"), N_("bodies without known seats")]
    rows = []
    for whole in years:
        sides = [sum(body.of_side(side) for body in whole.bodies) for side in ("region", "municipality")]
        others = sum(body.of_side(side) for body in whole.bodies for side in ("joint", "external"))
        row = [*sides, others, sum(len(body.unheld) for body in whole.bodies)]
        silent = [] if group else [str(sum(1 for body in whole.bodies if not body.seats))]
        rows.append([whole.on.isoformat(), *map(str, row), _short(whole.municipalities), *silent])
    yield table([_(column) for column in columns], rows, wrap=True)
    reasons = {why(reason): None for whole in years for reason in whole.municipalities.reasons}
    for text in reasons:
        yield from item(text)


def _short(bound: "Bound") -> str:
    return str(bound.least) if bound.exact else f"≥ {bound.least}"
