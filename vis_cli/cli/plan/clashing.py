"""`vis plan clashes`: what in a year's meetings would not do, each with the nearest day that would."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import typer

from vis_cli.cli.as_json import print_json
from vis_cli.cli.language import _
from vis_cli.cli.options import At, Json
from vis_cli.cli.plan.showing import Named
from vis_cli.cli.where import MEETINGS, left_out
from vis_cli.errors import N_

if TYPE_CHECKING:
    from vis_cli.facts.clashes import Clash
    from vis_cli.model.meeting import Meeting
    from vis_cli.registry import Record, Registry


def add(app: typer.Typer) -> None:
    """Register the command."""
    app.command("clashes", help=_(N_("What clashes in a year, each with a day that would do.")))(clashes)


def clashes(context: typer.Context, year: Named, at: At = None, json: Json = False) -> None:
    from vis_cli.cli.plan.data import of_clashes
    from vis_cli.cli.texts import say_known
    from vis_cli.facts.clashes import clashes as found_in

    loaded, known = context.obj.load_at(at)
    say_known(known)
    left_out(loaded, MEETINGS)
    found = found_in(loaded.registry, year, context.obj.today())
    if json:
        print_json(of_clashes(year, found))
    else:
        typer.echo("\n".join(_lines(loaded.registry, year, found)))


def _lines(registry: "Registry", year: int, found: "tuple[Clash, ...]") -> Iterator[str]:
    from vis_cli.cli.lines import heading, wrapped
    from vis_cli.cli.plan import words

    if not found:
        yield _(N_("nothing clashes in {year}, as far as the register knows")).format(year=year)
        return
    for clash in found:
        whose = words.body(registry, clash.group)
        yield heading(f"{words.short(clash.day)}: {whose}" if clash.day else whose)
        yield from wrapped(_what(registry, clash), "  ")
        yield from wrapped(_answer(clash), "  ", first="  → ")
        yield ""


def _what(registry: "Registry", clash: "Clash") -> str:
    from vis_cli.cli.plan import words
    from vis_cli.facts.days_off import WORDS

    if clash.day_off:
        return _(WORDS[clash.day_off.kind]).format(date=clash.day, name=clash.day_off.name)
    if clash.kind == "rhythm":
        text = N_("{planned} of {expected} meetings are planned")
        return _(text).format(planned=clash.planned, expected=clash.expected)
    other = clash.meetings[1]
    named = f"{words.body(registry, other.entity.group)} {words.short(other.entity.date)}"
    if clash.kind == "two-places":
        text = N_("{people} should be at two meetings at once: this and {other}")
        if not clash.certain:
            text = N_("{people} may have to be at two meetings at once: this and {other}")
        return _(text).format(people=", ".join(words.body(registry, id) for id in clash.people), other=named)
    if clash.kind == "near":
        return _(N_("less than {days} days from another meeting: {other}")).format(days=clash.apart, other=named)
    return _order(registry, clash, named)


def _order(registry: "Registry", clash: "Clash", other: str) -> str:
    """Which meeting it should feed and misses; where only that one can be moved, it stands first."""
    from vis_cli.cli.plan import words

    first, second = clash.meetings
    closes = words.short(clash.closes) if clash.closes else ""
    if _reports(registry, first, second):
        return _(N_("too late for {other}, whose papers go out {closes}")).format(other=other, closes=closes)
    text = N_("its papers go out {closes}, before the meeting that should feed it: {other}")
    return _(text).format(closes=closes, other=other)


def _reports(registry: "Registry", lower: "Record[Meeting]", upper: "Record[Meeting]") -> bool:
    from vis_cli.facts.bodies import above

    found = above(registry, lower.entity.group)
    return found is not None and found.id == upper.entity.group


def _answer(clash: "Clash") -> str:
    from vis_cli.cli.plan import words

    days = ", ".join(words.short(day) for day in clash.would_do)
    if not days:
        return _(N_("no day near it would do"))
    if clash.kind == "rhythm":
        return _(N_("days that would do: {days}")).format(days=days)
    return _(N_("the nearest day that would do: {days}")).format(days=days)
