"""The digest of a period as JSON: every happening with its ids, for other programs."""

from typing import TYPE_CHECKING, Any

from vis_cli.documents.decided import wording
from vis_cli.facts.below import matters
from vis_cli.facts.decisions import Decided
from vis_cli.facts.forwarding import Course
from vis_cli.facts.happening import Asked, Entered, Happening, Met, OfAgreement, OfGroup, Planned, Reported, What
from vis_cli.facts.matters import Given

if TYPE_CHECKING:
    from vis_cli.facts.assignments import Task
    from vis_cli.facts.below import Below
    from vis_cli.facts.hearing import Hearing
    from vis_cli.facts.period_digest import Digest
    from vis_cli.facts.waiting import Waiting
    from vis_cli.model.meeting import Meeting
    from vis_cli.registry import Record, Registry


def report(registry: "Registry", digest: "Digest") -> dict[str, Any]:
    """All of it, as plain data; keys without a value are left out."""
    whose = digest.whose
    return {
        "since": digest.period.first.isoformat(),
        "until": digest.period.last.isoformat(),
        "for": {"kind": whose.kind, "id": whose.id, "name": whose.entity.name} if whose else None,
        "happened": [_happening(registry, digest, item) for item in digest.happened],
        "late": [_late(task) for task in digest.late],
        "waiting": [_waiting(item) for item in digest.waits],
        "asked": [_asked(item) for item in digest.asked],
        "coming": [_meeting(record) for record in digest.coming],
        "below": [_below(item) for item in digest.below],
    }


def _happening(registry: "Registry", digest: "Digest", item: Happening) -> dict[str, Any]:
    certain = item.certainly_in(digest.period)
    head = {"kind": item.kind, "when": str(item.when), "certain": certain}
    return head | _told({key: value for key, value in _what(registry, item.what).items() if key not in head})


def _what(registry: "Registry", what: What) -> dict[str, Any]:
    match what:
        case Decided():
            return _of_meeting(what.meeting) | {
                "item": what.item.id,
                "decision": what.decision.id,
                "text": wording(registry, what.meeting.entity, what.decision),
                "agreement": what.decision.agreement,
                "version": what.decision.version,
            }
        case Course():
            return _course(what)
        case Given():
            return _given(what)
        case Reported():
            return _given(what.given) | {"report": what.report.text, "return_at": what.report.return_at}
        case OfAgreement():
            return _of_agreement(what)
        case Asked():
            outcome = what.outcome
            said = {"level": what.step.level, "body": what.step.body, "result": outcome.result if outcome else None}
            return {"question": what.question.id, "title": what.question.entity.title, **said}
        case Entered():
            money = {"kronor": what.entry.money.kronor, "qualifier": what.entry.money.qualifier}
            return {"fund": what.fund.id, "entry": what.entry.id, "type": what.entry.type, **money}
        case Planned():
            return {"plan": what.plan.id, "meeting": what.meeting.id if what.meeting else None}
        case OfGroup():
            seat = what.seat
            sits = {"person": seat.person, "role": seat.role, "side": seat.side} if seat else {}
            return {"group": what.group.id, "name": what.group.entity.name, "status": what.status, **sits}
        case Met():
            return _meeting(what.meeting) | ({"moved_from": what.move.date.isoformat()} if what.move else {})


def _of_meeting(record: "Record[Meeting]") -> dict[str, Any]:
    return {"meeting": record.id, "group": record.entity.group}


def _course(course: Course) -> dict[str, Any]:
    own = course.forwarded
    return _of_meeting(own.meeting) | {
        "item": own.forward.item,
        "to": own.forward.to,
        "for": own.forward.kind,
        "title": own.forward.title,
        "state": course.state,
        "dealt_with_at": course.meeting.id if course.meeting else None,
        "answer": [made.id for made in course.answer] or None,
        "returned_at": course.returned.meeting.id if course.returned else None,
    }


def _given(given: Given) -> dict[str, Any]:
    one = given.assignment
    return _of_meeting(given.meeting) | {
        "assignment": one.id,
        "text": one.text,
        "owners": list(one.owners),
        "return_to": one.return_to,
        "return_at": given.return_at,
        "due": one.due.isoformat() if one.due else None,
    }


def _of_agreement(what: OfAgreement) -> dict[str, Any]:
    decision = what.decision
    return {
        "agreement": what.agreement.id,
        "title": what.agreement.entity.title,
        "version": what.version.entity.version if what.version else None,
        "party": what.party,
        "outcome": decision.outcome if decision else None,
        "body": decision.body if decision else what.recommendation.body if what.recommendation else None,
        "reference": decision.reference if decision else None,
        "until": str(what.until) if what.until else None,
    }


def _late(task: "Task") -> dict[str, Any]:
    return _told(_given(task.given) | {"delays": task.delays, "age_days": task.age})


def _waiting(item: "Waiting") -> dict[str, Any]:
    return _told(
        {
            "agreement": item.agreement.id,
            "version": item.version.entity.version,
            "party": item.standing.party,
            "status": item.standing.status,
            "since": str(item.since) if item.since else None,
        }
    )


def _asked(item: "Hearing") -> dict[str, Any]:
    until = item.referral.until
    return _told(
        {
            "agreement": item.agreement.id,
            "version": item.version.entity.version,
            "reply_by": str(until) if until else None,
        }
    )


def _meeting(record: "Record[Meeting]") -> dict[str, Any]:
    own = record.entity
    return _told(
        _of_meeting(record)
        | {
            "date": own.date.isoformat(),
            "start": own.start,
            "status": own.status,
            "reason": own.reason,
            "contributions": sum(len(item.contributions) for item in own.items) or None,
        }
    )


def _below(item: "Below") -> dict[str, Any]:
    meetings = [
        _meeting(record) | {"headings": [point.heading for point in matters(record.entity)]} for record in item.meetings
    ]
    return {"group": item.group.id, "meetings": meetings}


def _told(values: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value is not None}
