"""Local forums: entered, made sure of, ended."""

import datetime as dt
from typing import Any

from vis_cli.actions.filed import file_of, free_id
from vis_cli.actions.step import Forbidden, Step, detail, put_in, with_item_in
from vis_cli.diagnostics.notice import Notice
from vis_cli.errors import N_
from vis_cli.facts.forum_stale import meets, varies
from vis_cli.model.base import Remark
from vis_cli.model.forum import Forum
from vis_cli.model.values import When
from vis_cli.registry import Record, Registry


def enter(registry: Registry, id: str, forum: dict[str, Any]) -> Step:
    """A new forum with what its file says. Raises Failure."""
    new = free_id(registry, Forum, id, str(forum["name"]))
    if varies(str(forum.get("convening_function", ""))):
        raise Forbidden(
            N_("who convenes must be one answer, and `{words}` is none"),
            hint=N_("name the organisation or the function that shall do it, or leave it out until it is decided"),
            about="convening_function",
            words=forum["convening_function"],
        )
    same = [
        record
        for record in registry.all(Forum)
        if record.entity.type == forum["type"] and set(record.entity.areas) & set(forum.get("areas", ()))
    ]
    return Step(
        file_of(Forum, {"id": new, **forum}),
        f"Lokala forumet {new}: infört",
        tuple(
            Notice(N_("there is a forum of that type in the area already: `{id}`, {name}"), _named(record))
            for record in same
        ),
    )


def verify(record: Record[Forum], on: dt.date, changes: dict[str, Any]) -> Step:
    """Somebody has made sure that what the register says is right, and what of it was not. Raises Forbidden."""
    before = record.entity.verified
    if before and before.earliest > on:
        raise Forbidden(N_("somebody made sure of it later already, {date}"), about="verified", date=before)
    text = record.file.text
    for key, value in (*changes.items(), ("verified", str(on))):
        text = put_in(text, Forum, (key,), value)
    notices = []
    status = changes.get("status", record.entity.status)
    if status is None:
        notices.append(Notice(N_("its status is still not known; say it with --status"), {}))
    if meets(record.entity) and not (record.entity.convener or changes.get("convener")):
        notices.append(Notice(N_("no organisation convenes it; name one with --convener"), {}))
    return Step({record.file.path: text}, f"Lokala forumet {record.id}: uppgifterna stämda {on}", tuple(notices))


def end(record: Record[Forum], until: When, why: str) -> Step:
    """It is no more after a day; it stays in the register. Raises Forbidden where it has ended already."""
    own = record.entity
    if own.until or own.status == "discontinued":
        raise Forbidden(
            N_("`{id}` has ended already"),
            hint=N_("a wrong day is corrected in {path}"),
            about="until",
            id=record.id,
            path=record.file.path,
        )
    if own.since and until.latest < own.since.earliest:
        raise Forbidden(N_("it began {since}, and cannot end {until}"), about="until", since=own.since, until=until)
    text = put_in(record.file.text, Forum, ("until",), str(until))
    text = put_in(text, Forum, ("status",), "discontinued")
    if why:
        text = with_item_in(text, Forum, (), "remarks", Remark.model_construct(text=why))
    return Step({record.file.path: text}, f"Lokala forumet {record.id}: avslutat{detail(until)}")


def _named(record: Record[Forum]) -> dict[str, str]:
    return {"id": record.id, "name": record.name}
