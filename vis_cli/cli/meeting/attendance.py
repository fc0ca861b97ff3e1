"""The interview of `vis meeting hold`: one question for each side, with nobody marked beforehand."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import typer

from vis_cli.cli import asking, questions
from vis_cli.cli.language import _
from vis_cli.cli.meeting.holding import people
from vis_cli.diagnostics.wording import fill
from vis_cli.errors import N_, Failure
from vis_cli.facts.attending import CAPACITIES, capacity_of, seated
from vis_cli.facts.meetings import previous_meeting

if TYPE_CHECKING:
    from vis_cli.actions.meeting.held import Held
    from vis_cli.model.meeting import Capacity, Meeting
    from vis_cli.registry import Record, Registry

_QUESTIONS = {
    "region": N_("Who was there from the region"),
    "municipality": N_("Who was there from the municipalities"),
    "secretariat": N_("Who was there from the secretariat"),
    "association": N_("Who was there from the association"),
    "adjunct": N_("Who was there besides"),
}


@dataclass(frozen=True, slots=True)
class _Candidate:
    """Somebody to ask about; whoever is expected and was not there is noted as absent."""

    person: str
    capacity: "Capacity"
    expected: bool


def ask(registry: "Registry", record: "Record[Meeting]", given: "Held") -> "Held":
    """The whole answer, of what was not given; the program ends where it is given up."""
    with asking.interview():
        answer = ""
        while answer != "write":
            answered = _all(registry, record, given)
            _sum_up(registry, record, answered)
            choices = {
                "write": _(N_("write it")),
                "again": _(N_("go through the answers again")),
                "stop": _(N_("give up")),
            }
            answer = questions.one(N_("Is it right?"), choices)
            if answer == "stop":
                asking.given_up()
    return answered


def _all(registry: "Registry", record: "Record[Meeting]", given: "Held") -> "Held":
    present, absent, guests = dict(given.present), dict(given.absent), dict(given.guests)
    candidates = [one for one in _candidates(registry, record) if one.person not in {*present, *absent, *guests}]
    for capacity in CAPACITIES:
        asked = [one for one in candidates if one.capacity == capacity]
        if not asked:
            continue
        answers = questions.many(_QUESTIONS[capacity], {one.person: _name(registry, one.person) for one in asked})
        for one in asked:
            if one.person in answers:
                present[one.person] = capacity
            elif one.expected:
                absent[one.person] = capacity
    if not given.guests:
        for person, side in _others(registry).items():
            known = side or capacity_of(registry, record.entity.group, person, record.entity.date)
            (present if known else guests)[person] = known
            absent.pop(person, None)
    return _roles(registry, record, replace(given, present=present, absent=absent, guests=guests))


def _candidates(registry: "Registry", record: "Record[Meeting]") -> list[_Candidate]:
    """The members on the day and those noted in the file; where no members are known, those of the meeting before."""
    meeting = record.entity
    noted = {item.person: item for item in meeting.attendance}
    said = {person for person, item in noted.items() if item.present is not None}
    found = {
        one.person: _Candidate(one.person, one.capacity, one.expected)
        for one in seated(registry, meeting.group, meeting.date)
    }
    found |= {person: _Candidate(person, item.capacity, True) for person, item in noted.items()}
    before = previous_meeting(registry, meeting.group, meeting.date)
    if not found and before:
        found = {item.person: _Candidate(item.person, item.capacity, False) for item in before.entity.attendance}
    return [one for person, one in found.items() if person not in said]


def _others(registry: "Registry") -> "dict[str, Capacity | None]":
    def check(answer: str) -> str:
        try:
            people(registry, [answer])
        except Failure as failure:
            return fill(failure.message, failure.values, _)
        return ""

    hint = N_("names with a comma between, `name:region` says on whose behalf; may be empty")
    return people(registry, [questions.text(N_("Others who were there"), hint=hint, check=check)])


def _roles(registry: "Registry", record: "Record[Meeting]", held: "Held") -> "Held":
    noted = {item.role: item.person for item in record.entity.attendance if item.role}
    also = [item.person for item in record.entity.attendance if item.present]
    there = {person: _name(registry, person) for person in dict.fromkeys([*held.present, *also, *held.guests])}
    if not there:
        raise Failure(N_("nobody was there, so the meeting was not held"), hint=N_("`vis meeting cancel` cancels it"))
    chair = held.chair or questions.one(N_("Who chaired"), there, noted.get("chair", ""))
    secretary = held.secretary
    if secretary is None:
        choices = {"": _(N_("not noted")), **{person: name for person, name in there.items() if person != chair}}
        secretary = questions.one(N_("Who took the minutes"), choices, noted.get("secretary", "")) or None
    return replace(held, chair=chair, secretary=secretary)


def _sum_up(registry: "Registry", record: "Record[Meeting]", held: "Held") -> None:
    for template, persons in ((N_("present: {people}"), sorted(held.there)), (N_("absent: {people}"), [*held.absent])):
        names = ", ".join(_name(registry, person) for person in persons)
        typer.echo(fill(template, {"people": names or "–"}, _), err=True)


def _name(registry: "Registry", person: str) -> str:
    from vis_cli.facts.names import name_of

    return name_of(registry, person, "person")
