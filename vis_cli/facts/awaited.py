"""What a meeting waits for, and until when: the next step of its life."""

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from vis_cli.facts.deadlines import minutes_due, notice_due
from vis_cli.facts.meetings import next_meeting, timelines
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
        return Awaited("notice", notice_due(registry, meeting)) if planned else Awaited("meeting", meeting.date)
    if meeting.status in ("held", "drafted"):
        return Awaited("minutes" if meeting.status == "held" else "sending", minutes_due(registry, meeting))
    if meeting.status == "sent":
        after = next_meeting(registry, meeting.group, meeting.date)
        return Awaited("approval", after.entity.date if after else None, after)
    return None


def comes_up_at(registry: Registry, group: str, after: dt.date) -> Record[Meeting] | None:
    """The next meeting of a body that has not been held; None where none is planned."""
    line = timelines(registry).get(group, ())
    open = (record for record in line if record.entity.status in ("planned", "called"))
    return next((record for record in open if record.entity.date > after), None)
