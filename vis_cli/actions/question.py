"""Development questions (*utvecklingsfrågor*): raised, moved from level to level, closed. (R-ESC-1, 000:353-364)"""

import datetime as dt
from typing import Any

from vis_cli.actions.agreement.wish import suggested_id
from vis_cli.actions.filed import refuse_id
from vis_cli.actions.step import Forbidden, Step, detail, plain, with_item, with_key
from vis_cli.diagnostics.notice import Notice
from vis_cli.errors import N_, Failure, Word
from vis_cli.facts.questions import OF_THE_REGISTER, came, level_of, skipped
from vis_cli.model.group import Group
from vis_cli.model.meeting import Meeting
from vis_cli.model.question import DevelopmentQuestion, Outcome
from vis_cli.model.question import Step as Move
from vis_cli.model.values import When
from vis_cli.registry import Record, Registry
from vis_cli.registry.layout import path_of
from vis_cli.source.emit import emit

_LEVELS = {
    "local": "lokal nivå",
    "subregional": "delregional nivå",
    "regional": "regional nivå",
    "steering": "tjänstestyrgruppen",
    "political": "politiska styrgruppen",
    "national": "nationell nivå",
}
_RESULTS = {
    "answered": "besvarad",
    "agreement": "blev en överenskommelse",
    "activity": "blev en aktivitet",
    "dropped": "avskriven",
}


def raise_(registry: Registry, id: str, question: dict[str, Any], first: Move, today: dt.date) -> Step:
    """A new question at its first level; `question` has what its file says beside that. Raises Failure."""
    id = id or suggested_id(str(question["title"]))
    refuse_id(registry, DevelopmentQuestion, id)
    _refuse_body(registry, first)
    _refuse_meeting(registry, first)
    _refuse_future(came(registry, first), today)
    data = {"id": id, **question, "steps": [plain(first)]}
    text = emit({key: value for key, value in data.items() if value})
    message = f"Utvecklingsfrågan {id}: väckt på {_LEVELS[first.level]}{detail(came(registry, first))}"
    return Step({path_of(DevelopmentQuestion.kind, id): text}, message, _about_level(registry, first))


def move(registry: Registry, record: Record[DevelopmentQuestion], to: Move, today: dt.date) -> Step:
    """Move it to a level. Raises Forbidden where it is closed, there already, or the day cannot be."""
    _refuse_closed(record)
    last = record.entity.steps[-1]
    if (last.level, last.body) == (to.level, to.body):
        raise Forbidden(
            N_("the question is at the level {level} already"), about="level", level=Word(to.level), id=record.id
        )
    if to.body is None and to.level in OF_THE_REGISTER:
        raise Failure(
            N_("which body has the question at the level {level} is not clear"),
            hint=N_("name it with --body"),
            level=Word(to.level),
        )
    _refuse_body(registry, to)
    _refuse_meeting(registry, to)
    _refuse_day(registry, record, to, today)
    passed = skipped(last.level, to.level)
    notices = [Notice(N_("it passes by the level {level}"), {"level": Word(level)}) for level in passed]
    return Step(
        {record.file.path: with_item(record, (), "steps", to)},
        f"Utvecklingsfrågan {record.id}: till {_LEVELS[to.level]}{detail(came(registry, to))}",
        (*notices, *_about_level(registry, to)),
    )


def close(registry: Registry, record: Record[DevelopmentQuestion], outcome: Outcome, today: dt.date) -> Step:
    """Close it. Raises Forbidden where it is closed, or the day cannot be."""
    _refuse_closed(record)
    _refuse_meeting(registry, outcome)
    _refuse_day(registry, record, outcome, today)
    return Step(
        {record.file.path: with_key(record, "outcome", outcome)},
        f"Utvecklingsfrågan {record.id}: {_RESULTS[outcome.result]}{detail(came(registry, outcome))}",
    )


def item_about(registry: Registry, record: Record[DevelopmentQuestion], meeting: Record[Meeting]) -> str | None:
    """The item of a meeting that is about the question, where just one is."""
    items = meeting.entity.items
    found = [item.id for item in items if record.id in item.about or (item.origin and item.origin.of == record.id)]
    return found[0] if len(found) == 1 else None


def _refuse_closed(record: Record[DevelopmentQuestion]) -> None:
    if outcome := record.entity.outcome:
        raise Forbidden(
            N_("the question `{id}` is closed: {result}"),
            hint=N_("what comes up again is a new question; a wrong closing is corrected in {path}"),
            id=record.id,
            result=Word(outcome.result),
            path=record.file.path,
        )


def _refuse_body(registry: Registry, to: Move) -> None:
    group = registry.get(Group, to.body)
    if group and group.entity.status == "discontinued":
        raise Forbidden(N_("`{group}` is discontinued"), hint=N_("name another body"), about="body", group=group.id)


def _refuse_meeting(registry: Registry, entry: Move | Outcome) -> None:
    record = registry.get(Meeting, entry.meeting)
    if record is None:
        return
    if record.entity.status == "cancelled":
        raise Forbidden(N_("the meeting of {date} was cancelled"), about="meeting", date=record.entity.date)
    items = [item.id for item in record.entity.items]
    if isinstance(entry, Move) and entry.item and entry.item not in items:
        raise Forbidden(
            N_("`{meeting}` has no item `{item}`"),
            hint=N_("it has {items}") if items else "",
            about="item",
            meeting=record.id,
            item=entry.item,
            items=", ".join(f"`{item}`" for item in items),
        )


def _refuse_day(registry: Registry, record: Record[DevelopmentQuestion], entry: Move | Outcome, today: dt.date) -> None:
    day, before = came(registry, entry), came(registry, record.entity.steps[-1])
    _refuse_future(day, today)
    if day and before and day.latest < before.earliest:
        raise Forbidden(
            N_("the question came where it is {before}, and this is {date}"), about="date", before=before, date=day
        )


def _refuse_future(day: When | None, today: dt.date) -> None:
    if day and day.earliest > today:
        raise Forbidden(N_("{date} has not come yet"), about="date", date=day)


def _about_level(registry: Registry, to: Move) -> tuple[Notice, ...]:
    """What to know where the body is at another level than the one that is named."""
    group = registry.get(Group, to.body)
    if group is None or (at := level_of(registry, group)) == to.level:
        return ()
    message = N_("`{group}` is at the level {at}, and the question is said to be at the level {level}")
    return (Notice(message, {"group": group.id, "at": Word(at), "level": Word(to.level)}),)
