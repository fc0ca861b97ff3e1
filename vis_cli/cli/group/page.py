"""One group in lines: who sits in it on a day, what it is for, what it lacks."""

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING

from vis_cli.cli.dates import in_words
from vis_cli.cli.group import about, words
from vis_cli.cli.language import _
from vis_cli.cli.lines import heading, item, wrapped
from vis_cli.diagnostics.wording import fill
from vis_cli.errors import N_

if TYPE_CHECKING:
    from vis_cli.model.group import Group
    from vis_cli.registry import Record, Registry

_WITHOUT = ("substitute", "adjunct")


def lines(
    registry: "Registry", record: "Record[Group]", days: tuple[dt.date, dt.date], *, history: bool
) -> Iterator[str]:
    """The whole page; `days` are the day that it is for, and today."""
    own, on = record.entity, days[0]
    yield heading(own.name)
    yield from wrapped(
        " · ".join([record.id, _(own.type), _(own.level), _status(registry, record, *days), record.file.path])
    )
    yield ""
    for label, text in about.facts(registry, record, on):
        first = f"{_(label)}: "
        yield from wrapped(text, " " * min(len(first), 24), first=first)
    yield from _seats(registry, record, on)
    yield from _lacks(registry, record, on)
    yield from _responsibilities(registry, record, on)
    for label, texts in about.lists(registry, record, on):
        yield from _block(_(label), texts)
    if history:
        yield from _history(registry, record, on)


def _status(registry: "Registry", record: "Record[Group]", on: dt.date, today: dt.date) -> str:
    from vis_cli.facts.statuses import status_on, ways

    found = status_on(record.entity, on, today)
    if found is None:
        return _(N_("not there yet"))
    status, certain = found
    how = next((how for one, how in reversed(list(ways(record.entity))) if one == status), None)
    text = words.reached(registry, status, how)
    doubt = _(N_("not certain on this day"))
    return text if certain else f"{text} ({doubt})"


def _seats(registry: "Registry", record: "Record[Group]", on: dt.date) -> Iterator[str]:
    from vis_cli.facts.seats import left_empty, sitting

    found = sitting(registry, on, groups=(record.id,))
    for label, roles in (
        (N_("Seats on {date}"), None),
        (N_("Substitutes"), ("substitute",)),
        (N_("Adjuncts"), ("adjunct",)),
    ):
        own = [seat for seat in found if (seat.seat.role in roles if roles else seat.seat.role not in _WITHOUT)]
        title = fill(label, {"date": on}, _)
        if own:
            unnamed = sum(1 for seat in own if not seat.named)
            count = fill(N_("{count}, without a person's name: {unnamed}"), {"count": len(own), "unnamed": unnamed}, _)
            title = f"{title} ({count if unnamed else len(own)})"
            yield from _block(title, [words.sits(registry, seat) for seat in own])
        elif roles is None:
            empty = N_("no seat is known") if not record.entity.members else N_("nobody sits in it on this day")
            yield from _block(title, [_(empty)])
    if empty_now := left_empty(record.entity, on):
        yield from _block(_(N_("Left empty")), [words.seat(registry, seat) for seat in empty_now])


def _lacks(registry: "Registry", record: "Record[Group]", on: dt.date) -> Iterator[str]:
    """The three conditions of a consultation group. (000:598-601)"""
    from vis_cli.facts.establishment import missing_conditions, missing_sides
    from vis_cli.facts.seats import as_on

    if record.entity.type != "consultation":
        return
    own = as_on(record.entity, on)
    missing = missing_conditions(own)
    texts = []
    for name in ("mandate", "representation", "leadership"):
        state = N_("missing") if name in missing else N_("in place")
        text = f"{_(name)}: {_(state)}"
        if name == "representation" and name in missing:
            text += f" ({', '.join(_(side) for side in missing_sides(own))})"
        texts.append(text)
    yield from _block(_(N_("To be established")), texts)


def _responsibilities(registry: "Registry", record: "Record[Group]", on: dt.date) -> Iterator[str]:
    from vis_cli.facts.transition import resting

    found = resting(registry, record, on)
    if not found:
        return
    yield ""
    title = _(N_("Answers for"))
    yield heading(f"{title} ({len(found)})")
    ends = record.entity.type == "forum" or record.entity.status == "discontinued"
    for own in found:
        told = ends or own.takers
        notes = (words.resting(registry, own),) if told else ()
        yield from item(f"{own.responsibility.text} ({own.responsibility.id})", notes)


def _history(registry: "Registry", record: "Record[Group]", on: dt.date) -> Iterator[str]:
    from vis_cli.facts.statuses import ways
    from vis_cli.facts.terms import holds

    statuses = [words.reached(registry, status, how) for status, how in ways(record.entity)]
    yield from _block(_(N_("Statuses")), statuses)
    ended = [seat for seat in record.entity.members if holds(seat, on) is False]
    yield from _block(_(N_("Seats at other times")), [words.seat(registry, seat) for seat in ended])
    lessons = [
        f"{_(status)}{f' {in_words(how.on)}' if how and how.on else ''}: {how.lessons}"
        for status, how in ways(record.entity)
        if how and how.lessons
    ]
    yield from _block(_(N_("Lessons")), lessons)


def _block(title: str, texts: list[str]) -> Iterator[str]:
    if not texts:
        return
    yield ""
    yield heading(title)
    for text in texts:
        yield from item(text)
