"""Meetings as iCalendar (RFC 5545): the same event again after a change, never a second one."""

import datetime as dt
from collections.abc import Iterable
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone

from vis_cli.documents import swedish
from vis_cli.facts.matters import Given, open_assignments
from vis_cli.facts.names import name_of
from vis_cli.model.collaboration import Collaboration
from vis_cli.model.item import Item
from vis_cli.model.meeting import Meeting
from vis_cli.registry import Record, Registry

PRODUCT = "-//vis//vis calendar//SV"
"""Who made the calendar; a file that begins with it may be written over."""

_STATUS = {"planned": "TENTATIVE", "cancelled": "CANCELLED"}
_FORMS = {"in-person": "Fysiskt möte", "digital": "Digitalt möte", "hybrid": "Fysiskt och digitalt möte"}
_STATES = {"planned": "Planerat, kallelse är inte utsänd.", "cancelled": "Mötet är inställt"}


def calendar(registry: Registry, meetings: Iterable[Record[Meeting]], *, title: str, stamp: dt.datetime) -> bytes:
    """The meetings as one calendar, in their order. `stamp` says when what they say was so, with its zone.

    Its uid is the meeting's id, which never changes; its sequence counts the recorded moves and the cancellation.
    """
    collaboration = next((item.entity for item in registry.all(Collaboration)), None)
    zone = ZoneInfo(collaboration.time_zone if collaboration else str(Collaboration.model_fields["time_zone"].default))
    made = Calendar()
    made.add("prodid", PRODUCT)
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("method", "PUBLISH")
    made.add("name", title)
    made.add("x-wr-calname", title)
    events = [_event(registry, collaboration, record, zone, stamp) for record in meetings]
    days = [record for event in events if isinstance(record := event.decoded("dtstart"), dt.datetime)]
    if days:
        first, last = min(days).date(), max(days).date()
        until = dt.date(last.year + 1, 12, 31)
        made.add_component(Timezone.from_tzinfo(zone, first_date=dt.date(first.year, 1, 1), last_date=until))
    for event in events:
        made.add_component(event)
    return bytes(made.to_ical())


def _event(
    registry: Registry, of: Collaboration | None, record: Record[Meeting], zone: ZoneInfo, stamp: dt.datetime
) -> Event:
    meeting = record.entity
    cancelled = meeting.status == "cancelled"
    body = name_of(registry, meeting.group, "group")
    event = Event()
    event.add("uid", f"{record.id}@{_domain(of)}")
    event.add("sequence", len(meeting.moves) + cancelled)
    event.add("dtstamp", stamp)
    event.add("status", _STATUS.get(meeting.status, "CONFIRMED"))
    event.add("summary", f"{'INSTÄLLT: ' if cancelled else ''}{body}")
    if meeting.start is None:
        event.add("dtstart", meeting.date)
    else:
        event.add("dtstart", _moment(meeting.date, meeting.start, zone))
        if meeting.end is not None:
            event.add("dtend", _moment(meeting.date, meeting.end, zone))
    if where := ", ".join(part for part in (_FORMS.get(meeting.form or ""), meeting.place) if part):
        event.add("location", where)
    event.add("description", "\n".join(_description(registry, record)))
    event.add("transp", "TRANSPARENT" if cancelled else "OPAQUE")
    return event


def _description(registry: Registry, record: Record[Meeting]) -> Iterable[str]:
    meeting = record.entity
    if state := _STATES.get(meeting.status):
        yield f"{state}: {meeting.reason}" if meeting.status == "cancelled" and meeting.reason else state
    for move in meeting.moves:
        hours = f" klockan {move.start.replace(':', '.')}" if move.start else ""
        yield f"Skulle ha varit {swedish.long_date(move.date)}{hours}: {move.reason}"
    if meeting.items:
        yield "Dagordning:"
        yield from (_line(item) for item in meeting.items)
    returning = [given for given in open_assignments(registry, meeting.group) if given.return_at == record.id]
    yield from (_returning(given) for given in returning)
    yield f"Möte {record.id}"


def _line(item: Item) -> str:
    return f"{item.number}. {item.heading}" if item.number else f"– {item.heading}"


def _returning(given: Given) -> str:
    return f"Åter: {given.assignment.text}"


def _moment(day: dt.date, clock: str, zone: ZoneInfo) -> dt.datetime:
    return dt.datetime.combine(day, dt.time.fromisoformat(clock), zone)


def _domain(of: Collaboration | None) -> str:
    """What makes the ids of this register unlike those of another: its id and its county, as a domain is written."""
    if of is None:
        return "vis"
    county = "-".join(of.county.lower().translate(str.maketrans("åäöé", "aaoe")).split())
    plain = "".join(sign for sign in county if sign.isascii() and (sign.isalnum() or sign == "-"))
    return f"{plain or 'county'}.{of.id}"
