"""How a meeting's file is changed: values set where they stand, new keys in their order, ids made for what is new."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from vis_cli.actions.step import Forbidden, Step, put_in
from vis_cli.diagnostics.notice import Notice
from vis_cli.errors import N_, Word
from vis_cli.facts.meetings import HELD
from vis_cli.facts.names import name_of
from vis_cli.model.meeting import Meeting
from vis_cli.model.values import FIRST_DAY, LAST_DAY
from vis_cli.places import Route
from vis_cli.registry import Record, Registry
from vis_cli.source.edit import remove


def put(text: str, route: Route, value: Any) -> str:
    """A value at a route, whether its key is there already or not; the map that holds it is there."""
    return put_in(text, Meeting, route, value)


def without(text: str, route: Route) -> str:
    """Without a key, if it is there."""
    try:
        return remove(text, route)
    except KeyError:
        return text


def next_id(used: set[str], stem: str) -> str:
    """`beslut-1`, or with the next number that is free; from then on it is used."""
    number = 1
    while f"{stem}-{number}" in used:
        number += 1
    used.add(f"{stem}-{number}")
    return f"{stem}-{number}"


def used_ids(meeting: Meeting) -> set[str]:
    """The ids that are taken in a meeting: of papers, items and what is in them, and what was dropped."""
    inner: Iterable[Any] = (
        part for item in meeting.items for part in (item, *item.contributions, *item.decisions, *item.assignments)
    )
    return {part.id for part in (*meeting.attachments, *inner)} | {one.id for one in meeting.dropped if one.id}


def head(registry: Registry, meeting: Meeting) -> str:
    """`VIS tjänstestyrgrupp 2026-05-18`: a meeting in the message of a commit."""
    return f"{name_of(registry, meeting.group, 'group')} {meeting.date}"


def step(registry: Registry, record: Record[Meeting], text: str, what: str, notices: Iterable[Notice] = ()) -> Step:
    """A step that changes a meeting's file; `what` follows upon `head` in its message."""
    return Step({record.file.path: text}, f"{head(registry, record.entity)}: {what}", tuple(notices))


def demand_held(record: Record[Meeting], hint: str = "") -> None:
    """Raise Forbidden where the meeting has not been held."""
    if record.entity.status not in HELD:
        if record.entity.status == "cancelled":
            raise not_now(record)
        raise not_now(record, hint or N_("`vis meeting hold {meeting}` records that it was, and who was there"))


def why_impossible(day: dt.date) -> Forbidden | None:
    """Why nobody can mean that day for a meeting; None where somebody can."""
    if FIRST_DAY <= day <= LAST_DAY:
        return None
    message = N_("{day} is not between {first} and {last}")
    hint = N_("correct the day")
    return Forbidden(message, hint=hint, about="date", day=day, first=FIRST_DAY.year, last=LAST_DAY.year)


def not_now(record: Record[Meeting], hint: str = "") -> Forbidden:
    """That the meeting's status does not allow the step."""
    return Forbidden(
        N_("the meeting has the status {status}"),
        hint=hint,
        about="meeting",
        status=Word(record.entity.status),
        meeting=record.id,
    )
