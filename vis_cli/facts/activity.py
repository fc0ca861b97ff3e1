"""The last activity of a group: when it met, when it meets next, and whether it seems to have stalled. (000:210)"""

import datetime as dt
from dataclasses import dataclass

from vis_cli.facts.meetings import is_held, next_meeting, timelines
from vis_cli.facts.seats import existed
from vis_cli.model.group import Group
from vis_cli.model.meeting import Meeting
from vis_cli.model.values import When
from vis_cli.registry import Record, Registry

MONTHS = 12
"""A group that has not met for so long seems to have stalled, if nothing else is said: most meet four times a year.
(000:89)"""


@dataclass(frozen=True, slots=True)
class Activity:
    """When a group was last at work, as of a day."""

    last: Record[Meeting] | None
    """The last meeting that it held."""
    stated: When | None
    """When it last met by what a source states, where no meeting of it is in the register."""
    next: Record[Meeting] | None
    """Its next meeting."""
    months: int | None
    """Whole months since it last met; None where that is not known."""
    stale: bool | None
    """Whether it has certainly not met for too long although it should be at work; None where that is not known."""


def activity(registry: Registry, group: Record[Group], on: dt.date, months: int = MONTHS) -> Activity:
    """When a group was last at work, and whether it has not met for `months`; a meeting that is planned counts."""
    held = [item for item in timelines(registry).get(group.id, ()) if is_held(item.entity) and item.entity.date <= on]
    last = held[-1] if held else None
    structure = group.entity.profile.structure if group.entity.profile else None
    stated = structure.last_meeting if structure and not last else None
    coming = next_meeting(registry, group.id, on - dt.timedelta(days=1))
    latest = last.entity.date if last else stated.latest if stated and stated.latest <= on else None
    since = _months(latest, on) if latest else None
    if existed(group.entity, on) is False:
        stale: bool | None = False
    elif coming is not None:
        stale = False
    else:
        stale = None if since is None else since >= months
    return Activity(last, stated, coming, since, stale)


def _months(first: dt.date, last: dt.date) -> int:
    months = (last.year - first.year) * 12 + last.month - first.month
    return months - (last.day < first.day)
