"""For whom a happening is news: a group, by its own work and what it answers for; a party, by what binds it. (P-17)"""

import datetime as dt
from collections.abc import Callable, Collection, Iterator

from vis_cli.facts.agreements import binds
from vis_cli.facts.concerning import meetings_of, with_parts
from vis_cli.facts.decisions import Decided
from vis_cli.facts.forwarding import Course
from vis_cli.facts.happening import Asked, Entered, Met, OfAgreement, OfGroup, Planned, Reported, What
from vis_cli.facts.matters import Given
from vis_cli.facts.posts import post_on
from vis_cli.facts.responsibility import parts
from vis_cli.facts.versions import parties
from vis_cli.model.annual_plan import AnnualPlan
from vis_cli.model.item import Item
from vis_cli.model.meeting import Meeting
from vis_cli.model.person import Person
from vis_cli.model.version import Version
from vis_cli.registry import Record, Registry

Concerns = Callable[[What], bool]


def of_group(registry: Registry, group: str, on: dt.date) -> Concerns:
    """What concerns a group: its meetings and assignments; what it took on, however high it went, and what was taken
    on to it; the development questions that it has; the agreements that it answers for or is concerned by on a day."""
    own = {agreement for (agreement, by), part in parts(registry, on).items() if by == group and part != "listed"}

    def concerns(what: What) -> bool:
        match what:
            case OfAgreement():
                return what.agreement.id in own
            case Decided():
                return group in _bodies(registry, what) or not own.isdisjoint(what.about)
            case _:
                return group in _bodies(registry, what)

    return concerns


def of_party(registry: Registry, party: str, on: dt.date) -> Concerns:
    """What concerns a party: the agreements that it is a party to and its own decisions on them, the assignments of
    itself and its people, and what was decided and taken on at the meetings of bodies that it has a seat in."""
    there = {record.id for record in meetings_of(registry, organisations=[party])}
    within = with_parts(registry, [party])

    def concerns(what: What) -> bool:
        match what:
            case OfAgreement():
                return what.party == party if what.party else party in _bound(registry, what)
            case Given():
                return _owns(registry, what, within, on)
            case Reported():
                return _owns(registry, what.given, within, on)
            case Decided() | Met():
                return what.meeting.id in there
            case Course():
                return bool(there & {what.forwarded.meeting.id, what.meeting.id if what.meeting else ""})
            case Asked():
                return (what.outcome or what.step).meeting in there
            case Entered():
                own = what.fund.entity
                return bool(within & {what.entry.by, own.giver, *own.receivers})
            case Planned():
                return (
                    bool(what.meeting and what.meeting.id in there) or getattr(what.plan.entity, "owner", "") in within
                )
            case OfGroup():
                return any(seat.organisation in within for seat in what.group.entity.members)

    return concerns


def _bound(registry: Registry, what: OfAgreement) -> Collection[str]:
    """Who a version or an agreement is between; for a referral, whom it was sent to."""
    if what.referral and what.referral.recipients:
        return what.referral.recipients
    return _of_version(registry, what.version) if what.version else binds(registry, what.agreement)


def _of_version(registry: Registry, version: Record[Version]) -> Collection[str]:
    return {*parties(registry, version), *(item.party for item in version.entity.accessions)}


def _owns(registry: Registry, given: Given, within: Collection[str], on: dt.date) -> bool:
    """Whether an assignment is one of the organisations', or of somebody who works there."""
    for owner in given.assignment.owners:
        person = registry.get(Person, owner)
        post = post_on(person.entity, on) if person else None
        if owner in within or (post and post.organisation in within):
            return True
    return False


def _bodies(registry: Registry, what: What) -> Collection[str | None]:
    """The bodies that have to do with it."""
    match what:
        case Decided():
            return {*_trail(registry, what.meeting, what.item), what.decision.recipient}
        case Course():
            own = what.forwarded
            return {*_trail(registry, own.meeting, own.item), own.forward.to}
        case Given():
            return {what.meeting.entity.group, what.assignment.return_to, *what.assignment.owners}
        case Reported():
            return _bodies(registry, what.given)
        case Asked():
            steps = what.question.entity.steps
            return {*what.question.entity.groups, *(step.body for step in steps)}
        case Planned():
            plan = what.plan.entity
            own_body = plan.group if isinstance(plan, AnnualPlan) else plan.adopted_by
            return {own_body, what.meeting.entity.group if what.meeting else None}
        case OfGroup():
            return {what.group.id, what.group.entity.reports_to}
        case Entered():
            return {what.fund.entity.group, what.entry.by}
        case Met():
            return {what.meeting.entity.group}
        case OfAgreement():
            return ()


def _trail(registry: Registry, meeting: Record[Meeting], item: Item | None) -> Iterator[str]:
    """The body that has an item, and those that it came from, one by one."""
    seen: set[str] = set()
    while meeting.id not in seen:
        seen.add(meeting.id)
        yield meeting.entity.group
        origin = item.origin if item else None
        before = registry.get(Meeting, origin.meeting) if origin and origin.kind in ("forwarded", "answer") else None
        if origin is None or before is None:
            return
        meeting, item = before, next((one for one in before.entity.items if one.id == origin.item), None)
