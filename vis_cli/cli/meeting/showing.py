"""`vis meeting show`: one meeting on a page: when and where, the agenda and why, and what followed from it."""

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING

import typer

from vis_cli.cli.as_json import print_json
from vis_cli.cli.language import _
from vis_cli.cli.meeting.named import Named
from vis_cli.cli.options import At, Json, On
from vis_cli.cli.where import AGENDAS, Where, left_out
from vis_cli.errors import N_

if TYPE_CHECKING:
    from vis_cli.model.item import Item
    from vis_cli.model.meeting import Attendance, Meeting
    from vis_cli.registry import Record, Registry

_PRESENT = {
    True: N_("present from {side}: {people}"),
    False: N_("absent from {side}: {people}"),
    None: N_("expected from {side}: {people}"),
}
_SIDES = {
    "region": N_("the region"),
    "municipality": N_("the municipalities"),
    "secretariat": N_("the secretariat"),
    "association": N_("the association"),
    "adjunct": N_("others"),
}
_ROLES = {"chair": N_("chair"), "secretary": N_("secretary")}


def add(app: typer.Typer) -> None:
    """Register the command."""
    app.command("show", help=_(N_("One meeting: its agenda, its decisions, what became of them.")))(show)


def show(context: typer.Context, meeting: Named, on: On = None, at: At = None, json: Json = False) -> None:
    from vis_cli.cli.meeting import data, named
    from vis_cli.cli.texts import say_known

    where: Where = context.obj
    today = where.day(on)
    loaded, known = where.load_at(at)
    say_known(known)
    left_out(loaded, AGENDAS)
    record = named.meeting(loaded.registry, meeting, where)
    if json:
        answer = {**data.whole(loaded.registry, record, today)}
        print_json(answer)
        return
    for line in _page(loaded.registry, record, today):
        typer.echo(line)


def _page(registry: "Registry", record: "Record[Meeting]", today: dt.date) -> Iterator[str]:
    from vis_cli.cli.lines import heading

    yield from _head(registry, record, today)
    meeting = record.entity
    if meeting.items:
        yield ""
        yield heading(_(N_("Agenda")))
        for item in meeting.items:
            yield from _item(registry, meeting, item)
    if meeting.dropped:
        yield ""
        yield heading(_(N_("Dropped")))
        for dropped in meeting.dropped:
            yield from _listed(dropped.heading, dropped.reason)
    yield from _papers(record)
    yield from _assignments(registry, record, today)
    yield from _forwards(registry, record)


def _head(registry: "Registry", record: "Record[Meeting]", today: dt.date) -> Iterator[str]:
    from vis_cli.cli.lines import heading, wrapped
    from vis_cli.cli.meeting import words
    from vis_cli.diagnostics.wording import fill

    meeting = record.entity
    day = f"{words.weekday(meeting.date)} {words.short(meeting.date)}"
    yield heading(f"{words.body(registry, meeting)} · {day} ({record.id})")
    yield from wrapped(words.state(registry, record, today))
    if place := ", ".join(filter(None, [words.hours(meeting), words.held_where(meeting)])):
        yield from wrapped(place)
    if meeting.reason:
        when = words.short(meeting.cancelled_on) if meeting.cancelled_on else ""
        template = N_("reason: {reason} ({date})") if when else N_("reason: {reason}")
        yield from wrapped(fill(template, {"date": when, "reason": meeting.reason}, _))
    for move in meeting.moves:
        values = {"date": words.short(move.date), "hours": f" {move.start}" if move.start else "", "why": move.reason}
        yield from wrapped(fill(N_("was to be {date}{hours}: {why}"), values, _))
    if meeting.notice:
        values = {
            "date": words.short(meeting.notice.sent),
            "why": f" ({late})" if (late := meeting.notice.reason) else "",
        }
        yield from wrapped(fill(N_("notice sent {date}{why}"), values, _))
    if meeting.minutes_sent:
        yield from wrapped(fill(N_("minutes sent {date}"), {"date": words.short(meeting.minutes_sent)}, _))
    yield from _attendance(registry, meeting)


def _attendance(registry: "Registry", meeting: "Meeting") -> Iterator[str]:
    from vis_cli.cli.lines import wrapped
    from vis_cli.diagnostics.wording import fill
    from vis_cli.facts.attending import CAPACITIES
    from vis_cli.facts.names import name_of

    def called(item: "Attendance") -> str:
        name = name_of(registry, item.person, "person")
        marks = [_(_ROLES[item.role])] if item.role else []
        marks += [_(N_("guest"))] if item.guest else []
        return f"{name} ({', '.join(marks)})" if marks else name

    for present, template in _PRESENT.items():
        for capacity in CAPACITIES:
            of_it = [item for item in meeting.attendance if item.present is present and item.capacity == capacity]
            if of_it:
                values = {"side": _(_SIDES[capacity]), "people": ", ".join(map(called, of_it))}
                yield from wrapped(fill(template, values, _), "  ", first="")


def _item(registry: "Registry", meeting: "Meeting", item: "Item") -> Iterator[str]:
    from vis_cli.cli.lines import wrapped
    from vis_cli.diagnostics.wording import fill
    from vis_cli.documents.decided import wording

    number = f"{item.number}." if item.number else "–"
    yield from wrapped(f"{item.heading} ({item.id})", "    ", first=f"{number:<4}")
    if item.origin:
        yield from wrapped(item.origin.why, "    ")
    for decision in item.decisions:
        yield from wrapped(wording(registry, meeting, decision), "      ", first="    → ")
    if count := len(item.contributions):
        template = N_("one contribution") if count == 1 else N_("{count} contributions")
        yield from wrapped(fill(template, {"count": count}, _), "    ")


def _papers(record: "Record[Meeting]") -> Iterator[str]:
    from vis_cli.cli.lines import heading
    from vis_cli.diagnostics.wording import fill

    meeting = record.entity
    if not meeting.attachments:
        return
    yield ""
    yield heading(_(N_("Papers")))
    folder = record.file.path.removesuffix(".yaml")
    for paper in meeting.attachments:
        where = f"{folder}/{paper.file}" if paper.file else fill(N_("missing: {why}"), {"why": paper.missing or "?"}, _)
        yield from _listed(f"{paper.title} ({paper.id})", where)


def _assignments(registry: "Registry", record: "Record[Meeting]", today: dt.date) -> Iterator[str]:
    from vis_cli.cli.assignment import lines
    from vis_cli.cli.lines import heading
    from vis_cli.facts.assignments import task
    from vis_cli.facts.matters import assignments

    found = [task(registry, given, today) for given in assignments(registry) if given.meeting.id == record.id]
    if not found:
        return
    yield ""
    yield heading(_(N_("Assignments")))
    for each in found:
        own = each.given.assignment
        yield from _listed(f"{own.text} ({own.id})", lines.who(registry, each), lines.state(registry, each))


def _forwards(registry: "Registry", record: "Record[Meeting]") -> Iterator[str]:
    from vis_cli.cli import forwarded
    from vis_cli.cli.lines import heading
    from vis_cli.documents.decided import wording
    from vis_cli.facts.forwarding import course
    from vis_cli.facts.matters import sent_from
    from vis_cli.facts.names import name_of

    found = sent_from(registry, record.id)
    if not found:
        return
    yield ""
    yield heading(_(N_("Taken on")))
    for one in found:
        became = course(registry, one)
        answers = [wording(registry, became.meeting.entity, made) for made in became.answer if became.meeting]
        to = name_of(registry, one.forward.to, "group")
        title = f"{one.forward.title} → {to} ({_(one.forward.kind)})"
        yield from _listed(title, forwarded.in_words(registry, became), *answers)


def _listed(text: str, *notes: str) -> Iterator[str]:
    from vis_cli.cli.lines import item

    yield from item(text, tuple(notes))
