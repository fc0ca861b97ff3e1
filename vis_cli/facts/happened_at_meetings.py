"""What happened at meetings: decisions, items taken on and answered, assignments, and the meetings themselves."""

from collections.abc import Iterator

from vis_cli.facts.assignments import day_of
from vis_cli.facts.days import day
from vis_cli.facts.decisions import log
from vis_cli.facts.forwarding import courses
from vis_cli.facts.happening import Happening, Kind, Met, Reported
from vis_cli.facts.matters import assignments
from vis_cli.facts.meetings import is_held
from vis_cli.model.item import Report
from vis_cli.model.meeting import Meeting
from vis_cli.registry import Registry

_REPORTS: dict[str, Kind] = {"reported": "reported", "postponed": "postponed", "closed": "closed"}


def decided(registry: Registry) -> Iterator[Happening]:
    """The decisions, those of one meeting in their order."""
    for decision in log(registry):
        yield Happening("decided", day(decision.day), decision)


def taken_on(registry: Registry) -> Iterator[Happening]:
    """The items that were taken on to another body, their answers, and the answers that came back."""
    for course in courses(registry):
        yield Happening("forwarded", day(course.forwarded.meeting.entity.date), course)
        if course.meeting and course.state in ("dealt-with", "dropped"):
            yield Happening("answered", day(course.meeting.entity.date), course)
        if course.returned and is_held(course.returned.meeting.entity):
            yield Happening("returned", day(course.returned.meeting.entity.date), course)


def tasks(registry: Registry) -> Iterator[Happening]:
    """The assignments that were given, and what became of them."""
    for given in assignments(registry):
        if is_held(given.meeting.entity):
            yield Happening("assigned", day(given.meeting.entity.date), given)
        for report in given.assignment.reports:
            if when := day_of(registry, report):
                yield Happening(_kind(report), when, Reported(given, report))


def meetings(registry: Registry) -> Iterator[Happening]:
    """The meetings: called, moved, held, cancelled; of one that was cancelled nobody knows when, its own day counts."""
    for record in registry.all(Meeting):
        meeting = record.entity
        kind: Kind = "held" if is_held(meeting) else "cancelled" if meeting.status == "cancelled" else "planned"
        on = meeting.cancelled_on if kind == "cancelled" else None
        yield Happening(kind, day(on or meeting.date), Met(record))
        if meeting.notice:
            yield Happening("called", day(meeting.notice.sent), Met(record))
        for move in meeting.moves:
            if move.decided:
                yield Happening("moved", day(move.decided), Met(record, move))


def _kind(report: Report) -> Kind:
    return _REPORTS[report.outcome]
