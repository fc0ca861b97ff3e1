"""What is to be said of the day that a meeting is planned for: that people are free then, and which would do."""

import datetime as dt

from vis_cli.diagnostics.notice import Notice
from vis_cli.errors import N_
from vis_cli.facts.days_off import WORDS
from vis_cli.facts.openings import free_on, nearest
from vis_cli.facts.schedule import schedule, usual
from vis_cli.model.meeting import Meeting
from vis_cli.registry import Registry


def of_day(registry: Registry, meeting: Meeting, today: dt.date) -> tuple[Notice, ...]:
    """That people do not work on the day of a meeting, with the nearest day that would do, if there is one."""
    slot = usual(registry, meeting.group, meeting.date, meeting.id, meeting)
    off = free_on(slot)
    if off is None:
        return ()
    why = Notice(WORDS[off.kind], {"date": meeting.date, "name": off.name})
    better = nearest(schedule(registry).moved(slot), slot, today)
    return (why, Notice(N_("the nearest day that would do is {day}"), {"day": better})) if better else (why,)
