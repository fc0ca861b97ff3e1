"""A meeting in words: its day, where it is held, where it stands in its life, and what it waits for."""

import datetime as dt
from typing import TYPE_CHECKING

from vis_cli.cli.dates import spoken
from vis_cli.cli.language import _
from vis_cli.diagnostics.wording import fill
from vis_cli.errors import N_
from vis_cli.facts.days import WEEKDAYS

if TYPE_CHECKING:
    from vis_cli.facts.awaited import Awaited
    from vis_cli.model.meeting import Meeting
    from vis_cli.registry import Record, Registry

FORMS = {"in-person": N_("in person"), "digital": N_("digital"), "hybrid": N_("hybrid")}
STATUSES = {
    "planned": N_("planned"),
    "called": N_("called"),
    "held": N_("held"),
    "drafted": N_("drafted"),
    "sent": N_("sent"),
    "approved": N_("approved"),
    "cancelled": N_("cancelled"),
}
_WAITS = {
    "notice": (N_("the notice"), N_("the notice, due {due}"), N_("the notice, which was due {due}")),
    "meeting": (N_("the meeting"), N_("the meeting"), N_("the meeting")),
    "outcome": (N_("word on whether it was held"),) * 3,
    "minutes": (N_("its minutes"), N_("its minutes, due {due}"), N_("its minutes, which were due {due}")),
    "sending": (
        N_("the minutes to be sent"),
        N_("the minutes to be sent by {due}"),
        N_("the minutes to be sent, due {due}"),
    ),
    "approval": (
        N_("approval; no meeting is planned"),
        N_("approval on {due}"),
        N_("approval; the meeting on {due} can have given it"),
    ),
}


def body(registry: "Registry", meeting: "Meeting") -> str:
    """What the body is called."""
    from vis_cli.facts.names import name_of

    return name_of(registry, meeting.group, "group")


def weekday(day: dt.date) -> str:
    """`thursday`."""
    return _(WEEKDAYS[day.weekday()])


def hours(meeting: "Meeting") -> str:
    """`14:00–16:00`, or as much as is known."""
    return f"{meeting.start or ''}–{meeting.end}" if meeting.end else meeting.start or ""


def held_where(meeting: "Meeting") -> str:
    """`in person, Brunnsviken`, or as much as is known."""
    return ", ".join(filter(None, [_(FORMS[meeting.form]) if meeting.form else "", meeting.place or ""]))


def waits(found: "Awaited | None", today: dt.date) -> str:
    """What it waits for; nothing where it waits for nothing."""
    if found is None:
        return ""
    undated, coming, past = _WAITS[found.what]
    if found.due is None:
        return _(undated)
    return fill(past if found.late(today) else coming, {"due": short(found.due)}, _)


def short(day: dt.date) -> str:
    """`5 May 2031`."""
    return spoken(day)


def state(registry: "Registry", record: "Record[Meeting]", today: dt.date) -> str:
    """`sent; waits for approval on 20 May 2031`."""
    from vis_cli.facts.awaited import awaited

    status = _(STATUSES[record.entity.status])
    if what := waits(awaited(registry, record, today), today):
        return fill(N_("{status}; waits for {what}"), {"status": status, "what": what}, _)
    return status


def standing(registry: "Registry", record: "Record[Meeting]", today: dt.date) -> str:
    """One line: which meeting, where it stands, what it waits for."""
    meeting = record.entity
    return f"{body(registry, meeting)} {short(meeting.date)}: {state(registry, record, today)}"
