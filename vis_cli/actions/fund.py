"""Steps with funds: a new one, its portions, its decision, the lines of its account, what is reported. (R-FUN-1)"""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from vis_cli.actions.filed import refuse_id
from vis_cli.actions.step import Forbidden, Step, detail, order, plain, put_in, with_item, with_key
from vis_cli.diagnostics.notice import Notice
from vis_cli.documents import amounts
from vis_cli.errors import N_, Failure
from vis_cli.facts.fund_decision import at, decided
from vis_cli.facts.kronor import stated
from vis_cli.model.citing import AtItem
from vis_cli.model.fund import Entry, EntryType, Fund, Portion, ReportingDuty
from vis_cli.registry import Record, Registry
from vis_cli.registry.layout import path_of
from vis_cli.source.edit import add_key, append_item, remove
from vis_cli.source.emit import emit

_LINES: dict[EntryType, tuple[str, str]] = {
    "received": ("mottaget", "mottaget"),
    "decided": ("beslutat", "beslutat"),
    "used": ("anvant", "använt"),
    "reported": ("redovisat", "redovisat"),
    "returned": ("aterbetalt", "återbetalt"),
}
"""What a line of the account is called in its id, and in the history."""


def new(registry: Registry, fund: dict[str, Any]) -> Step:
    """A new fund, as its file says it. Raises Failure."""
    id = str(fund["id"])
    refuse_id(registry, Fund, id)
    text = emit({key: value for key, value in fund.items() if value})
    return Step({path_of(Fund.kind, id): text}, f"Medel {id}: nytt")


def add_portion(registry: Registry, record: Record[Fund], portion: Portion) -> Step:
    """One more portion. Raises Forbidden where the allocation is decided, or has it already."""
    _refuse_decided(registry, record)
    _refuse_taken(record, portion.id, [item.id for item in record.entity.portions])
    return Step({record.file.path: with_item(record, (), "portions", portion)}, f"Medel {record.id}: post {portion.id}")


def add_duty(record: Record[Fund], duty: ReportingDuty) -> Step:
    """One more thing to report. Raises Forbidden where there is one of its id."""
    _refuse_taken(record, duty.id, [item.id for item in record.entity.duties])
    return Step(
        {record.file.path: with_item(record, (), "duties", duty)},
        f"Medel {record.id}: ska återredovisas{detail(duty.due)}",
    )


def allocate(registry: Registry, record: Record[Fund], tried: Fund) -> Step:
    """Write an allocation that was tried: as a proposal. Raises Forbidden where the one that is there is decided."""
    _refuse_decided(registry, record)
    own, text = record.entity, record.file.text
    if tried.total and tried.total != own.total:
        text = put_in(text, Fund, ("total",), plain(tried.total))
    for i, portion in enumerate(tried.portions):
        if i >= len(own.portions):
            text = _appended(text, portion)
            continue
        before, after = plain(own.portions[i]), plain(portion)
        for key in {**before, **after}:
            if key not in after:
                text = remove(text, ("portions", i, key))
            elif before.get(key) != after[key]:
                text = put_in(text, Fund, ("portions", i, key), after[key])
    if text == record.file.text:
        raise Forbidden(N_("that is the allocation that is there already"), about="portions")
    return Step({record.file.path: text}, f"Medel {record.id}: förslag till fördelning")


def decide(registry: Registry, record: Record[Fund], cited: AtItem) -> Step:
    """The item that decided the allocation. Raises Forbidden where it is decided, or nothing was decided there."""
    _refuse_decided(registry, record)
    there = at(registry, cited, record.id)
    meeting = there.meeting
    if meeting is None:
        raise Failure(N_("which meeting it was is not clear"), hint=N_("name it with --meeting"))
    if there.state != "decided":
        raise Forbidden(
            N_("`{meeting}` has not decided it there"),
            hint=N_("name the item with --item; `vis meeting show {meeting}` lists them with their decisions"),
            about="decided",
            meeting=meeting.id,
        )
    part = plain(AtItem(meeting=meeting.id, item=cited.item or (there.item.id if there.item else None)))
    if record.entity.decided:  # an item that was still to come
        text = put_in(record.file.text, Fund, ("decided",), part)
    else:
        text = with_key(record, "decided", AtItem.model_validate(part))
    notices = []
    group = record.entity.group
    if group and meeting.entity.group != group:
        message = N_("it was decided by `{by}`, and `{group}` is said to decide on the fund")
        notices.append(Notice(message, {"by": meeting.entity.group, "group": group}))
    return Step(
        {record.file.path: text}, f"Medel {record.id}: fördelningen beslutad{detail(meeting.entity.date)}", (*notices,)
    )


def enter(record: Record[Fund], entry: Entry, today: dt.date) -> Step:
    """One more line of the account. Raises Failure for a day to come, Forbidden for what is not of the fund."""
    _refuse_future(entry.date, today)
    _refuse_unknown(record, entry)
    named = entry.model_copy(update={"id": _free(_LINES[entry.type][0], [item.id for item in record.entity.account])})
    return Step({record.file.path: with_item(record, (), "account", named)}, _said(record, entry))


def report(
    record: Record[Fund], duty: str, day: dt.date, text: str | None, entry: Entry | None, today: dt.date
) -> Step:
    """What the giver demands was reported; with an amount, a line of the account too. Raises Forbidden, Failure."""
    _refuse_future(day, today)
    found = next((i for i, item in enumerate(record.entity.duties) if item.id == duty), None)
    if found is None:
        raise _unknown(record, "duty", duty, [item.id for item in record.entity.duties])
    if done := record.entity.duties[found].done:
        raise Forbidden(
            N_("`{duty}` was reported {date} already"),
            hint=N_("`vis fund enter` adds a line to the account; a wrong day is corrected in {path}"),
            about="duties",
            duty=duty,
            date=done,
            path=record.file.path,
        )
    at = ("duties", found)
    changed = put_in(record.file.text, Fund, (*at, "done"), str(day))
    if text:
        changed = put_in(changed, Fund, (*at, "report"), text)
    if entry:
        _refuse_unknown(record, entry)
        id = _free(_LINES["reported"][0], [item.id for item in record.entity.account])
        changed = _listed(changed, "account", plain(entry.model_copy(update={"id": id, "duty": duty})))
    return Step({record.file.path: changed}, f"Medel {record.id}: återredovisat {duty}{detail(day)}")


def _said(record: Record[Fund], entry: Entry) -> str:
    return f"Medel {record.id}: {_LINES[entry.type][1]} {amounts.in_words(stated(entry.money))}{detail(entry.date)}"


def _free(stem: str, taken: Sequence[str]) -> str:
    """`anvant-3`: the first number that no line has."""
    number = 1
    while f"{stem}-{number}" in taken:
        number += 1
    return f"{stem}-{number}"


def _appended(text: str, portion: Portion) -> str:
    return _listed(text, "portions", plain(portion))


def _listed(text: str, key: str, item: dict[str, Any]) -> str:
    try:
        return add_key(text, (), key, [item], order=order(Fund, ()))
    except KeyError:
        return append_item(text, (key,), item)


def _refuse_decided(registry: Registry, record: Record[Fund]) -> None:
    found = decided(registry, record.entity)
    if found.is_decided and found.meeting:
        raise Forbidden(
            N_("the allocation was decided {date} and is not changed"),
            hint=N_("a new decision is a new allocation; what was written wrongly is corrected in {path}"),
            about="decided",
            date=found.meeting.entity.date,
            path=record.file.path,
        )


def _refuse_taken(record: Record[Fund], id: str, ids: Sequence[str]) -> None:
    if id in ids:
        raise Forbidden(
            N_("`{fund}` has `{id}` already"), hint=N_("give another one with --id"), about="id", fund=record.id, id=id
        )


def _refuse_unknown(record: Record[Fund], entry: Entry) -> None:
    own = record.entity
    for what, id, ids in (
        ("portion", entry.portion, [item.id for item in own.portions]),
        ("purpose", entry.purpose, [item.id for item in own.purposes]),
        ("duty", entry.duty, [item.id for item in own.duties]),
    ):
        if id and id not in ids:
            raise _unknown(record, what, id, ids)


_WHAT = {
    "portion": N_("`{fund}` has no portion `{id}`"),
    "purpose": N_("`{fund}` may not be used for `{id}`"),
    "duty": N_("`{fund}` demands no report `{id}`"),
}


def _unknown(record: Record[Fund], what: str, id: str, ids: Sequence[str]) -> Forbidden:
    hint = N_("it has {known}") if ids else N_("it has none yet")
    known = ", ".join(f"`{item}`" for item in ids)
    return Forbidden(_WHAT[what], hint=hint, about=what, fund=record.id, id=id, known=known)


def _refuse_future(day: dt.date, today: dt.date) -> None:
    if day > today:
        raise Forbidden(N_("{date} has not come yet"), about="date", date=day)
