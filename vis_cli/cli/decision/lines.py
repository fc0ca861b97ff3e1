"""Decisions in lines, and as data: the wording, what it rests on, what became of it."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from vis_cli.cli import forwarded
from vis_cli.cli.dates import spoken
from vis_cli.cli.language import _
from vis_cli.cli.lines import heading, wrapped
from vis_cli.diagnostics.wording import fill
from vis_cli.errors import N_, Word

if TYPE_CHECKING:
    from vis_cli.facts.decisions import Decided, Outcome
    from vis_cli.registry import Registry

_IN, _ARROW = "   ", "   → "


def log(registry: "Registry", found: "Sequence[Decided]", day: dt.date) -> Iterator[str]:
    """Each decision with its address, its wording, its amounts and what became of it."""
    from vis_cli.documents.decided import wording

    for number, decided in enumerate(found):
        if number:
            yield ""
        yield heading(f"{decided.day}  {decided.address}")
        yield from wrapped(wording(registry, decided.meeting.entity, decided.decision), _IN)
        for amount in _amounts(decided):
            yield from wrapped(amount, _IN)
        for became in fate(registry, decided, day):
            yield from wrapped(became, "     ", first=_ARROW)


def page(registry: "Registry", decided: "Decided", day: dt.date) -> Iterator[str]:
    """One decision in full."""
    from vis_cli.documents.decided import wording
    from vis_cli.facts.names import name_of

    item, meeting = decided.item, decided.meeting.entity
    yield heading(decided.address)
    yield from wrapped(wording(registry, meeting, decided.decision), _IN)
    yield ""
    number = f"{item.number}. " if item.number else ""
    yield from _said(N_("meeting"), f"{name_of(registry, meeting.group, 'group')}, {spoken(decided.day)}")
    yield from _said(N_("item"), f"{number}{item.heading}")
    yield from _said(N_("minutes"), _(meeting.status))
    for paper in decided.basis:
        yield from _said(N_("basis"), paper)
    for amount in _amounts(decided):
        yield from _said(N_("amount"), amount)
    for id in decided.about:
        if record := registry.find(id):
            own = decided.decision.version if id == decided.decision.agreement else None
            yield from _said(N_("concerns"), " ".join(filter(None, (record.name, own, f"({id})"))))
    if decided.decision.assumed:
        yield from _said(N_("assumed"), decided.decision.assumed)
    if sources := decided.decision.sources or item.sources:
        yield from _said(N_("sources"), ", ".join(sources))
    for became in fate(registry, decided, day):
        yield from wrapped(became, "     ", first=_ARROW)


def fate(registry: "Registry", decided: "Decided", day: dt.date) -> Iterator[str]:
    """What became of it, a line for each thing that follows from it."""
    from vis_cli.facts.decisions import outcome
    from vis_cli.facts.names import name_of
    from vis_cli.facts.overview import STATUSES

    found = outcome(registry, decided, day)
    if found.answers:
        values = {
            "body": name_of(registry, found.answers.meeting.entity.group, "group"),
            "date": found.answers.meeting.entity.date,
            "title": found.answers.forward.title,
        }
        yield fill(N_("answers {body}, {date}: {title}"), values, _)
    for course in found.courses:
        title = f"{course.forwarded.forward.title}: " if decided.item.forwards else ""
        yield f"{title}{forwarded.in_words(registry, course)}"
    if found.not_forwarded:
        body = name_of(registry, decided.decision.recipient or "", "group")
        yield fill(N_("not taken on to {body} for decision"), {"body": body}, _)
    if found.minutes:
        values = {"body": name_of(registry, found.minutes.entity.group, "group"), "date": found.minutes.entity.date}
        yield fill(N_("approves the minutes of {body}, {date}"), values, _)
    if found.agreement and found.stage:
        yield _agreement(registry, found, _(Word(STATUSES[found.stage])), day)


def _agreement(registry: "Registry", found: "Outcome", stage: str, day: dt.date) -> str:
    """`Vårdplan 1.0: being adopted; 2 of 4 parties have adopted`."""
    from vis_cli.cli.agreement.phrases import progress
    from vis_cli.facts.entry import entry

    name = found.agreement.name if found.agreement else ""
    if found.version is None:
        return f"{name}: {stage}"
    made = entry(registry, found.version, day)
    how = f"; {progress(registry, made, day)}" if found.stage in ("recommended", "adoption", "adopted") else ""
    return f"{name} {found.version.entity.version}: {stage}{how}"


def _said(label: str, text: str) -> Iterator[str]:
    first = f"{_(label)}: "
    yield from wrapped(text, " " * len(first), first=first)


def _amounts(decided: "Decided") -> Iterator[str]:
    from vis_cli.documents.agreement_facts import amount

    for item in decided.decision.amounts:
        yield f"{amount(item)}: {item.purpose}"


def as_data(registry: "Registry", decided: "Decided", day: dt.date) -> dict[str, Any]:
    """The decision and what became of it, for programs."""
    from vis_cli.documents.decided import wording
    from vis_cli.facts.decisions import outcome

    meeting, item, found = decided.meeting.entity, decided.item, outcome(registry, decided, day)
    own = decided.decision.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    answers = found.answers
    return {
        "address": decided.address,
        "meeting": decided.meeting.id,
        "group": meeting.group,
        "date": decided.day.isoformat(),
        "meeting_status": meeting.status,
        "item": {"id": item.id, "number": item.number, "heading": item.heading, "type": item.type},
        **own,
        "wording": wording(registry, meeting, decided.decision),
        "basis": [{"id": id, "title": title} for id, title in zip(decided.decision.basis, decided.basis, strict=True)],
        "about": list(decided.about),
        "became": {
            "forwarded": [forwarded.as_data(course) for course in found.courses],
            "not_forwarded": found.not_forwarded,
            "stage": found.stage,
            "approves_minutes_of": found.minutes.id if found.minutes else None,
            "answers": f"{answers.meeting.id}#{answers.forward.item}" if answers else None,
        },
    }
