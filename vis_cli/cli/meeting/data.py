"""A meeting for programs: what its file says, and what follows from it."""

import datetime as dt
from typing import TYPE_CHECKING, Any

from vis_cli.cli import forwarded
from vis_cli.cli.assignment.lines import as_data
from vis_cli.facts.assignments import task
from vis_cli.facts.awaited import awaited
from vis_cli.facts.forwarding import course
from vis_cli.facts.matters import assignments, sent_from
from vis_cli.facts.plain import plain

if TYPE_CHECKING:
    from vis_cli.model.meeting import Meeting
    from vis_cli.registry import Record, Registry


def summary(registry: "Registry", record: "Record[Meeting]", today: dt.date) -> dict[str, Any]:
    """When and where it is, where it stands, and what it waits for."""
    meeting, found = record.entity, awaited(registry, record, today)
    waits = found and {
        "what": found.what,
        "due": found.due.isoformat() if found.due else None,
        "late": found.late(today),
        "meeting": found.meeting.id if found.meeting else None,
    }
    return {
        "id": record.id,
        "group": meeting.group,
        "date": meeting.date.isoformat(),
        "start": meeting.start,
        "end": meeting.end,
        "form": meeting.form,
        "place": meeting.place,
        "status": meeting.status,
        "waits_for": waits,
    }


def whole(registry: "Registry", record: "Record[Meeting]", today: dt.date) -> dict[str, Any]:
    """All that its file says, with what became of its assignments and of what it took on."""
    given = [one for one in assignments(registry) if one.meeting.id == record.id]
    return {
        **summary(registry, record, today),
        "meeting": plain(record),
        "assignments": [as_data(registry, task(registry, one, today)) for one in given],
        "forwards": [forwarded.as_data(course(registry, one)) for one in sent_from(registry, record.id)],
    }
