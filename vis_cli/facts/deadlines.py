"""The last days of a meeting's notice and minutes, by the body's procedure. What it does not say is not known."""

import datetime as dt

from vis_cli.model.group import Group
from vis_cli.model.meeting import Meeting
from vis_cli.registry import Registry


def days_of_notice(registry: Registry, meeting: Meeting) -> int | None:
    """How many days before the meeting the notice is sent with its papers, at the least. (003:34)"""
    group = registry.get(Group, meeting.group)
    procedure = group.entity.procedure if group else None
    wanted = [days for days in (procedure.notice_days, procedure.papers_days) if days is not None] if procedure else []
    return max(wanted, default=None)


def notice_due(registry: Registry, meeting: Meeting) -> dt.date | None:
    """The last day to send the notice; None where the procedure does not say."""
    days = days_of_notice(registry, meeting)
    return None if days is None else meeting.date - dt.timedelta(days=days)


def notice_late(registry: Registry, meeting: Meeting) -> int | None:
    """How many days too late the notice was certainly sent; None where it was not, or nothing says so."""
    days = days_of_notice(registry, meeting)
    if days is None or meeting.notice is None:
        return None
    late = (meeting.notice.sent - (announced(meeting) - dt.timedelta(days=days))).days
    return late if late > 0 else None


def announced(meeting: Meeting) -> dt.date:
    """The day that the notice was for: a move afterwards does not make it late. Of several possible, the latest."""
    if meeting.notice is None:
        return meeting.date
    sent, possible = meeting.notice.sent, []
    for move in meeting.moves:
        if move.decided is None or move.decided >= sent:
            possible.append(move.date)
        if move.decided is not None and move.decided > sent:
            return max(possible)
    return max([*possible, meeting.date])


def minutes_due(registry: Registry, meeting: Meeting) -> dt.date | None:
    """The last day to send the minutes; None where the procedure does not say."""
    group = registry.get(Group, meeting.group)
    procedure = group.entity.procedure if group else None
    if procedure is None or procedure.minutes_days is None:
        return None
    return meeting.date + dt.timedelta(days=procedure.minutes_days)
