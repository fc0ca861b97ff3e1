"""Chains of meetings: where what leaves a meeting can be taken up, and by when it must be there. (000:261-263)"""

import datetime as dt

from vis_cli.facts.bodies import above, procedure
from vis_cli.facts.meetings import timelines
from vis_cli.model.meeting import Meeting
from vis_cli.registry import Record, Registry

_DAY = dt.timedelta(days=1)


def lead(registry: Registry, group: str) -> int:
    """How many days before a meeting of the body its papers must be there: its papers', else its notice's, else one."""
    rules = procedure(registry, group)
    if rules is None:
        return 1
    days = rules.papers_days if rules.papers_days is not None else rules.notice_days
    return max(days or 0, 1)


def closes(registry: Registry, meeting: Meeting, on: dt.date | None = None) -> dt.date:
    """The last day from which something can still come to a meeting (held on `on`, if it is moved there)."""
    return (on or meeting.date) - lead(registry, meeting.group) * _DAY


def takes_up(registry: Registry, group: str, left: dt.date) -> Record[Meeting] | None:
    """The meeting of the body above at which what leaves a group's meeting on a day can be taken up first."""
    upper = above(registry, group)
    if upper is None:
        return None
    line = timelines(registry).get(upper.id, ())
    return next((item for item in line if closes(registry, item.entity) >= left), None)


def chain(registry: Registry, meeting: Record[Meeting]) -> tuple[Record[Meeting], ...]:
    """The meetings that what leaves a meeting can go on to, one for each body above, as far as they are planned."""
    found: list[Record[Meeting]] = []
    seen = {meeting.entity.group}
    at = meeting
    while (after := takes_up(registry, at.entity.group, at.entity.date)) and after.entity.group not in seen:
        found.append(after)
        seen.add(after.entity.group)
        at = after
    return tuple(found)
