"""Development questions in lines, and as data: where each is, since when, and what it waits for."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from vis_cli.cli.dates import in_words
from vis_cli.cli.language import _
from vis_cli.cli.lines import heading, wrapped
from vis_cli.diagnostics.wording import fill, visible
from vis_cli.errors import N_

if TYPE_CHECKING:
    from vis_cli.facts.questions import Where
    from vis_cli.model.question import Step
    from vis_cli.registry import Registry

_IN = "   "


def every(found: "Sequence[Where]") -> Iterator[str]:
    """Each question with its title and where it is."""
    for number, item in enumerate(found):
        if number:
            yield ""
        yield heading(item.question.id)
        yield from wrapped(item.question.entity.title, _IN)
        yield from wrapped(state(item), _IN)


def state(item: "Where") -> str:
    """`regional: Provgruppen, since 2031-02-20; next meeting 2031-05-20`."""
    if not item.open:
        return _closed(item)
    place = f"{_(item.step.level)}: {visible(item.body.entity.name)}" if item.body else _(item.step.level)
    if item.since:
        place = fill(N_("{place}, since {since}"), {"place": place, "since": in_words(item.since)}, _)
    return f"{place}; {_waits(item)}"


def _closed(item: "Where") -> str:
    from vis_cli.facts.questions import RESULTS

    outcome = item.question.entity.outcome
    result = _(RESULTS[outcome.result]) if outcome else ""
    if outcome and outcome.date:
        return fill(N_("closed {date}: {result}"), {"date": in_words(outcome.date), "result": result}, _)
    return fill(N_("closed: {result}"), {"result": result}, _)


def _waits(item: "Where") -> str:
    """What it waits for there, or why it waits nowhere."""
    from vis_cli.facts.meetings import is_held

    lost = {
        "no-body": N_("waits nowhere: no body has it"),
        "discontinued": N_("waits nowhere: the body is discontinued"),
        "dropped": N_("waits nowhere: dropped from the agenda of {taken}"),
        "passed-over": N_("waits nowhere: the body has met since without it, {passed}"),
    }
    if item.lost:
        return fill(lost[item.lost], _values(item), _)
    if item.taken_up and not is_held(item.taken_up.meeting.entity):
        return fill(N_("on the agenda of {taken}"), _values(item), _)
    template = N_("next meeting {coming}") if item.coming else N_("no meeting is planned")
    if item.body is None:
        return _(N_("with nobody in the register"))
    if item.taken_up:
        template = N_("last up {taken}; next meeting {coming}") if item.coming else N_("last up {taken}")
    return fill(template, _values(item), _)


def _values(item: "Where") -> dict[str, object]:
    return {
        "taken": item.taken_up.meeting.entity.date if item.taken_up else "",
        "coming": item.coming.entity.date if item.coming else "",
        "passed": ", ".join(str(record.entity.date) for record in item.passed),
    }


def page(registry: "Registry", item: "Where") -> Iterator[str]:
    """One question in full, with its way so far."""
    own = item.question.entity
    yield heading(own.title)
    yield from wrapped(f"{item.question.id} · {state(item)}", _IN)
    if own.text:
        yield ""
        yield from wrapped(own.text)
    yield ""
    for label, text in _about(registry, item):
        first = f"{_(label)}: "
        yield from wrapped(text, " " * len(first), first=first)
    for step in own.steps:
        yield from wrapped(_step(registry, step), f"{_IN}  ", first=f"{_IN}- ")
    if own.outcome:
        yield from wrapped(f"{_closed(item)}. {own.outcome.text}", f"{_IN}  ", first=f"{_IN}- ")


def _about(registry: "Registry", item: "Where") -> Iterator[tuple[str, str]]:
    own = item.question.entity
    if own.raised_by:
        yield N_("raised by"), own.raised_by
    if own.source_kind:
        yield N_("comes from"), _(own.source_kind)
    for label, ids in (
        (N_("groups"), own.groups),
        (N_("agreements"), own.agreements),
        (N_("goal areas"), own.goal_areas),
    ):
        names = [record.name if (record := registry.find(id)) else id for id in ids]
        if names:
            yield label, ", ".join(names)


def _step(registry: "Registry", step: "Step") -> str:
    """`2031-02-20 regional: Provgruppen (exempelgruppen-2031-02-20#punkt-1). Why it was moved`."""
    from vis_cli.facts.names import name_of
    from vis_cli.facts.questions import came

    day = came(registry, step)
    body = f": {name_of(registry, step.body, 'group', 'organisation', 'person')}" if step.body else ""
    item = f"#{step.item}" if step.item else ""
    meeting = f" ({step.meeting}{item})" if step.meeting else ""
    why = f". {step.why}" if step.why else ""
    return f"{in_words(day) if day else '?'} {_(step.level)}{body}{meeting}{why}"


def as_data(item: "Where") -> dict[str, Any]:
    """The question, and where it is, for programs."""
    from vis_cli.facts.plain import plain

    return plain(item.question) | {
        "computed": {
            "open": item.open,
            "level": item.step.level,
            "body": item.step.body,
            "since": str(item.since) if item.since else None,
            "waits_nowhere": item.lost,
            "last_on_agenda_of": item.taken_up.meeting.id if item.taken_up else None,
            "next_meeting": item.coming.id if item.coming else None,
            "passed": [record.id for record in item.passed],
        }
    }
