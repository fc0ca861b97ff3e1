"""What a change does to meetings: when they are, how far they have come, what was decided and given at them."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from vis_cli.errors import Word
from vis_cli.facts.differences import Difference
from vis_cli.facts.effect import Altered, Change, Effect, Titles
from vis_cli.facts.meetings import is_held
from vis_cli.model.item import Assignment, Decision, Forward, Item, Report
from vis_cli.model.meeting import Meeting
from vis_cli.registry import Record


def meetings(change: Change) -> Iterator[Effect]:
    """New meetings and their agendas; those that are called, moved, cancelled, held; what came of them."""
    for record in change.added(Meeting):
        own = record.entity
        kind = "meeting-held" if is_held(own) else "meeting-new"
        values = {**_when(change, own), "items": Titles(item.heading for item in own.items), "status": Word(own.status)}
        yield Effect("meetings", kind, record, values, tells=(record,))
        for item in own.items:
            yield from _outcome(change, record, item, ())
    for altered in change.altered(Meeting):
        yield from _state(change, altered)
        yield from _agenda(change, altered)
        yield from _outcomes(change, altered)


def _when(change: Change, own: Meeting) -> dict[str, Any]:
    return {
        "group": change.name(own.group, "group"),
        "date": own.date,
        "start": (own.start or "").replace(":", "."),
        "end": (own.end or "").replace(":", "."),
        "place": own.place or "",
    }


def _state(change: Change, altered: Altered[Meeting]) -> Iterator[Effect]:
    old, new = altered.before.entity, altered.after.entity
    record, values = altered.after, _when(change, new)
    if old.date != new.date:
        told = (*altered.at("date"), *altered.at("weekday"), *(i for i in altered.at("moves") if i.type == "added"))
        times = [*altered.at("start"), *altered.at("end")]
        reason = new.moves[-1].reason if len(new.moves) > len(old.moves) else ""
        yield Effect(
            "meetings", "meeting-moved", record, {**values, "was": old.date, "reason": reason}, (), (*told, *times)
        )
    if old.status != new.status:
        kinds = {"cancelled": "meeting-cancelled", "called": "meeting-called", "approved": "minutes-approved"}
        kind = kinds.get(new.status, "meeting-status")
        told = altered.at("status")
        if new.status == "cancelled":
            told += altered.at("reason") + altered.at("cancelled_on")
        if new.status == "approved":
            told += altered.at("approval")
        if new.status == "called":
            told += altered.at("notice")
        if new.status == "sent":
            told += altered.at("minutes_sent")
        more = {
            "status": Word(new.status),
            "was": Word(old.status),
            "reason": new.reason or "",
            "by": _day_of(change, new.approval.meeting) if new.approval else None,
        }
        yield Effect("meetings", kind, record, {**values, **more}, tells=told)


def _day_of(change: Change, meeting: str) -> dt.date | None:
    found = change.after.get(Meeting, meeting)
    return found.entity.date if found else None


def _agenda(change: Change, altered: Altered[Meeting]) -> Iterator[Effect]:
    """Items that were put on the agenda, taken off it, or only stand elsewhere."""
    values = _when(change, altered.after.entity)
    for type, kind in (("added", "items-added"), ("removed", "items-removed")):
        found = [item for item in altered.at("items") if item.type == type]
        if found:
            names = Titles((item.after or item.before).heading for item in found)
            told = (*found, *altered.at("items", "number"))
            yield Effect("meetings", kind, altered.after, {**values, "names": names}, tells=told)
    dropped = [item for item in altered.at("dropped") if item.type == "added"]
    for item in dropped:
        more = {"names": Titles((item.after.heading,)), "reason": item.after.reason}
        yield Effect("meetings", "item-dropped", altered.after, {**values, **more}, tells=(item,))
    moved = [item for item in altered.at("items") if item.type == "reordered"]
    if moved:
        told = (*moved, *altered.at("items", "number"))
        yield Effect("meetings", "items-moved", altered.after, values, tells=told)


_OUTCOMES = ("decisions", "assignments", "forwards")


def _outcomes(change: Change, altered: Altered[Meeting]) -> Iterator[Effect]:
    """What was decided, given and taken on, in items that were there and in new ones."""
    for difference in altered.of("items"):
        if difference.path == ("items",) and difference.type == "added":
            yield from _outcome(change, altered.after, difference.after, ())
        elif difference.type == "added" and difference.path[1:] in [(name,) for name in _OUTCOMES]:
            item = difference.within[0]
            assert isinstance(item, Item)
            yield from _single(change, altered.after, item, difference.after, (difference,))
        elif difference.type == "added" and difference.path[1:] == ("assignments", "reports"):
            yield _report(change, altered.after, difference)


def _outcome(change: Change, record: Record[Meeting], item: Item, tells: tuple[Difference, ...]) -> Iterator[Effect]:
    every: list[Decision | Assignment | Forward] = [*item.decisions, *item.assignments, *item.forwards]
    for one in every:
        yield from _single(change, record, item, one, tells)


def _single(
    change: Change,
    record: Record[Meeting],
    item: Item,
    one: Decision | Assignment | Forward,
    tells: tuple[Difference, ...],
) -> Iterator[Effect]:
    values = {**_when(change, record.entity), "item": item.heading}
    if isinstance(one, Decision):
        about = change.name(one.agreement, "agreement")
        to = change.name(one.recipient, "group") or (f"parterna i {about}" if one.to_the_parties else "")
        more = {"text": one.text, "to": to, "about": about}
        yield Effect("decisions", f"decision-{one.type}", record, {**values, **more}, tells=tells)
    elif isinstance(one, Assignment):
        owners = tuple(change.name(id) for id in one.owners)
        given = {**values, "text": one.text, "owners": owners, "due": one.due}
        yield Effect("decisions", "assignment-new", record, given, tells=tells)
        for report in one.reports:
            yield Effect("decisions", f"assignment-{report.outcome}", record, {**values, "text": one.text})
    else:
        more = {"text": one.title, "to": change.name(one.to, "group"), "type": one.kind}
        yield Effect("decisions", "forward-new", record, {**values, **more}, tells=tells)


def _report(change: Change, record: Record[Meeting], difference: Difference) -> Effect:
    given, report = difference.within[-1], difference.after
    assert isinstance(given, Assignment) and isinstance(report, Report)
    values = {**_when(change, record.entity), "text": given.text}
    return Effect("decisions", f"assignment-{report.outcome}", record, values, tells=(difference,))
