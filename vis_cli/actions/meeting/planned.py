"""Before the meeting: it is moved, called, or cancelled."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from vis_cli.actions.meeting.day import of_day
from vis_cli.actions.meeting.texts import not_now, put, step, why_impossible, without
from vis_cli.actions.step import Forbidden, Step, order, plain, with_item
from vis_cli.diagnostics.notice import Notice
from vis_cli.errors import N_
from vis_cli.facts.days import WEEKDAYS
from vis_cli.facts.deadlines import days_of_notice
from vis_cli.facts.meetings import is_held, timelines
from vis_cli.model.meeting import Meeting, MeetingForm, Move
from vis_cli.model.meeting import Notice as Called
from vis_cli.registry import Record, Registry
from vis_cli.source.edit import add_key

_SWEDISH = {"date": "dag", "start": "början", "end": "slut", "form": "form", "place": "plats"}


@dataclass(frozen=True, slots=True)
class Moving:
    """Where a meeting goes: what is None stays as it is."""

    reason: str
    date: dt.date | None = None
    start: str | None = None
    end: str | None = None
    form: MeetingForm | None = None
    place: str | None = None


def move(registry: Registry, record: Record[Meeting], wish: Moving, decided: dt.date, today: dt.date) -> Step:
    """Another day, time, form or place: what held before is logged, the id stays. Raises Forbidden."""
    meeting = record.entity
    if is_held(meeting) or meeting.status == "cancelled":
        raise not_now(record, N_("only a meeting that is still to come is moved"))
    changed = {
        name: value
        for name in _SWEDISH
        if (value := getattr(wish, name)) is not None and value != getattr(meeting, name)
    }
    if not changed:
        raise Forbidden(
            N_("that is when and where the meeting is already"),
            hint=N_("say what is new: --date, --start, --end, --form, --place"),
            about="date",
        )
    _refuse_decided(meeting, decided, today)
    _refuse_day(registry, record, changed.get("date", meeting.date), decided)
    was = Move.model_construct(
        date=meeting.date,
        start=meeting.start,
        end=meeting.end,
        form=meeting.form,
        place=meeting.place,
        decided=decided,
        reason=wish.reason,
    )
    text = with_item(record, (), "moves", was)
    for name, value in changed.items():
        text = put(text, (name,), str(value))
    if meeting.weekday and "date" in changed:
        text = put(text, ("weekday",), WEEKDAYS[changed["date"].weekday()])
    notices = _of_notice(meeting)
    if "date" in changed:
        moved = meeting.model_copy(update=changed)
        notices += [*_of_period(registry, moved, decided), *of_day(registry, moved, decided)]
    new = ", ".join(f"{_SWEDISH[name]} {value}" for name, value in changed.items())
    return step(registry, record, text, f"flyttat, {new}", notices)


def _of_notice(meeting: Meeting) -> list[Notice]:
    """That those who were called must be told."""
    message = N_("the notice was sent on {sent}; those who were called must be told")
    return [Notice(message, {"sent": meeting.notice.sent})] if meeting.notice else []


def _of_period(registry: Registry, meeting: Meeting, decided: dt.date) -> Iterator[Notice]:
    """That the new day leaves less time for the notice than the body's procedure says."""
    days = days_of_notice(registry, meeting)
    sent = meeting.notice.sent if meeting.notice else decided
    if days is None or sent <= meeting.date - dt.timedelta(days):
        return
    values = {"sent": sent, "gap": (meeting.date - sent).days, "days": days, "date": meeting.date}
    if meeting.notice:
        yield Notice(N_("the notice of {sent} was sent {gap} days before {date}; the procedure says {days}"), values)
    else:
        yield Notice(N_("{date} is {gap} days ahead; the procedure says {days} days of notice"), values)


def _refuse_decided(meeting: Meeting, decided: dt.date, today: dt.date) -> None:
    """Raise Forbidden where it cannot have been moved on that day: the log of moves is in order, and of the past."""
    if decided > today:
        raise Forbidden(N_("{date} has not come yet"), about="decided", date=decided)
    last = max((move.decided for move in meeting.moves if move.decided), default=decided)
    if decided < last:
        raise Forbidden(
            N_("it was moved last on {last}, and this is {date}"),
            hint=N_("correct the day"),
            about="decided",
            last=last,
            date=decided,
        )


def _refuse_day(registry: Registry, record: Record[Meeting], day: dt.date, decided: dt.date) -> None:
    """Raise Forbidden where the meeting cannot be on that day."""
    meeting = record.entity
    if why := why_impossible(day):
        raise why
    if day < decided:
        raise Forbidden(
            N_("{day} has passed"), hint=N_("`--decided` says when it was moved, if that was before"), day=day
        )
    for other in timelines(registry).get(meeting.group, ()):
        if other.id != record.id and other.entity.date == day:
            raise Forbidden(
                N_("`{group}` has another meeting on {day}: `{other}`"),
                hint=N_("choose another day"),
                group=meeting.group,
                day=day,
                other=other.id,
            )
    for item in meeting.items:
        before = registry.get(Meeting, item.previous)
        if before and before.entity.date >= day:
            raise Forbidden(
                N_("the meeting approves the minutes of `{before}`, which is on {date}"),
                hint=N_("choose a later day"),
                before=before.id,
                date=before.entity.date,
            )
    if meeting.notice and meeting.notice.sent > day:
        raise Forbidden(N_("the notice was sent on {sent}, after that day"), sent=meeting.notice.sent)


def call(registry: Registry, record: Record[Meeting], sent: dt.date, late: str | None, today: dt.date) -> Step:
    """Record that the notice was sent, with its papers. Raises Forbidden where it is not ready, or late without why."""
    meeting = record.entity
    again = meeting.notice is not None and any(
        move.decided is None or move.decided >= meeting.notice.sent for move in meeting.moves
    )
    if meeting.status != "planned" and not (meeting.status == "called" and again):
        raise not_now(record, N_("only a planned meeting is called; one that was called and then moved, once more"))
    if not meeting.items:
        raise Forbidden(
            N_("the agenda is empty"), hint=N_("`vis meeting compose {meeting}` fills it"), meeting=record.id
        )
    if sent > min(today, meeting.date):
        raise Forbidden(
            N_("the notice is of {sent}, today is {today}, and the meeting is on {date}"),
            hint=N_("record it when it has been sent"),
            sent=sent,
            today=today,
            date=meeting.date,
        )
    _refuse_papers(registry, record)
    tardy = _tardy(registry, meeting, sent)
    if tardy and not late:
        raise tardy
    notices = []
    if late and not tardy:
        notices.append(Notice(N_("the notice is not late, so the reason is not written"), {}))
    if not meeting.start:
        notices.append(Notice(N_("it is not known when the meeting begins"), {}))
    notice = Called.model_construct(sent=sent, reason=late if tardy else None)
    text = put(record.file.text, ("status",), "called")
    if meeting.notice is None:
        text = add_key(text, (), "notice", plain(notice), order=order(Meeting, ()))
    else:
        text = put(text, ("notice", "sent"), str(sent))
        text = without(text, ("notice", "reason"))
        text = put(text, ("notice", "reason"), notice.reason) if notice.reason else text
    return step(registry, record, text, f"kallelsen är skickad {sent}", notices)


def _tardy(registry: Registry, meeting: Meeting, sent: dt.date) -> Forbidden | None:
    """That the notice is late by the body's procedure; None where it is not, or nothing says so."""
    days = days_of_notice(registry, meeting)
    due = meeting.date - dt.timedelta(days=days or 0)
    if days is None or sent <= due:
        return None
    return Forbidden(
        N_("the notice is due {due}, {days} days before the meeting, and {sent} is {late} too late"),
        hint=N_("move the meeting, or say why with --late"),
        about="sent",
        due=due,
        days=days,
        sent=sent,
        late=(sent - due).days,
    )


def _refuse_papers(registry: Registry, record: Record[Meeting]) -> None:
    """Raise Forbidden where a paper has neither its file nor a reason why it is missing."""
    folder = record.file.path.removesuffix(".yaml")
    lacking = [
        paper.id
        for paper in record.entity.attachments
        if not paper.missing and not (paper.file and f"{folder}/{paper.file}" in registry.attachments)
    ]
    if lacking:
        raise Forbidden(
            N_("papers have no file: {papers}"),
            hint=N_("put the files in `{folder}/` and name them, or write `missing:` with why"),
            papers=", ".join(f"`{id}`" for id in lacking),
            folder=folder,
        )


def cancel(registry: Registry, record: Record[Meeting], reason: str, on: dt.date, today: dt.date) -> Step:
    """Cancel a meeting that was not held. Raises Forbidden."""
    meeting = record.entity
    if is_held(meeting) or meeting.status == "cancelled":
        raise not_now(record, N_("only a meeting that is still to come is cancelled"))
    if on > today:
        raise Forbidden(N_("{on} is still to come: today is {today}"), about="cancelled_on", on=on, today=today)
    text = put(put(record.file.text, ("status",), "cancelled"), ("reason",), reason)
    text = put(text, ("cancelled_on",), str(on))
    notices = _of_notice(meeting)
    if meeting.items:
        notices.append(Notice(N_("what stood on its agenda comes back at the next meeting"), {}))
    return step(registry, record, text, f"inställt ({reason})", notices)
