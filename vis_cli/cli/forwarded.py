"""What became of an item that was taken on to another body, in words and as data."""

from typing import TYPE_CHECKING, Any

from vis_cli.cli.language import _
from vis_cli.diagnostics.wording import fill
from vis_cli.errors import N_

if TYPE_CHECKING:
    from vis_cli.facts.forwarding import Course
    from vis_cli.registry import Registry


def in_words(registry: "Registry", course: "Course") -> str:
    """`on the agenda of Provgruppen on 2031-03-20`; where it was taken further, how that went."""
    from vis_cli.facts.names import name_of

    values = {
        "body": name_of(registry, course.forwarded.forward.to, "group"),
        "date": course.meeting.entity.date if course.meeting else "",
        "passed": ", ".join(str(record.entity.date) for record in course.passed),
        "reason": course.reason or "",
        "answer": ", ".join(_answer(course)),
        "back": course.returned.meeting.entity.date if course.returned else "",
    }
    said = fill(_template(course), values, _)
    if course.returned:
        said += "; " + fill(N_("the answer came back {back}"), values, _)
    for each in course.onward:
        said += "; " + fill(N_("taken further: {what}"), {"what": in_words(registry, each)}, _)
    return said


def _template(course: "Course") -> str:
    if course.state == "waiting":
        if course.meeting is None:
            return N_("waits for {body}, which has no meeting planned")
        if course.passed:
            return N_("not taken up by {body} on {passed}; waits for its meeting on {date}")
        return N_("waits for the meeting of {body} on {date}")
    if course.state == "dealt-with":
        if course.answer:
            return N_("{body} decided on it {date}: {answer}")
        return N_("taken up by {body} on {date}; no decision is recorded")
    if course.state == "dropped":
        return N_("dropped from the agenda of {body} on {date}: {reason}")
    if course.state == "passed-over":
        return N_("not taken up by {body} on {passed}, which has no meeting planned")
    return N_("on the agenda of {body} on {date}")


def _answer(course: "Course") -> list[str]:
    meeting = course.meeting.id if course.meeting else ""
    return [f"{meeting}#{decision.id}" for decision in course.answer]


def as_data(course: "Course") -> dict[str, Any]:
    """The same for programs."""
    forward = course.forwarded.forward
    return {
        "from": course.forwarded.meeting.id,
        "item": forward.item,
        "kind": forward.kind,
        "to": forward.to,
        "title": forward.title,
        "state": course.state,
        "meeting": course.meeting.id if course.meeting else None,
        "date": course.meeting.entity.date.isoformat() if course.meeting else None,
        "taken_up_as": course.item.id if course.item else None,
        "reason": course.reason,
        "passed": [record.id for record in course.passed],
        "answer": _answer(course),
        "returned": course.returned.meeting.id if course.returned else None,
        "onward": [as_data(each) for each in course.onward],
    }
