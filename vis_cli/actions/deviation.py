"""Deviations (*avvikelser*): reported, sent on, met with measures, closed; never with personal data. (R-UPP-3)"""

import datetime as dt
from dataclasses import replace
from typing import Any

from vis_cli.actions.filed import file_of, free_id
from vis_cli.actions.step import Forbidden, Step, detail, put_in, with_item
from vis_cli.diagnostics.notice import Notice
from vis_cli.errors import N_, Failure
from vis_cli.facts.deviations import route
from vis_cli.model.agreement import Agreement
from vis_cli.model.deviation import Deviation, Measure, Reporting
from vis_cli.model.values import When
from vis_cli.registry import Record, Registry


def report(registry: Registry, id: str, deviation: dict[str, Any], today: dt.date) -> Step:
    """A new deviation with what its file says. Raises Failure."""
    date = When.parse(str(deviation["date"]))
    if date.earliest > today:
        raise Forbidden(N_("{date} has not come yet"), about="date", date=date)
    new = free_id(registry, Deviation, id, str(deviation["agreement"]), str(deviation["title"]))
    agreement = registry.get(Agreement, deviation["agreement"])
    notices = []
    if agreement and not route(registry, agreement, deviation.get("area"), today):
        notices.append(Notice(N_("nobody is known to answer for the agreement, so it has no way to go"), {}))
    if agreement and agreement.entity.ended and agreement.entity.ended.last_day.latest < date.earliest:
        values = {"date": agreement.entity.ended.last_day}
        notices.append(Notice(N_("the agreement ended {date}, before this happened"), values))
    message = f"Avvikelsen {new}: rapporterad{detail(date)}"
    return Step(file_of(Deviation, {"id": new, **deviation}), message, tuple(notices))


def send(record: Record[Deviation], to: Reporting, today: dt.date) -> Step:
    """It was reported to somebody, or they answered. Raises Forbidden where the day cannot be."""
    _refuse_closed(record)
    _refuse_day(record, to.date, today)
    at = [number for number, item in enumerate(record.entity.route) if item.to == to.to]
    if at and to.answer is None:
        raise Forbidden(N_("it has been reported to `{to}` already"), about="to", to=to.to)
    if at:
        text = put_in(record.file.text, Deviation, ("route", at[-1], "answer"), to.answer)
        return Step({record.file.path: text}, f"Avvikelsen {record.id}: svar från {to.to}{detail(to.date)}")
    last = record.entity.route[-1].date if record.entity.route else None
    if last and to.date < last:
        raise Forbidden(N_("it was reported {last} before this"), about="date", last=last)
    text = with_item(record, (), "route", to)
    return Step({record.file.path: text}, f"Avvikelsen {record.id}: rapporterad till {to.to}{detail(to.date)}")


def measure(record: Record[Deviation], new: Measure, today: dt.date) -> Step:
    """Something is to be done about it. Raises Forbidden where it is closed or the day cannot be."""
    _refuse_closed(record)
    if new.done:
        _refuse_day(record, new.done, today)
    text = with_item(record, (), "measures", new)
    return Step({record.file.path: text}, f"Avvikelsen {record.id}: åtgärd{detail(new.due or new.done)}")


def done(record: Record[Deviation], number: int, on: dt.date, today: dt.date) -> Step:
    """A measure has been done. Raises Forbidden where there is none of that number, or it was done before."""
    measures = record.entity.measures
    if not 1 <= number <= len(measures):
        raise Failure(
            N_("`{id}` has no measure {number}"),
            hint=N_("`vis deviation show {id}` shows them") if measures else "",
            id=record.id,
            number=number,
        )
    if measures[number - 1].done:
        raise Forbidden(N_("the measure was done {date}"), about="done", date=measures[number - 1].done)
    _refuse_day(record, on, today)
    text = put_in(record.file.text, Deviation, ("measures", number - 1, "done"), str(on))
    return Step({record.file.path: text}, f"Avvikelsen {record.id}: åtgärd {number} gjord{detail(on)}")


def lead_to(step: Step, record: Record[Deviation], question: str) -> Step:
    """The same step, by which it also leads to a development question."""
    text = step.changes.get(record.file.path, record.file.text)
    changes = {**step.changes, record.file.path: put_in(text, Deviation, ("question",), question)}
    return replace(step, changes=changes)


def asked(record: Record[Deviation], question: str) -> Step:
    """It leads to a development question."""
    return lead_to(Step({}, f"Avvikelsen {record.id}: ledde till frågan {question}"), record, question)


def close(record: Record[Deviation], on: dt.date, today: dt.date) -> Step:
    """It is closed. Raises Forbidden where it is already, or the day cannot be."""
    _refuse_closed(record)
    _refuse_day(record, on, today)
    own = record.entity
    latest = max([*(item.date for item in own.route), *(item.done for item in own.measures if item.done)], default=on)
    if on < latest:
        raise Forbidden(N_("something was done about it {date}, after that"), about="closed", date=latest)
    notices = []
    if left := sum(1 for item in own.measures if item.done is None):
        notices.append(Notice(N_("measures that are not done: {count}"), {"count": left}))
    if not own.route:
        notices.append(Notice(N_("nobody is said to have been told of it"), {}))
    text = put_in(record.file.text, Deviation, ("closed",), str(on))
    return Step({record.file.path: text}, f"Avvikelsen {record.id}: avslutad{detail(on)}", tuple(notices))


def _refuse_closed(record: Record[Deviation]) -> None:
    if record.entity.closed:
        raise Forbidden(
            N_("`{id}` was closed {date}"),
            hint=N_("what happens again is reported as a new deviation"),
            about="closed",
            id=record.id,
            date=record.entity.closed,
        )


def _refuse_day(record: Record[Deviation], on: dt.date, today: dt.date) -> None:
    if on > today:
        raise Forbidden(N_("{date} has not come yet"), about="date", date=on)
    if on < record.entity.date.earliest:
        raise Forbidden(N_("it happened {date}, later than that"), about="date", date=record.entity.date)
