"""Follow-up of agreements (*uppföljning*): when each was last followed up, and when it is next. (R-UPP-1)"""

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from vis_cli.facts.agreements import FOLLOWED, owner
from vis_cli.facts.beginning import live
from vis_cli.facts.days import day, months_after
from vis_cli.model.agreement import Agreement, FollowUp
from vis_cli.model.follow_up import FollowUpReport
from vis_cli.model.values import When
from vis_cli.registry import Record, Registry

_EARLY = 3
"""A follow-up that was finished at most so many months before its day is the one of that day."""

Due = Literal["overdue", "coming", "perhaps", "unknown"]
"""Its day has passed; is to come; may have passed, for it is not known to the day; nobody has said when."""


@dataclass(frozen=True, slots=True)
class Following:
    """How the follow-up of an agreement stands on a day. (000:338-342)"""

    agreement: Record[Agreement]
    by: str | None
    """The group that does it, where that is known."""
    criteria: tuple[str, ...]
    interval: int | None
    """How often, in months."""
    last: Record[FollowUpReport] | None
    """The last one."""
    next: When | None
    """When it is next, as stated or as it follows from the last one."""
    due: Due
    days: int
    """For how many days at least it is overdue."""


def reports(registry: Registry, agreement: str) -> tuple[Record[FollowUpReport], ...]:
    """The follow-ups of an agreement, the oldest first."""
    return registry.once(_by_agreement).get(agreement, ())


def _by_agreement(registry: Registry) -> dict[str, tuple[Record[FollowUpReport], ...]]:
    found: dict[str, list[Record[FollowUpReport]]] = {}
    for record in sorted(registry.all(FollowUpReport), key=lambda item: (item.entity.date, item.id)):
        found.setdefault(record.entity.agreement, []).append(record)
    return {id: tuple(items) for id, items in found.items()}


def next_follow_up(registry: Registry, agreement: Record[Agreement], on: dt.date | None = None) -> When | None:
    """When an agreement is next to be followed up, after the reports that there are (on a day, if one is given).

    The stated date stands until a report has come for it; then it is so many months after the last report. None where
    nobody has said.
    """
    own = agreement.entity.follow_up
    if own is None:
        return None
    made = [item.entity.date for item in reports(registry, agreement.id) if on is None or item.entity.date <= on]
    if own.next and not (made and fulfils(own, made[-1])):
        return own.next
    return months_after(day(made[-1]), own.interval_months) if made and own.interval_months else None


def fulfils(follow_up: FollowUp, finished: dt.date) -> bool:
    """Whether a follow-up finished on a day is the one that was stated as the next."""
    if follow_up.next is None:
        return False
    early = min(_EARLY, follow_up.interval_months // 2) if follow_up.interval_months else _EARLY
    return months_after(day(finished), early).latest >= follow_up.next.earliest


def following(registry: Registry, agreement: Record[Agreement], on: dt.date) -> Following:
    """How the follow-up of an agreement stands on a day."""
    own = agreement.entity.follow_up
    coming = next_follow_up(registry, agreement, on)
    made = [item for item in reports(registry, agreement.id) if item.entity.date <= on]
    who = own.responsible if own and own.responsible else owner(registry, agreement, on)
    return Following(
        agreement,
        who,
        own.criteria if own else (),
        own.interval_months if own else None,
        made[-1] if made else None,
        coming,
        _due(coming, on),
        max((on - coming.latest).days, 0) if coming else 0,
    )


def followings(registry: Registry, on: dt.date) -> tuple[Following, ...]:
    """The same for every agreement of the day that should be followed up, or says how it is."""
    return tuple(
        following(registry, record, on)
        for record in live(registry, on)
        if record.entity.type in FOLLOWED or record.entity.follow_up or reports(registry, record.id)
    )


def _due(coming: When | None, on: dt.date) -> Due:
    if coming is None:
        return "unknown"
    if coming.latest < on:
        return "overdue"
    return "coming" if coming.earliest >= on else "perhaps"


def unsaid(report: FollowUpReport, criteria: tuple[str, ...]) -> tuple[str, ...]:
    """The criteria that a report finds nothing on."""
    told = {item.criterion for item in report.findings}
    return tuple(item for item in criteria if item not in told)
