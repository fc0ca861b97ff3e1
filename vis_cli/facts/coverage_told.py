"""Coverage in words: for each expectation how many have it, of how many, and why not more. As templates with values."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from vis_cli.errors import N_
from vis_cli.facts.expectations import ByMunicipality, by_agreement, by_municipality
from vis_cli.facts.expected import Found, State, Subject
from vis_cli.facts.names import name_of
from vis_cli.facts.titles import brief
from vis_cli.registry import Record, Registry

Sentence = tuple[str, Mapping[str, Any]]
"""A template and its values."""

STATES: Mapping[State, str] = {
    "there": N_("there"),
    "shared": N_("there, shared"),
    "inherited": N_("by predecessor"),
    "excepted": N_("excepted"),
    "missing": N_("missing"),
    "unknown": N_("not known"),
}
"""What the states are called."""
FEW = 4
"""So many are named; of more, the first ones and how many there are."""

_UNITS: Mapping[str, tuple[str, str]] = {
    "local-consultation": (N_("{count} of {total} areas"), N_("between {least} and {most} of {total} areas")),
    "ksa": (N_("{count} of {total} areas"), N_("between {least} and {most} of {total} areas")),
    "gsa": (N_("{count} of {total} areas"), N_("between {least} and {most} of {total} areas")),
    "owner": (N_("{count} of {total} agreements"), N_("between {least} and {most} of {total} agreements")),
    "follow-up": (N_("{count} of {total} agreements"), N_("between {least} and {most} of {total} agreements")),
    "parties": (N_("{count} of {total} decisions"), N_("between {least} and {most} of {total} decisions")),
    "annual-plan": (N_("{count} of {total} groups"), N_("between {least} and {most} of {total} groups")),
    "mandate": (N_("{count} of {total} groups"), N_("between {least} and {most} of {total} groups")),
    "knowledge-link": (N_("{count} of {total} groups"), N_("between {least} and {most} of {total} groups")),
    "action-plan": (N_("{count} of {total} BUS groups"), N_("between {least} and {most} of {total} BUS groups")),
}
_BY_AREA = ("ksa", "gsa", "local-consultation")
_SAYS_NOTHING = N_("the register says nothing")


def parts_of(found: Found) -> list[tuple[Record[Any] | None, Found]]:
    """The same for each agreement that demands it, where it is expected for several; else as it is."""
    if found.expectation.key != "local-consultation":
        return [(None, found)]
    return [*by_agreement(found)]


def sentences(registry: Registry, found: Found) -> Iterator[Sentence]:
    """How far it is there: the figure or its bounds, what is there in part, the exceptions, what is lacking."""
    if not found.subjects:
        yield N_("expected of nothing that is in the register"), {}
        return
    by_area = found.expectation.key in _BY_AREA
    counted = by_municipality(found) if by_area else None
    yield from _figure(found, counted)
    if counted:
        for id, (count, total) in counted.partly.items():
            values = {"name": name_of(registry, id, "organisation"), "count": count, "total": total}
            yield N_("{name} in {count} of {total} districts"), values
    for reason, items in _by_note(found.of("excepted")).items():
        yield N_("exception: {names}: {reason}"), {"names": [called(item) for item in items], "reason": reason}
    yield from _reasons(found)
    for limit in found.limits:
        values = {"text": limit.text, "least": limit.least, "most": limit.most, "names": [limit.record.name]}
        yield N_("stated without saying which: {text} (at least {least}, at most {most}; {names})"), values
    if counted and counted.doubtful:
        names = [called(item) for item in counted.doubtful]
        yield N_("not known whether they were there that day: {names}"), {"names": names}


def _figure(found: Found, counted: ByMunicipality | None) -> Iterator[Sentence]:
    exact, bounds = _UNITS[found.expectation.key]
    total = max(found.expected, found.most)
    if counted:
        values = {"covered": counted.covered, "total": counted.municipalities}
        known = found.least == found.most
        yield (
            N_("{covered} of {total} municipalities") if known else N_("known in {covered} of {total} municipalities"),
            values,
        )
    if found.least != found.most:
        yield bounds, {"least": found.least, "most": found.most, "total": total}
    elif counted and counted.whole and counted.districts:
        values = {"count": found.least, "whole": counted.whole, "districts": counted.districts}
        yield N_("{count} = {whole} municipalities + {districts} districts"), values
    else:
        yield exact, {"count": found.least, "total": total}


def _reasons(found: Found) -> Iterator[Sentence]:
    """What is missing, and of what nothing is known."""
    for note, items in _by_template([item for item in found.gaps if item.certain]).items():
        names = list(dict.fromkeys(called(item) for item in items))
        values: dict[str, Any] = {"names": names, "count": len(items)}
        silent = note == _SAYS_NOTHING
        if found.expectation.key == "parties":
            names = list(dict.fromkeys(brief(item.record) for item in items))
            yield _PARTIES[note] if note in _PARTIES else N_("not known: {names}"), {"names": names}
        elif len(items) == len(found.subjects) - len(found.of("excepted")) and len(items) > FEW:
            nothing = (
                N_("of no single one is it known") if found.limits else N_("the register says nothing of any of them")
            )
            yield nothing if silent else N_("missing for all of them"), {}
        elif silent:
            yield N_("the register says nothing of {names}"), values
        elif items[0].state == "missing":
            yield N_("missing: {names}"), values
        elif items[0].state == "inherited":
            yield N_("only that of those before them is known, not who continues: {names}"), values
        else:
            yield N_("not certain: {names}"), values


_PARTIES = {
    N_("a source says that version {version} is in force; the decision is not recorded"): N_(
        "in force by a source, while the decisions are not recorded: {names}"
    ),
    N_("no version is known that was before the parties"): N_(
        "no version is known that was before the parties: {names}"
    ),
    N_("version {version} waits for the decision"): N_("wait for decisions: {names}"),
}


def _by_template(items: list[Subject]) -> Mapping[str, list[Subject]]:
    found: dict[str, list[Subject]] = {}
    for item in items:
        found.setdefault(item.note if item.state != "missing" or item.beside else "", []).append(item)
    return found


def _by_note(items: tuple[Subject, ...]) -> Mapping[str, list[Subject]]:
    found: dict[str, list[Subject]] = {}
    for item in items:
        named = found.setdefault(str(item.values["reason"]), [])
        if not any(other.record.id == item.record.id for other in named):
            named.append(item)
    return found


@dataclass(frozen=True, slots=True)
class Line:
    """A subject as it is listed; `parties` are those that are alike, of what is expected of each party."""

    subject: Subject
    parties: tuple[str, ...] = ()


def lines(subjects: Iterable[Subject]) -> list[Line]:
    """The subjects as they are listed: parties of one agreement that stand alike together."""
    found: list[Line] = []
    places: dict[tuple[Any, ...], int] = {}
    for item in subjects:
        party = item.beside.name if item.beside and item.beside.kind == "organisation" else ""
        key = (item.record.id, item.state, item.note, str(item.values))
        if party and key in places:
            line = found[places[key]]
            found[places[key]] = Line(line.subject, (*line.parties, party))
        else:
            places[key] = len(found)
            found.append(Line(item, (party,) if party else ()))
    return found


def called(item: Subject) -> str:
    """What a subject is called: an agreement for short, all else by its name."""
    return brief(item.record) if item.record.kind == "agreement" else item.record.name


def said(sentence: Sentence, fill: Callable[[str, Mapping[str, Any]], str]) -> str:
    """A sentence by a way to fill a template: of many names only the first, and how many more there are."""
    template, values = sentence
    shown = dict(values)
    for key, value in values.items():
        if isinstance(value, list) and len(value) > FEW + 1:
            more = fill(N_("and {count} more"), {"count": len(value) - FEW})
            shown[key] = f"{', '.join(value[:FEW])} {more}"
    return fill(template, shown)
