"""After the meeting: the minutes are drafted, sent out, and approved at a later meeting. (003:15-16)"""

import datetime as dt

from vis_cli.actions.meeting.texts import demand_held, head, next_id, not_now, put, step, used_ids
from vis_cli.actions.step import Forbidden, Step, order, plain, with_item_in
from vis_cli.diagnostics.notice import Notice
from vis_cli.documents.swedish import short_date
from vis_cli.errors import N_
from vis_cli.facts.deadlines import minutes_due
from vis_cli.facts.meetings import is_held, timelines
from vis_cli.model.item import Decision, Item
from vis_cli.model.meeting import Approval, Meeting
from vis_cli.registry import Record, Registry
from vis_cli.source.edit import add_key

_SILENT = ("opening", "other-business", "next-meeting", "forwarding")


def draft(registry: Registry, record: Record[Meeting]) -> Step:
    """The minutes are written, and can be read by others. Raises Forbidden."""
    meeting = record.entity
    demand_held(record)
    if meeting.status != "held":
        raise not_now(record, N_("the minutes are drafted already"))
    notices = []
    silent = [item.heading for item in meeting.items if item.type not in _SILENT and not _said(item)]
    if silent:
        message = N_("nothing is recorded under: {items}")
        notices.append(Notice(message, {"items": ", ".join(silent)}))
    text = put(record.file.text, ("status",), "drafted")
    return step(registry, record, text, "utkast till minnesanteckningar", notices)


def send(registry: Registry, record: Record[Meeting], date: dt.date, today: dt.date) -> Step:
    """The minutes were sent out. Raises Forbidden."""
    meeting = record.entity
    demand_held(record)
    if meeting.status not in ("held", "drafted"):
        raise not_now(record, N_("the minutes have been sent out already"))
    if not meeting.date <= date <= today:
        raise Forbidden(
            N_("the minutes cannot have been sent on {date}: the meeting was on {held}, and today is {today}"),
            hint=N_("correct the day"),
            date=date,
            held=meeting.date,
            today=today,
        )
    notices = []
    due = minutes_due(registry, meeting)
    if due and date > due:
        message = N_("the minutes are {late} days late: they were due {due}, {days} days after the meeting")
        values = {"late": (date - due).days, "due": due, "days": (due - meeting.date).days}
        notices.append(Notice(message, values))
    text = put(record.file.text, ("status",), "sent")
    text = put(text, ("minutes_sent",), str(date))
    return step(registry, record, text, f"minnesanteckningarna är utskickade {date}", notices)


def approve(registry: Registry, record: Record[Meeting], at: Record[Meeting] | None) -> Step:
    """The minutes were approved at a later meeting, which says so too. Raises Forbidden."""
    meeting = record.entity
    demand_held(record)
    if meeting.status == "approved":
        raise not_now(record, N_("the minutes are approved already"))
    other = at or approving(registry, record)
    index = _item(registry, record, other)
    notices = []
    if meeting.status != "sent":
        notices.append(Notice(N_("it is not recorded that the minutes were sent out"), {}))
    text = put(record.file.text, ("status",), "approved")
    text = add_key(text, (), "approval", plain(Approval(meeting=other.id)), order=order(Meeting, ()))
    changes = {record.file.path: text}
    item, theirs = other.entity.items[index], other.file.text
    if item.previous is None:
        theirs = put(theirs, ("items", index, "previous"), record.id)
    if all(decision.type != "approves" for decision in item.decisions):
        theirs = with_item_in(theirs, Meeting, ("items", index), "decisions", _decision(record, other))
    if theirs != other.file.text:
        changes[other.file.path] = theirs
    message = f"{head(registry, record.entity)}: minnesanteckningarna är fastställda {other.entity.date}"
    return Step(changes, message, tuple(notices))


def approving(registry: Registry, record: Record[Meeting]) -> Record[Meeting]:
    """The next meeting of the body that was held and took up the minutes. Raises Forbidden where there is none."""
    later = [one for one in timelines(registry).get(record.entity.group, ()) if one.entity.date > record.entity.date]
    for other in later:
        if is_held(other.entity) and any(item.previous == record.id for item in other.entity.items):
            return other
    coming = next((one for one in later if not is_held(one.entity)), None)
    raise Forbidden(
        N_("no meeting that was held since took up these minutes"),
        hint=N_("the next one is on {date}; --at names another one")
        if coming
        else N_("--at names the meeting that approved them"),
        about="at",
        date=coming.entity.date if coming else "",
    )


def _item(registry: Registry, record: Record[Meeting], other: Record[Meeting]) -> int:
    """The index of the item of the other meeting that took up the minutes. Raises Forbidden."""
    meeting, theirs = record.entity, other.entity
    if theirs.group != meeting.group:
        raise Forbidden(
            N_("the minutes are those of `{group}`, and `{other}` is a meeting of `{others}`"),
            hint=N_("minutes are approved by the same body"),
            about="at",
            group=meeting.group,
            other=other.id,
            others=theirs.group,
        )
    if theirs.date <= meeting.date:
        raise Forbidden(
            N_("`{other}` was on {date}, not after the meeting on {held}"),
            hint=N_("minutes are approved at a later meeting"),
            about="at",
            other=other.id,
            date=theirs.date,
            held=meeting.date,
        )
    demand_held(other, N_("minutes are approved at a meeting that was held; `vis meeting hold {meeting}` records that"))
    if meeting.minutes_sent and meeting.minutes_sent > theirs.date:
        raise Forbidden(
            N_("the minutes were sent out on {sent}, after `{other}` on {date}"),
            hint=N_("correct the day, or name the meeting that approved them"),
            about="at",
            sent=meeting.minutes_sent,
            other=other.id,
            date=theirs.date,
        )
    found = [i for i, item in enumerate(theirs.items) if item.type == "previous-minutes"]
    fitting = [i for i in found if theirs.items[i].previous == record.id]
    fitting += [i for i in found if theirs.items[i].previous is None]
    if not fitting:
        taken_up = ", ".join(f"`{theirs.items[i].previous}`" for i in found)
        raise Forbidden(
            N_("`{other}` took up the minutes of {taken_up}") if found else N_("`{other}` took up no minutes"),
            hint=N_("add an item of the type `previous-minutes` with `previous: {meeting}` to it, if it did"),
            about="at",
            other=other.id,
            taken_up=taken_up,
            meeting=record.id,
        )
    return fitting[0]


def _decision(record: Record[Meeting], other: Record[Meeting]) -> Decision:
    day = short_date(record.entity.date).replace("\N{NO-BREAK SPACE}", " ")
    return Decision(
        id=next_id(used_ids(other.entity), "beslut"),
        type="approves",
        text=f"minnesanteckningarna från mötet den {day} och lägger dem till handlingarna",
    )


def _said(item: Item) -> bool:
    return bool(item.text or item.decisions or item.contributions or item.assignments or item.questions or item.closing)
