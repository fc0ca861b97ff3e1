"""The notice to attend and the agenda (*kallelse och dagordning*), and with it what the bodies below take up."""

from collections.abc import Iterator
from typing import Any

from vis_cli.documents.document import Document
from vis_cli.documents.matter import entry
from vis_cli.documents.meeting import MeetingFacts
from vis_cli.facts.below import Below, below, matters
from vis_cli.facts.chairing import proposed
from vis_cli.model.meeting import Meeting
from vis_cli.registry import Record, Registry

_CALLED = {"planned": "Planerat möte", "cancelled": "Inställt möte"}


def agenda(registry: Registry, record: Record[Meeting]) -> Document:
    """The document. Raises DocumentFault."""
    facts = MeetingFacts(registry, record)
    meeting = record.entity
    bodies = () if meeting.status == "cancelled" else below(registry, record)
    context = facts.head() | {
        "called": facts.called(),
        "chair": facts.chair(),
        "agenda": [entry(facts, item) for item in meeting.items],
        "papers": facts.attachments(),
        "dropped": [
            {"heading": item.heading, "reason": item.reason, "why": item.origin.why} for item in meeting.dropped
        ],
        "below": [
            {"group": one.group.entity.name, "matters": list(_matters(facts, one))} for one in bodies if one.meetings
        ],
        "unheard": [one.group.entity.name for one in bodies if not one.meetings],
    }
    turn = proposed(registry, meeting)
    more = [*([turn.after] if turn else ()), *(item for one in bodies for item in (one.group, *one.meetings))]
    return facts.document(
        "agenda.md.j2", "kallelse och dagordning", _CALLED.get(meeting.status, "Kallelse"), context, more=more
    )


def _matters(facts: MeetingFacts, one: Below) -> Iterator[dict[str, Any]]:
    """The meetings of a body below: when each was or is, and what it takes up; what is forwarded to us is marked."""
    for record in one.meetings:
        meeting = record.entity
        sent = [forward for item in meeting.items for forward in item.forwards]
        onward = {forward.item for forward in sent if forward.to == facts.meeting.group}
        yield {
            "date": meeting.date.isoformat(),
            "ahead": meeting.date > facts.meeting.date,
            "points": [{"heading": item.heading, "onward": item.id in onward} for item in matters(meeting)],
        }
