"""What is due: everything with a last day that is not done, late or coming, and what waits without one. (P-04)

`SOURCES` says where it comes from; whatever else has a last day is one more of these. What only happens by itself on
its day (a term that runs out, an event) is coming, and is never late.
"""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

from vis_cli.facts import year
from vis_cli.facts.agreement_dates import left_over
from vis_cli.facts.assignments import Task, tasks
from vis_cli.facts.dated import Dated
from vis_cli.facts.days import day
from vis_cli.facts.deadlines import deadlines
from vis_cli.facts.due_locally import of_contacts, of_deviations, of_forums, unverified
from vis_cli.facts.due_values import Due, Waits
from vis_cli.facts.following import is_overdue
from vis_cli.facts.hearing import waiting_for_replies
from vis_cli.facts.matters import brought
from vis_cli.facts.meetings import is_held, timelines
from vis_cli.facts.retention import of_names
from vis_cli.facts.spelling import words
from vis_cli.facts.waiting import waiting
from vis_cli.facts.year_plans import when_of
from vis_cli.model.activity import Activity
from vis_cli.model.annual_plan import AnnualPlan, DecisionPoint
from vis_cli.model.fund import Fund
from vis_cli.model.meeting import Meeting
from vis_cli.registry import Record, Registry

Urgency = Literal["late", "due", "coming"]
"""The last day is past for certain; it may be that day; it is still to come."""


@dataclass(frozen=True, slots=True)
class Agenda:
    """All that is due on a day: what is late, what is coming until a later day, what waits without a last day."""

    on: dt.date
    until: dt.date
    late: tuple[Due, ...]
    coming: tuple[Due, ...]
    waits: tuple[Waits, ...]


def due(registry: Registry, on: dt.date, within: int) -> Agenda:
    """What is due on a day, what comes in so many days, and what waits."""
    until = on + dt.timedelta(days=within)
    found = {
        (item.kind, item.record.id, item.title, str(item.when)): item
        for s in SOURCES
        for item in s(registry, on, until)
    }
    every = sorted(found.values(), key=lambda item: item.order)
    return Agenda(
        on,
        until,
        tuple(item for item in every if urgency(item, on) == "late" and item.left_undone),
        tuple(item for item in every if urgency(item, on) != "late" and item.when.earliest <= until),
        (*_decisions(registry, on), *_dateless(registry, on), *unverified(registry, on)),
    )


def urgency(item: Due, on: dt.date) -> Urgency:
    """Whether it is late, due or coming."""
    return "late" if item.when.latest < on else "due" if item.when.earliest <= on else "coming"


def _meetings(registry: Registry, on: dt.date, until: dt.date) -> Iterator[Due]:
    """Notices, papers and minutes that are not sent, and meetings of which nobody has said that they were held."""
    for record in registry.all(Meeting):
        own = record.entity
        if own.status == "cancelled":
            continue
        if own.date < on and not is_held(own):
            yield Due("meeting", "", (own.group,), day(own.date), record)
            continue
        for item in deadlines(registry, record):
            if item.done is None or item.done > on:
                yield Due(item.duty, "", (own.group,), day(item.day), record)


def _year(registry: Registry, on: dt.date, until: dt.date) -> Iterator[Due]:
    """What the year has dates for: agreements, and the events of annual plans."""
    found: list[Dated] = list(left_over(registry, on.year))
    for number in range(on.year, until.year + 1):
        for source in year.SOURCES:
            found += source(registry, number)
    for item in found:
        apart = item.record.kind in ("meeting", "fund", "deviation") or item.kind == "decision-point"
        if apart or item.done or item.cancelled:
            continue
        late = item.kind in ("review", "follow-up")
        title = "" if item.record.kind == "agreement" else item.title
        yield Due(item.kind, title, (item.group,) if item.group else (), item.when, item.record, left_undone=late)


def _referrals(registry: Registry, on: dt.date, until: dt.date) -> Iterator[Due]:
    """Referrals that go on: late for those who have not replied."""
    for item in waiting_for_replies(registry, on):
        if item.referral.until:
            yield Due("referral", "", item.silent, item.referral.until, item.agreement)


def _assignments(registry: Registry, on: dt.date, until: dt.date) -> Iterator[Due]:
    """Open assignments: by their last day, or the meeting that they come back at; the next one, where none was said."""
    for task in _open(registry, on):
        one = task.given.assignment
        if last := _last_day(task):
            yield Due("assignment", one.text, one.owners, day(last), task.given.meeting, part=one.id)
        elif task.returns and task.returns.entity.date >= on:
            back = day(task.returns.entity.date)
            yield Due("assignment", one.text, one.owners, back, task.given.meeting, left_undone=False, part=one.id)


def _open(registry: Registry, on: dt.date) -> Iterator[Task]:
    return (task for task in tasks(registry, on) if task.state == "open")


def _last_day(task: Task) -> dt.date | None:
    """The last day that was said, or the day of the meeting that was said; the first of them."""
    due = task.given.assignment.due if not task.delays else None
    back = task.returns.entity.date if task.returns and task.said else None
    return min((item for item in (due, back) if item), default=None)


def _dateless(registry: Registry, on: dt.date) -> Iterator[Waits]:
    """Open assignments that come back at no meeting that is known, and have no last day."""
    for task in _open(registry, on):
        if not _last_day(task) and not (task.returns and task.returns.entity.date >= on):
            one, given = task.given.assignment, day(task.given.meeting.entity.date)
            yield Waits("assignment", task.given.meeting, one.owners, given, one.text)


def _points(registry: Registry, on: dt.date, until: dt.date) -> Iterator[Due]:
    """Decision points of annual plans that no held meeting of the body has had."""
    for plan in registry.all(AnnualPlan):
        for point in plan.entity.decision_points:
            when = when_of(registry, point)
            if when and not _taken_up(registry, plan, point, on):
                yield Due("decision-point", point.title, (plan.entity.group,), when, plan, part=point.id)


def _taken_up(registry: Registry, plan: Record[AnnualPlan], point: DecisionPoint, on: dt.date) -> bool:
    body = plan.entity.group
    key = ("decision-point", None, point.id, plan.id, None)
    stood = [item.meeting for item in brought(registry).get((body, key), ())]
    stood += [
        record
        for record in timelines(registry).get(body, ())
        if record.entity.date.year == plan.entity.year
        and any(words(item.heading) == words(point.title) for item in record.entity.items)
    ]
    return any(is_held(record.entity) and record.entity.date <= on for record in stood)


def _funds(registry: Registry, on: dt.date, until: dt.date) -> Iterator[Due]:
    """Reports to those who give money, and when the planning of the years after has to begin. (003:99)"""
    for record in registry.all(Fund):
        own = record.entity
        group = (own.group,) if own.group else ()
        for duty in own.duties:
            if duty.due and (duty.done is None or duty.done > on):
                yield Due("duty", duty.text, (duty.owner,) if duty.owner else group, duty.due, record, part=duty.id)
        if own.plan_by:
            yield Due("plan-by", "", group, own.plan_by, record, left_undone=False)


def _activities(registry: Registry, on: dt.date, until: dt.date) -> Iterator[Due]:
    """Activities whose time ends, and that are neither done nor struck."""
    for record in registry.all(Activity):
        own = record.entity
        if own.until and (is_overdue(own, on) or own.status not in ("done", "struck")):
            yield Due("activity", "", own.owners or ((own.group,) if own.group else ()), own.until, record)


def _decisions(registry: Registry, on: dt.date) -> Iterator[Waits]:
    """Versions before the parties, each with those that have not decided."""
    found: dict[str, list[Any]] = {}
    for item in waiting(registry, on):
        found.setdefault(item.version.id, []).append(item)
    for items in found.values():
        first = items[0]
        owners = tuple(item.standing.party for item in items)
        yield Waits("decision", first.agreement, owners, first.since, first.version.entity.version)


SOURCES: tuple[Callable[[Registry, dt.date, dt.date], Iterator[Due]], ...] = (
    *(_meetings, _year, _referrals, _assignments, _points, _funds, _activities),
    *(of_contacts, of_forums, of_deviations, of_names),
)
"""Where last days come from: each answers with what was not done on a day."""
