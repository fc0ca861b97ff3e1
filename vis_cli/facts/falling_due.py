"""What falls due for a body until its next meeting: dates of agreements, points of its annual plan, questions."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from vis_cli.facts.agreements import has_ended
from vis_cli.facts.bodies import procedure
from vis_cli.facts.days import day_after
from vis_cli.facts.follow_ups import next_follow_up
from vis_cli.facts.force import applies
from vis_cli.facts.meetings import next_meeting, timelines
from vis_cli.facts.names import full_name
from vis_cli.facts.proposal import Proposal, comes_before, elsewhere, named, on, shortened
from vis_cli.facts.responsibility import answerable
from vis_cli.facts.spelling import words
from vis_cli.facts.stage import stage_of
from vis_cli.facts.titles import brief
from vis_cli.facts.versions import versions
from vis_cli.model.agreement import Agreement
from vis_cli.model.annual_plan import AnnualPlan, DecisionPoint
from vis_cli.model.group import Group
from vis_cli.model.item import ItemType, Origin
from vis_cli.model.meeting import Meeting
from vis_cli.model.question import DevelopmentQuestion, Step
from vis_cli.model.values import DAY_LAST, When
from vis_cli.model.version import VersionTerm
from vis_cli.registry import Record, Registry

_TO_NEXT = 120
"""Days to the next meeting, where neither that nor how often the body meets is known."""
_WEIGHT: tuple[ItemType, ...] = ("recommendation", "decision", "discussion", "information")
"""Of several things that an agreement's date brings at once, the first of these is what the item is."""


@dataclass(frozen=True, slots=True)
class _Date:
    """A date of an agreement that brings it to the agenda of a body."""

    due: When
    body: str
    what: str
    type: ItemType
    why: str


def next_after(registry: Registry, meeting: Meeting) -> dt.date:
    """The day of the body's next meeting, or when it should be: what falls due before that is for this one."""
    after = next_meeting(registry, meeting.group, meeting.date)
    if after:
        return after.entity.date
    rules = procedure(registry, meeting.group)
    often = rules.meetings_per_year if rules else None
    return meeting.date + dt.timedelta(days=365 // often if often else _TO_NEXT)


def agreements(registry: Registry, meeting: Meeting) -> Iterator[Proposal]:
    """The agreements of the body with a date before its next meeting; overdue ones too, once for each date."""
    until = next_after(registry, meeting)
    for record in registry.all(Agreement):
        found: dict[str, list[_Date]] = {}
        for item in _dates(registry, record, meeting.date):
            if item.body == meeting.group and item.due.earliest < until:
                found.setdefault(str(item.due), []).append(item)
        for due, together in found.items():
            if not elsewhere(registry, meeting, ("agreement", None, None, record.id, due)):
                yield _of_agreement(record, together)


def _of_agreement(record: Record[Agreement], together: list[_Date]) -> Proposal:
    what = " och ".join(item.what for item in together)
    why = "; ".join(item.why for item in together)
    due = together[0].due
    origin = {"kind": "agreement", "of": record.id, "due": str(due), "why": why[:1].upper() + why[1:]}
    return Proposal(
        f"{shortened(brief(record))}: {what}",
        min((item.type for item in together), key=_WEIGHT.index),
        Origin.model_validate(origin),
        due.earliest,
        about=(record.id,),
    )


def _dates(registry: Registry, record: Record[Agreement], day: dt.date) -> Iterator[_Date]:
    """What is known to come of an agreement, and to which body."""
    own = record.entity
    if has_ended(own, day):
        return
    owner = answerable(registry, record, day).owner
    if owner and own.next_review:
        yield _Date(own.next_review, owner, "översyn", "discussion", f"nästa översyn: {named(own.next_review)}")
    follow_up = own.follow_up
    coming = next_follow_up(registry, record, day)
    if follow_up and coming and (body := follow_up.responsible or owner):
        yield _Date(coming, body, "uppföljning", "information", f"nästa uppföljning: {named(coming)}")
    if owner and own.ended is None and (last := last_day(registry, record, day)):
        yield _Date(last, owner, "giltighetstiden går ut", "decision", f"gäller till och med {named(last)}")
    yield from _recommendations(registry, record, owner, day)


def last_day(registry: Registry, agreement: Record[Agreement], day: dt.date) -> When | None:
    """The last day of the term that runs on a day, or ran out before it; None where the agreement goes on after it."""
    answer = applies(registry, agreement, day)
    if answer.state == "stated" and answer.version and answer.version.entity.term:
        return _term(answer.version.entity.term)
    last = answer.until
    if answer.state not in ("applies", "ended") or last is None or last.latest == DAY_LAST:
        return None
    following = applies(registry, agreement, day_after(last).latest).state
    return last if following in ("ended", "not-yet") else None


def _term(term: VersionTerm) -> When | None:
    if term.renewal_months or term.until is None:
        return None
    return term.extensions[-1].until if term.extensions else term.until


def _recommendations(registry: Registry, record: Record[Agreement], owner: str | None, day: dt.date) -> Iterator[_Date]:
    """Versions whose referral is over and that nobody has recommended the parties to adopt. (001:42-43)"""
    body = _steering(registry, record, owner)
    for version in versions(registry, record.id):
        own = version.entity
        ends = [item.until for item in own.referrals]
        if (
            not body
            or own.recommendations
            or not ends
            or stage_of(registry, version, day)
            not in (
                "referral",
                "published",
            )
        ):
            continue
        known = [item for item in ends if item]
        if len(known) == len(ends) and all(item.latest < day for item in known):
            last = max(known, key=lambda item: item.latest)
            why = f"remissen av version {own.version} pågick till {named(last)}, och ingen har rekommenderat den"
            yield _Date(last, body, f"rekommendation att anta version {own.version}", "recommendation", why)


def _steering(registry: Registry, record: Record[Agreement], owner: str | None) -> str | None:
    """The steering group of the work, or else the first one above the body that answers for the agreement."""
    drafting = record.entity.drafting
    if drafting and drafting.steering_group:
        return drafting.steering_group
    seen: set[str] = set()
    while owner and owner not in seen:
        seen.add(owner)
        group = registry.get(Group, owner)
        if group and group.entity.type == "steering":
            return owner
        owner = group.entity.reports_to if group else None
    return None


def points(registry: Registry, meeting: Meeting) -> Iterator[Proposal]:
    """The decision points of the body's annual plan that are for this meeting, or were for one that did not take them.

    One without a meeting comes at the first one in its time, or at the last before it.
    """
    until = next_after(registry, meeting)
    for record in registry.all(AnnualPlan):
        plan = record.entity
        if plan.group != meeting.group or plan.year < meeting.date.year - 1:
            continue
        for point in plan.decision_points:
            key = ("decision-point", None, point.id, record.id, None)
            if not _is_time(registry, point, meeting, until) or elsewhere(registry, meeting, key):
                continue
            if not _had(registry, meeting, point.title, plan.year):
                yield _of_point(registry, record, point)


def _is_time(registry: Registry, point: DecisionPoint, meeting: Meeting, until: dt.date) -> bool:
    if point.meeting:
        planned = registry.get(Meeting, point.meeting)
        return point.meeting == meeting.id or bool(planned and comes_before(planned.entity, meeting))
    when = point.when
    return bool(when and (when.latest < until or when.earliest <= meeting.date <= when.latest))


def _had(registry: Registry, meeting: Meeting, title: str, year: int) -> bool:
    """Whether an agenda of the body that year had it in its own words, written by hand."""
    return any(
        words(item.heading) == words(title)
        for record in timelines(registry).get(meeting.group, ())
        if record.id != meeting.id and record.entity.date.year == year
        for item in record.entity.items
    )


def _of_point(registry: Registry, record: Record[AnnualPlan], point: DecisionPoint) -> Proposal:
    planned = registry.get(Meeting, point.meeting)
    day = planned.entity.date if planned else point.when.earliest if point.when else dt.date(record.entity.year, 1, 1)
    when = f", {on(day)}" if planned else f", {on(point.when)}" if point.when else ""
    why = f"Beslutspunkt i årsplanen för {record.entity.year}{when}"
    if point.forward_to:
        why += f", ska vidare till {full_name(registry, point.forward_to)}"
    origin = Origin(kind="decision-point", item=point.id, of=record.id, why=why)
    return Proposal(point.title, point.type, origin, day, presenters=point.presenters, about=point.about)


def questions(registry: Registry, meeting: Meeting) -> Iterator[Proposal]:
    """The open development questions that are with the body, and that it has not had since they came. (000:353-364)"""
    for record in registry.all(DevelopmentQuestion):
        step = record.entity.steps[-1]
        if record.entity.outcome or step.body != meeting.group or (step.date and step.date.earliest > meeting.date):
            continue
        if not _discussed(registry, record.id, step, meeting):
            why = "Utvecklingsfråga som ligger här" + (f" sedan {named(step.date)}" if step.date else "")
            origin = Origin(kind="question", of=record.id, why=why)
            since = step.date.earliest if step.date else meeting.date
            yield Proposal(record.entity.title, "discussion", origin, since, about=(record.id,))


def _discussed(registry: Registry, question: str, step: Step, meeting: Meeting) -> bool:
    """Whether another agenda of the body has had it since the question came there, or dropped it."""
    for record in timelines(registry).get(meeting.group, ()):
        had = record.entity
        if record.id == meeting.id or (step.date and had.date < step.date.earliest) or record.id == step.meeting:
            continue
        if any(question in item.about for item in had.items):
            return True
        if any(origin.of == question for origin in _origins(had)):
            return True
    return False


def _origins(meeting: Meeting) -> Iterator[Origin]:
    yield from (item.origin for item in meeting.items if item.origin)
    yield from (item.origin for item in meeting.dropped)
