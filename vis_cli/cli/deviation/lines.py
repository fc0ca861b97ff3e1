"""Deviations in lines, and as data: what, where, whom it has been told, what is done about it."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from vis_cli.cli.dates import in_words, spoken
from vis_cli.cli.language import _
from vis_cli.cli.lines import called, heading, item, wrapped
from vis_cli.cli.table import table
from vis_cli.diagnostics.wording import fill
from vis_cli.errors import N_
from vis_cli.facts.deviations import WORDS

if TYPE_CHECKING:
    from vis_cli.facts.deviations import Row
    from vis_cli.model.deviation import Deviation, Measure
    from vis_cli.registry import Record, Registry

_IN = "   "


def none(registry: "Registry") -> str:
    """Why none is found, as a template: the register holding none does not mean that none has happened."""
    if registry.of_kind("deviation"):
        return N_("no deviation is like that")
    return N_("no deviation is in the register; whether any has happened it does not know")


def every(registry: "Registry", found: "Sequence[Record[Deviation]]", on: dt.date) -> Iterator[str]:
    """Each deviation with where it is in its handling."""
    for number, record in enumerate(found):
        if number:
            yield ""
        own = record.entity
        yield heading(record.id)
        yield from wrapped(own.title, _IN)
        cases = fill(N_("{count} cases"), {"count": own.count}, _) if own.count > 1 else ""
        area = name(registry, own.area, "area") if own.area else ""
        words = (in_words(own.date), _(WORDS[own.type]), cases, name(registry, own.agreement, "agreement"), area)
        yield from wrapped(" · ".join(filter(None, words)), _IN)
        yield from wrapped(state(registry, record, on), _IN)


def state(registry: "Registry", record: "Record[Deviation]", on: dt.date) -> str:
    """`open; reported to Provgruppen 2031-03-01; measures: 1 of 2 done; next to tell: Styrgruppen`."""
    from vis_cli.facts.deviations import rest_of_route

    own = record.entity
    words = [fill(N_("closed {date}"), {"date": own.closed}, _) if own.closed else _(N_("open"))]
    if own.route:
        last = own.route[-1]
        words += [fill(N_("told {who} {date}"), {"who": name(registry, last.to), "date": last.date}, _)]
        words += [_(N_("no answer yet"))] if last.answer is None and not own.closed else []
    elif not own.closed:
        words += [_(N_("told to nobody"))]
    if own.measures:
        done = sum(1 for one in own.measures if one.done)
        words += [fill(N_("measures done: {done} of {total}"), {"done": done, "total": len(own.measures)}, _)]
    late = [one for one in own.measures if is_late(one, on)]
    words += [fill(N_("late: {count}"), {"count": len(late)}, _)] if late else []
    if rest := rest_of_route(registry, record, on):
        words += [fill(N_("next to tell: {who}"), {"who": name(registry, rest[0].to)}, _)]
    return "; ".join(words)


def is_late(measure: "Measure", on: dt.date) -> bool:
    """Whether a measure should have been done by a day."""
    return bool(measure.due and measure.due < on and (measure.done is None or measure.done > on))


def page(registry: "Registry", record: "Record[Deviation]", on: dt.date) -> Iterator[str]:
    """One deviation in full."""
    own = record.entity
    yield heading(own.title)
    yield from wrapped(f"{record.id} · {state(registry, record, on)}", _IN)
    yield ""
    for label, text in _facts(registry, own):
        yield from wrapped(text, _IN, first=f"{_(label)}: ")
    if own.text:
        yield from ("", *wrapped(own.text))
    yield from _route(registry, record, on)
    if own.measures:
        yield from ("", heading(_(N_("Measures"))))
        for number, measure in enumerate(own.measures, 1):
            yield from wrapped(_measure(registry, measure, on), f"{_IN}   ", first=f"{_IN}{number}. ")


def _facts(registry: "Registry", own: "Deviation") -> Iterator[tuple[str, str]]:
    told = (
        (N_("type"), _(WORDS[own.type])),
        (N_("when"), spoken(own.date)),
        (N_("agreement"), name(registry, own.agreement, "agreement")),
        (N_("area"), name(registry, own.area, "area") if own.area else ""),
        (N_("forum"), name(registry, own.forum, "forum") if own.forum else ""),
        (N_("cases"), str(own.count) if own.count > 1 else ""),
        (N_("reported by"), name(registry, own.reported_by) if own.reported_by else ""),
        (N_("led to the question"), name(registry, own.question, "question") if own.question else ""),
    )
    return ((label, text) for label, text in told if text)


def _route(registry: "Registry", record: "Record[Deviation]", on: dt.date) -> Iterator[str]:
    from vis_cli.facts.deviations import rest_of_route, statement
    from vis_cli.model.agreement import Agreement

    own = record.entity
    rest = rest_of_route(registry, record, on)
    if own.route or rest:
        yield from ("", heading(_(N_("Its way"))))
    for each in own.route:
        notes = (each.answer,) if each.answer else ()
        yield from item(f"{each.date} {name(registry, each.to)}", notes)
    for stage in rest:
        values = {"who": name(registry, stage.to), "why": _(stage.why)}
        yield from item(fill(N_("to be told: {who}, which {why}"), values, _))
    agreement = registry.get(Agreement, own.agreement)
    said = statement(registry, agreement) if agreement else None
    if said and not own.closed:
        yield from wrapped(fill(N_("The agreement says: {text}"), {"text": " ".join(said.split())}, _), _IN)


def _measure(registry: "Registry", measure: "Measure", on: dt.date) -> str:
    words = [measure.text]
    words += [name(registry, measure.by)] if measure.by else []
    if measure.done:
        words += [fill(N_("done {date}"), {"date": measure.done}, _)]
    elif measure.due:
        template = N_("late, was due {date}") if is_late(measure, on) else N_("due {date}")
        words += [fill(template, {"date": measure.due}, _)]
    return "; ".join(words)


def summary(registry: "Registry", rows: "Sequence[Row]") -> Iterator[str]:
    """The cases by agreement, area, type and year, and what the marks mean."""
    from vis_cli.facts.deviations import years_of

    years = years_of(rows)
    heads = [_(N_("agreement")), _(N_("area")), _(N_("type")), *(str(year or "?") for year in years), _(N_("total"))]
    cells = []
    for row in rows:
        area = name(registry, row.area, "area") + ("*" if row.before else "") if row.area else _(N_("not said"))
        numbers = [str(row.years.get(year, "")) for year in years]
        cells.append([name(registry, row.agreement, "agreement"), area, _(WORDS[row.type]), *numbers, str(row.total)])
    sums = [str(sum(row.years.get(year, 0) for row in rows)) for year in years]
    cells.append([_(N_("total")), "", "", *sums, str(sum(row.total for row in rows))])
    yield table(heads, cells, wrap=True)
    for place, before in sorted({(row.area or "", row.before) for row in rows if row.before}):
        names = ", ".join(name(registry, id, "area") for id in before)
        values = {"area": name(registry, place, "area"), "before": names}
        yield fill(N_("* {area}: also what was reported for {before}"), values, _)
    if None in years:
        yield _(N_("? the year is not known"))


def name(registry: "Registry", id: str, *kinds: str) -> str:
    """What people call it."""
    record = registry.find(id, kinds or ("group", "organisation", "person"))
    return called(record) if record else id


def as_data(registry: "Registry", record: "Record[Deviation]", on: dt.date) -> dict[str, Any]:
    """The deviation, and where it is, for programs."""
    from vis_cli.facts.deviations import rest_of_route
    from vis_cli.facts.plain import plain

    own = record.entity
    return plain(record) | {
        "computed": {
            "open": own.closed is None,
            "late_measures": [number for number, one in enumerate(own.measures, 1) if is_late(one, on)],
            "to_tell": [{"to": stage.to, "why": stage.why} for stage in rest_of_route(registry, record, on)],
        }
    }
