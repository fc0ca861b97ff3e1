"""What becomes of an assignment: reported back, postponed, closed; one more entry of its log. (R-MTG-9, 003:99)"""

import datetime as dt

from vis_cli.actions.step import Forbidden, Step, detail, with_item
from vis_cli.diagnostics.notice import Notice
from vis_cli.errors import N_
from vis_cli.facts.assignments import day_of
from vis_cli.facts.matters import Given
from vis_cli.facts.meetings import is_held
from vis_cli.model.item import Report
from vis_cli.model.meeting import Meeting
from vis_cli.model.values import When
from vis_cli.registry import Record, Registry

_SWEDISH = {"reported": "återrapporterat", "postponed": "uppskjutet", "closed": "avslutat"}


def record(registry: Registry, given: Given, report: Report, today: dt.date) -> Step:
    """Add an entry to the log. Raises Forbidden where it cannot be."""
    held = registry.get(Meeting, report.meeting)
    _refuse_closed(given)
    if held:
        _refuse_meeting(given, held, today)
    day = day_of(registry, report)
    if day:
        _refuse_day(registry, given, day, today)
    if report.return_at and (back := registry.get(Meeting, report.return_at)):
        _refuse_return(given, back, day)
    for entry in given.assignment.reports:
        if entry.outcome == report.outcome and day and day_of(registry, entry) == day:
            raise Forbidden(
                N_("that was recorded of `{id}` for {date} already"),
                hint=N_("if it is wrong, correct it in {path}"),
                id=given.assignment.id,
                date=day,
                path=given.meeting.file.path,
            )
    notices = []
    if report.outcome == "postponed" and given.state == "reported":
        notices.append(Notice(N_("it was reported, and is open again"), {}))
    if held and not is_held(held.entity):
        notices.append(Notice(N_("the meeting is not recorded as held yet"), {}))
    route = given.place.route
    text = with_item(given.meeting, route, "reports", report)
    head = f"Uppdraget {given.assignment.id} ({given.meeting.id})"
    message = f"{head}: {_SWEDISH[report.outcome]}{detail(day, _until(registry, report))}"
    return Step({given.meeting.file.path: text}, message, tuple(notices))


def _until(registry: Registry, report: Report) -> str:
    back = registry.get(Meeting, report.return_at)
    return f"åter {back.entity.date}" if back else ""


def _refuse_closed(given: Given) -> None:
    if given.state == "closed":
        raise Forbidden(
            N_("the assignment `{id}` is closed"),
            hint=N_("what is to be done again is a new assignment; a wrong closing is corrected in {path}"),
            id=given.assignment.id,
            path=given.meeting.file.path,
        )


def _refuse_meeting(given: Given, held: Record[Meeting], today: dt.date) -> None:
    body, meeting = given.assignment.return_to, held.entity
    if body and meeting.group != body:
        raise Forbidden(
            N_("the assignment comes back to `{body}`, and `{meeting}` is a meeting of `{other}`"),
            hint=N_("name a meeting of that body, or the day with --date"),
            about="meeting",
            body=body,
            meeting=held.id,
            other=meeting.group,
        )
    if meeting.status == "cancelled":
        raise Forbidden(N_("the meeting of {date} was cancelled"), about="meeting", date=meeting.date)
    if not is_held(meeting) and meeting.date > today:
        raise Forbidden(
            N_("the meeting of {date} has not been held yet"),
            hint=N_("name the day with --date instead"),
            about="meeting",
            date=meeting.date,
        )


def _refuse_day(registry: Registry, given: Given, day: When, today: dt.date) -> None:
    since = given.meeting.entity.date
    if day.earliest > today:
        raise Forbidden(N_("{date} has not come yet"), about="date", date=day)
    if day.latest < since:
        raise Forbidden(N_("the assignment was given {since}, and this is {date}"), about="date", since=since, date=day)
    for entry in given.assignment.reports:
        before = day_of(registry, entry)
        if before and day.latest < before.earliest:
            raise Forbidden(
                N_("the log has an entry of {before}, and this is {date}"),
                hint=N_("the log is in order of time; put this in its place in {path}"),
                about="date",
                before=before,
                date=day,
                path=given.meeting.file.path,
            )


def _refuse_return(given: Given, back: Record[Meeting], day: When | None) -> None:
    body, meeting = given.assignment.return_to, back.entity
    if body and meeting.group != body:
        raise Forbidden(
            N_("the assignment comes back to `{body}`, and `{meeting}` is a meeting of `{other}`"),
            about="return_at",
            body=body,
            meeting=back.id,
            other=meeting.group,
        )
    if is_held(meeting) or meeting.status == "cancelled" or (day and meeting.date <= day.earliest):
        raise Forbidden(
            N_("it cannot come back at the meeting of {date}: that is over, or cancelled"),
            hint=N_("name a meeting that is to come, or leave out --to: it comes back at the next"),
            about="return_at",
            date=meeting.date,
        )
