"""The minutes (*minnesanteckningar*), and the extract of one item of them (*protokollsutdrag*)."""

from typing import Any

from vis_cli.documents import swedish
from vis_cli.documents.document import Document
from vis_cli.documents.matter import matter
from vis_cli.documents.meeting import MeetingFacts, label
from vis_cli.errors import N_, Word
from vis_cli.facts.meetings import is_held
from vis_cli.model.group import Group
from vis_cli.model.item import Item
from vis_cli.model.meeting import Meeting
from vis_cli.registry import Record, Registry

_NOT_HELD = {
    "planned": N_("it is only planned"),
    "called": N_("it has only been called"),
    "cancelled": N_("it was cancelled"),
}


def no_minutes(meeting: Meeting) -> Word | None:
    """Why there can be no minutes of a meeting yet; None where there can."""
    if not is_held(meeting):
        return Word(_NOT_HELD[meeting.status])
    return None if meeting.items else Word(N_("nothing of what was said is in the register"))


def minutes(registry: Registry, record: Record[Meeting]) -> Document:
    """The minutes, decisions and contributions apart. Raises DocumentFault."""
    facts = MeetingFacts(registry, record)
    context = _head(facts) | {
        "items": [matter(facts, item) for item in record.entity.items],
        "papers": facts.attachments(),
        "told": any(item.type == "next-meeting" and item.text for item in record.entity.items),
    }
    return facts.document("minutes.md.j2", "minnesanteckningar", facts.standing(), context, more=sources(facts))


def extract(registry: Registry, record: Record[Meeting], item: Item) -> Document:
    """One item of the minutes, for whoever it concerns. Raises DocumentFault."""
    facts = MeetingFacts(registry, record)
    context = _head(facts) | {
        "item": matter(facts, item),
        "which": label(item),
        "receivers": receivers(facts, item),
        "onward": onward(facts, item),
        "papers": [paper for paper in facts.attachments() if paper["title"] in _titles(facts, item)],
    }
    kind = "utdrag ur minnesanteckningar"
    title = f"{facts.body}: {kind} {swedish.short_date(facts.meeting.date)}, {label(item)}"
    return facts.document("extract.md.j2", kind, facts.standing(), context, title=title, more=sources(facts))


def receivers(facts: MeetingFacts, item: Item) -> list[str]:
    """Whom the item concerns: those it recommends something to, goes on to, came from, or gives a task."""
    meeting, found = facts.meeting, []
    found += [decision.recipient for decision in item.decisions]
    found += [forward.to for other in meeting.items for forward in other.forwards if forward.item == item.id]
    found += [forward.to for forward in item.forwards]
    found += [owner for one in item.assignments for owner in one.owners]
    source = facts.registry.get(Meeting, item.origin.meeting) if item.origin else None
    found += [source.entity.group] if source else []
    return [facts.names.of(id) for id in dict.fromkeys(found) if id and id != meeting.group]


def onward(facts: MeetingFacts, item: Item) -> list[str]:
    """Where the item goes on to: `VIS politiska styrgrupp, som beslutsärende: Godkännande av rapporten`."""
    kinds = {"information": "för information", "decision": "för beslut"}
    return [
        f"{facts.names.of(forward.to, 'group')}, {kinds[forward.kind]}: {forward.title}"
        for other in facts.meeting.items
        for forward in other.forwards
        if forward.item == item.id
    ]


def sources(facts: MeetingFacts) -> list[Record[Any]]:
    """The other meetings that the items come from, and whose they are: their words are quoted."""
    named = (item.origin.meeting for item in facts.meeting.items if item.origin)
    meetings = [record for id in named if (record := facts.registry.get(Meeting, id))]
    groups = (facts.registry.get(Group, record.entity.group) for record in meetings)
    return [*meetings, *filter(None, groups)]


def _head(facts: MeetingFacts) -> dict[str, Any]:
    return facts.head() | {"present": facts.present(), "absent": facts.absent()}


def _titles(facts: MeetingFacts, item: Item) -> set[str]:
    named = {*item.papers, *(paper for decision in item.decisions for paper in decision.basis)}
    return {facts.papers.get(paper, paper) for paper in named}
