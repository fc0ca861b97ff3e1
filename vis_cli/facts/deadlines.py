"""What must be done before and after a meeting, and by when, as the body's procedure has it (*arbetsordning*).

What the procedure does not say is not known.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from vis_cli.facts.bodies import procedure
from vis_cli.facts.days_off import working_day_by
from vis_cli.facts.meetings import is_held
from vis_cli.model.meeting import Meeting
from vis_cli.registry import Record, Registry

Duty = Literal["notice", "papers", "minutes"]


@dataclass(frozen=True, slots=True)
class Deadline:
    """The last day for the notice, the papers or the minutes of a meeting; `done` is when it was done."""

    meeting: Record[Meeting]
    duty: Duty
    day: dt.date
    done: dt.date | None


def deadlines(registry: Registry, meeting: Record[Meeting]) -> Iterator[Deadline]:
    """The deadlines of a meeting, by day; none of one that is cancelled, nor where the procedure does not say.

    What falls on a day off is due on the working day before it. A meeting that was held had its notice: nothing of it
    is due any more.
    """
    own, rules = meeting.entity, procedure(registry, meeting.entity.group)
    if rules is None or own.status == "cancelled":
        return
    sent = own.notice.sent if own.notice else own.date if is_held(own) else None
    before: tuple[tuple[Duty, int | None], ...] = (
        ("notice", rules.notice_days),
        ("papers", rules.papers_days),
    )
    found = [
        Deadline(meeting, duty, working_day_by(own.date - dt.timedelta(days)), sent)
        for duty, days in before
        if days is not None
    ]
    yield from sorted(found, key=lambda item: item.day)
    if due := minutes_due(registry, own):
        sent = own.minutes_sent or (own.date if own.status in ("sent", "approved") else None)
        yield Deadline(meeting, "minutes", working_day_by(due), sent)


def days_of_notice(registry: Registry, meeting: Meeting) -> int | None:
    """How many days before the meeting the notice is sent with its papers, at the least. (003:34)"""
    rules = procedure(registry, meeting.group)
    wanted = (rules.notice_days, rules.papers_days) if rules else ()
    return max((days for days in wanted if days is not None), default=None)


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
    """So many days after the meeting as the minutes may take; None where the procedure does not say."""
    rules = procedure(registry, meeting.group)
    if rules is None or rules.minutes_days is None:
        return None
    return meeting.date + dt.timedelta(days=rules.minutes_days)
