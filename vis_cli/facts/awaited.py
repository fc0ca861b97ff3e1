"""What a meeting waits for, and until when: the next step of its life."""

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from vis_cli.facts.deadlines import Duty, deadlines
from vis_cli.facts.meetings import next_meeting
from vis_cli.model.meeting import Meeting
from vis_cli.registry import Record, Registry

What = Literal["notice", "meeting", "outcome", "minutes", "sending", "approval"]


@dataclass(frozen=True, slots=True)
class Awaited:
    """The next step: the notice, the meeting itself, how it went, the minutes, their sending, their approval."""

    what: What
    due: dt.date | None = None
    """The last day, where the body's procedure says one; for the meeting and the approval, the day itself."""
    meeting: Record[Meeting] | None = None
    """For the approval: the meeting that comes next; empty where none is planned."""

    def late(self, on: dt.date) -> bool:
        """Whether the last day has passed."""
        return self.due is not None and self.due < on


def awaited(registry: Registry, record: Record[Meeting], on: dt.date) -> Awaited | None:
    """The next step of a meeting as it stands on a day; None where it is approved or cancelled."""
    meeting = record.entity
    if meeting.status in ("planned", "called"):
        if meeting.date < on:
            return Awaited("outcome", meeting.date)
        planned = meeting.status == "planned"
        due = _due(registry, record, "notice", "papers")
        return Awaited("notice", due) if planned else Awaited("meeting", meeting.date)
    if meeting.status in ("held", "drafted"):
        due = _due(registry, record, "minutes")
        return Awaited("minutes" if meeting.status == "held" else "sending", due)
    if meeting.status == "sent":
        after = next_meeting(registry, meeting.group, meeting.date)
        return Awaited("approval", after.entity.date if after else None, after)
    return None


def _due(registry: Registry, record: Record[Meeting], *duties: Duty) -> dt.date | None:
    return min((item.day for item in deadlines(registry, record) if item.duty in duties), default=None)
