"""The digest of a period (*nyhetsbrev*): what happened, what is late or waits, what comes; whole, or for one. (D-21)"""

import datetime as dt
from dataclasses import dataclass

from vis_cli.facts.assignments import Task, tasks
from vis_cli.facts.below import Below, between
from vis_cli.facts.happening import Happening, Met
from vis_cli.facts.happenings import happenings
from vis_cli.facts.hearing import Hearing, waiting_for_replies
from vis_cli.facts.readers import Concerns, of_group, of_party
from vis_cli.facts.terms import Period
from vis_cli.facts.waiting import Waiting, waiting
from vis_cli.model.group import Group
from vis_cli.model.meeting import Meeting
from vis_cli.model.organisation import Organisation
from vis_cli.registry import Record, Registry

AHEAD = 60
"""Meetings are told of so many days after the period."""


@dataclass(frozen=True, slots=True)
class Digest:
    """What a period brought, for everybody, for a group or for a party."""

    period: Period
    whose: Record[Group] | Record[Organisation] | None
    happened: tuple[Happening, ...]
    """In order; what only may have been in the period too (`Happening.certainly_in`)."""
    late: tuple[Task, ...]
    """The assignments that are late on the last day, the oldest first."""
    waits: tuple[Waiting, ...]
    """For a party: what it has still to decide on the last day."""
    asked: tuple[Hearing, ...]
    """For a party: the referrals that it has still to reply to on the last day."""
    coming: tuple[Record[Meeting], ...]
    """The meetings right after the period, cancelled ones too."""
    below: tuple[Below, ...]
    """For a group: what the bodies that report to it took up in the period, and take up next. (R-MTG-11)"""


def digest(registry: Registry, period: Period, whose: Record[Group] | Record[Organisation] | None = None) -> Digest:
    """The digest of a period, both its days included."""
    concerns = _concerns(registry, whose, period.last)
    coming = Period(_days_on(period.last, 1), _days_on(period.last, AHEAD))
    party = whose.id if whose and isinstance(whose.entity, Organisation) else None
    group = whose.id if whose and isinstance(whose.entity, Group) else None
    meetings = sorted(registry.all(Meeting), key=lambda record: (record.entity.date, record.id))
    return Digest(
        period=period,
        whose=whose,
        happened=tuple(item for item in happenings(registry, period) if concerns(item.what)),
        late=tuple(task for task in tasks(registry, period.last) if task.late and concerns(task.given)),
        waits=tuple(waiting(registry, period.last, party=party)) if party else (),
        asked=tuple(waiting_for_replies(registry, period.last, party=party)) if party else (),
        coming=tuple(record for record in meetings if record.entity.date in coming and concerns(Met(record))),
        below=between(registry, group, _days_on(period.first, -1), period.last) if group else (),
    )


def _concerns(registry: Registry, whose: Record[Group] | Record[Organisation] | None, on: dt.date) -> Concerns:
    if whose is None:
        return lambda what: True
    if isinstance(whose.entity, Group):
        return of_group(registry, whose.id, on)
    return of_party(registry, whose.id, on)


def _days_on(day: dt.date, days: int) -> dt.date:
    """So many days later, as far as there are days."""
    return dt.date.fromordinal(min(max(day.toordinal() + days, 1), dt.date.max.toordinal()))
