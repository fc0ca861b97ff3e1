"""What must be done before and after a meeting, and by when, as the body's procedure has it (*arbetsordning*)."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from vis_cli.facts.days_off import working_day_by
from vis_cli.facts.meetings import is_held
from vis_cli.model.group import Group
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
    own = meeting.entity
    group = registry.get(Group, own.group)
    procedure = group.entity.procedure if group else None
    if procedure is None or own.status == "cancelled":
        return
    sent = own.notice.sent if own.notice else own.date if is_held(own) else None
    before: tuple[tuple[Duty, int | None], ...] = (
        ("notice", procedure.notice_days),
        ("papers", procedure.papers_days),
    )
    found = [
        Deadline(meeting, duty, working_day_by(own.date - dt.timedelta(days)), sent)
        for duty, days in before
        if days is not None
    ]
    yield from sorted(found, key=lambda item: item.day)
    if procedure.minutes_days is not None:
        sent = own.minutes_sent or (own.date if own.status in ("sent", "approved") else None)
        yield Deadline(meeting, "minutes", working_day_by(own.date + dt.timedelta(procedure.minutes_days)), sent)
