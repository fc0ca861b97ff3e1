"""The status of a group: established once its three conditions are met, discontinued once others have taken over."""

import datetime as dt
from dataclasses import dataclass

from vis_cli.actions.group.citing import cited, there
from vis_cli.actions.step import Forbidden, Step, detail, order, plain, put_in, with_item_in
from vis_cli.diagnostics.notice import Notice
from vis_cli.errors import N_, Word, Words
from vis_cli.facts.establishment import has_chair, has_process_leader, missing_conditions, missing_sides
from vis_cli.facts.matters import open_assignments
from vis_cli.facts.meetings import is_held, timelines
from vis_cli.facts.seats import as_on
from vis_cli.facts.terms import certain, possible
from vis_cli.facts.transition import Resting, lacking
from vis_cli.model.agreement import Agreement
from vis_cli.model.forum import Forum
from vis_cli.model.group import Decided, Group, GroupStatus, Introduction, Reached
from vis_cli.model.meeting import Meeting
from vis_cli.model.values import When
from vis_cli.registry import Record, Registry
from vis_cli.source.edit import add_key, remove

ENDS_BY_ITSELF = ("working", "project")
"""What ends when its time is up, without a decision of its own. (000:301-302)"""


@dataclass(frozen=True, slots=True)
class Lack:
    """Something that stands in the way, and what to do about it."""

    message: str
    help: str
    values: dict[str, object]


def lacks_to_establish(group: Record[Group], on: dt.date) -> tuple[Lack, ...]:
    """Which of the three conditions it does not meet on a day, and what to do about each. (000:598-601)"""
    if group.entity.type != "consultation":
        return ()
    own = as_on(group.entity, on)
    missing = missing_conditions(own)
    values: dict[str, object] = {"group": group.id, "path": group.file.path}
    found = []
    if "mandate" in missing:
        message, help = N_("`{group}` has no mandate"), N_("write its `mandate`, with the four purposes, in {path}")
        found.append(Lack(message, help, values))
    if "representation" in missing:
        message = N_("`{group}` has no seat for: {sides}")
        help = N_("`vis group join {group} --side …` adds a seat")
        found.append(Lack(message, help, values | {"sides": Words(missing_sides(own))}))
    if not has_chair(own):
        message, help = N_("`{group}` has no chair"), N_("`vis group chair {group}` says who chairs it, or how")
        found.append(Lack(message, help, values))
    if not has_process_leader(own):
        message = N_("`{group}` has nobody who leads its process")
        help = N_("`vis group join {group} --role process-leader …` says who does")
        found.append(Lack(message, help, values))
    return tuple(found)


def establish(
    registry: Registry,
    group: Record[Group],
    reached: Decided,
    on: dt.date,
    introduction: Introduction | None = None,
) -> Step:
    """It is established; a group that is no consultation group is then at work. Raises Forbidden where it cannot be.

    The conditions are judged by `lacks_to_establish` before.
    """
    to: GroupStatus = "established" if group.entity.type == "consultation" else "active"
    _refuse_status(group, to)
    if group.entity.type == "forum":
        raise Forbidden(
            N_("`{group}` is a forum from before the main agreement, and is not established"),
            hint=N_("a consultation group takes over from it: `vis group new`"),
            group=group.id,
        )
    notices = list(_about(registry, reached))
    text = _reached(group, to, reached)
    if introduction:
        text = put_in(text, Group, ("introduction",), plain(introduction))
    elif group.entity.introduction is None and to == "established":
        notices.append(Notice(N_("no introduction for the group is recorded; --introduction says what it was"), {}))
    if reached.decision is None and reached.at is None:
        notices.append(Notice(N_("no decision is named; --meeting and --item name it"), {}))
    message = f"{group.name} etableras{detail(reached.on, reached.decision, cited(registry, reached.at))}"
    return Step({group.file.path: text}, message, tuple(notices))


def lacks_to_discontinue(registry: Registry, group: Record[Group], reached: Decided, on: dt.date) -> tuple[Lack, ...]:
    """What stands in the way of its end on a day: no decision, what nobody established takes over, meetings to come.

    (000:544-547)
    """
    found = []
    values: dict[str, object] = {"group": group.id, "path": group.file.path}
    if not reached.decision and not reached.at and group.entity.type not in ENDS_BY_ITSELF:
        message = N_("`{group}` goes on until a decision says otherwise, and none is named")
        found.append(Lack(message, N_("name it with --meeting and --item, or --decision"), values))
    if group.entity.type == "forum" and not group.entity.responsibilities:
        message = N_("it is not known what `{group}` answers for, so nobody can have taken it over")
        found.append(Lack(message, N_("list its `responsibilities` in {path}, each with its `takers`"), values))
    found += [_untaken(item, values) for item in lacking(registry, group, on)]
    for agreement in registry.all(Agreement):
        if any(own.group == group.id and certain(own).last > on for own in agreement.entity.owners):
            message = N_("`{group}` answers for `{agreement}`, and nothing says until when")
            help = N_("write `until:` for it in `owners` of {file}, and the group that takes over")
            found.append(Lack(message, help, values | {"agreement": agreement.id, "file": agreement.file.path}))
    for meeting in timelines(registry).get(group.id, ()):
        if meeting.entity.date > on and not is_held(meeting.entity):
            message = N_("`{group}` has a meeting after that, on {date}")
            help = N_("`vis meeting cancel {meeting}` cancels it")
            found.append(Lack(message, help, values | {"date": meeting.entity.date, "meeting": meeting.id}))
    return tuple(found)


def _untaken(item: Resting, values: dict[str, object]) -> Lack:
    own = values | {"responsibility": item.responsibility.id, "text": item.responsibility.text}
    if item.state == "unassigned":
        message = N_("nobody takes over `{responsibility}` from `{group}`: {text}")
        return Lack(message, N_("name who does in its `takers` in {path}"), own)
    own["takers"] = ", ".join(f"`{record.id}`" for record in item.takers)
    own["first"] = item.takers[0].id
    message = N_("`{responsibility}` of `{group}` waits for {takers}, not established: {text}")
    return Lack(message, N_("`vis group establish {first}` once its conditions are met"), own)


def discontinue(registry: Registry, group: Record[Group], reached: Decided, until: When) -> Step:
    """It ends. Raises Forbidden where it has. What is in the way is judged by `lacks_to_discontinue` before."""
    _refuse_status(group, "discontinued")
    text = _reached(group, "discontinued", reached)
    if group.entity.until != until:
        text = put_in(text, Group, ("until",), str(until))
    notices = (*_about(registry, reached), *_left_behind(registry, group, until))
    message = f"{group.name} avvecklas{detail(reached.on, reached.decision, cited(registry, reached.at))}"
    return Step({group.file.path: text}, message, notices)


def _left_behind(registry: Registry, group: Record[Group], until: When) -> list[Notice]:
    """What somebody else must now see to: each with its number and the first of it."""
    tasks = [item.address for item in open_assignments(registry, group.id)]
    forums = [item.id for item in registry.all(Forum) if item.entity.group == group.id]
    agreements = [
        item.id
        for item in registry.all(Agreement)
        if any(own.group == group.id and possible(own).last > until.latest for own in item.entity.owners)
    ]
    return [
        Notice(template, {"count": len(ids), "ids": ", ".join(f"`{id}`" for id in ids)})
        for template, ids in (
            (N_("assignments that come back to it ({count}): {ids}"), tasks),
            (N_("local forums that are linked to it ({count}): {ids}"), forums),
            (N_("agreements that it answers for ({count}): {ids}"), agreements),
        )
        if ids
    ]


def _refuse_status(group: Record[Group], to: GroupStatus) -> None:
    own = group.entity
    if own.status == to:
        raise Forbidden(N_("`{group}` is {status} already"), about="status", group=group.id, status=Word(to))
    if own.status == "discontinued":
        raise Forbidden(
            N_("`{group}` is discontinued"),
            hint=N_("a new group can continue its work: `vis group new --predecessor {group}`"),
            about="status",
            group=group.id,
        )


def _about(registry: Registry, reached: Decided) -> tuple[Notice, ...]:
    record = registry.get(Meeting, reached.at.meeting) if reached.at else None
    return there(record, reached.at) if record and reached.at else ()


def _reached(group: Record[Group], to: GroupStatus, reached: Decided) -> str:
    """The text with the new status; the one it had goes to `earlier`, with when and by what it was reached."""
    own, text = group.entity, group.file.text
    before = own.reached
    if before and before.on and reached.on and reached.on.latest < before.on.earliest:
        raise Forbidden(
            N_("`{group}` was {status} {before}, and this is {date}"),
            about="on",
            group=group.id,
            status=Word(own.status),
            before=before.on,
            date=reached.on,
        )
    was = Reached.model_construct(status=own.status, **({**before.__dict__} if before else {}))
    text = put_in(text, Group, ("status",), to)
    if before is None:
        text = add_key(text, (), "reached", plain(reached), order=order(Group, ()))
    else:  # key by key, so that what is noted beside it in comments stays
        for key in set(plain(before)) - set(plain(reached)):
            text = remove(text, ("reached", key))
        for key, value in plain(reached).items():
            text = put_in(text, Group, ("reached", key), value)
    return with_item_in(text, Group, (), "earlier", was)
