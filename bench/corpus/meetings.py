"""Meetings: who was there, the agenda, what was said, decided, assigned and sent along."""

import datetime as dt
import random
from collections.abc import Callable

from bench.corpus.lists import cited
from bench.corpus.plan import POLITICAL, SECRETARIAT, STEERING, Person, Plan
from bench.corpus.words import TOPICS, folded, literal, sentence

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday")
_FULL = 37
"""Lines after which no further matter is begun."""


def meeting(plan: Plan, index: int, number: int, rng: random.Random) -> list[str]:
    """The file of the meeting `number` of a group."""
    group, days = plan.groups[index], plan.meetings[index]
    day = days[number]
    before = f"{group}-{days[number - 1]}" if number else ""
    after = f"{group}-{days[number + 1]}" if number + 1 < len(days) else ""
    sent = day - dt.timedelta(days=14)
    lines = ["# Dagordning och minnesanteckningar", f"id: {group}-{day}", f"group: {group}"]
    lines += [f"status: {'approved' if after else 'sent'}", f"date: {day}", f"weekday: {_WEEKDAYS[day.weekday()]}"]
    lines += ['start: "13:00"', 'end: "15:30"', "form: in-person", f'place: "Rum {rng.randint(1, 40)}, Exempelhuset"']
    lines += [f"notice: {{sent: {sent}, sources: [{cited(rng)}]}}"]
    lines += [f"previous: {before}"] if before else []
    lines += [f"next: {after}"] if after else []
    people = plan.sitting(index)
    lines.append("attendance:")
    roles = {0: ", role: chair", 3: ", role: secretary"}
    for seat, person in enumerate(people):
        present = "true" if seat % 2 == 0 or seat in roles or rng.random() < 0.7 else "false"
        lines.append(f"  - {{person: {person.id}, capacity: {person.side}, present: {present}{roles.get(seat, '')}}}")
    above = _above(plan, group, day)
    return [*lines, *_rest(group, above, before, after, people, len(lines), rng), f"sources: [{cited(rng)}]"]


def _above(plan: Plan, group: str, day: dt.date) -> str:
    """The body that matters are taken on to, unless it has met since: then it would have had to take them up."""
    above = _ABOVE.get(group, STEERING)
    met = plan.meetings[plan.groups.index(above)] if above in plan.groups else []
    return "" if any(other > day for other in met) else above


def _rest(
    group: str, above: str, before: str, after: str, people: list[Person], used: int, rng: random.Random
) -> list[str]:
    agenda = _Agenda(people, group, after, rng)
    agenda.item("Mötet öppnas", "opening", lambda: [f'    text: "{sentence(rng)}"'])
    if before:
        agenda.item("Föregående minnesanteckningar", "previous-minutes", lambda: agenda.approves(before))
    bodies = [agenda.assigns, agenda.contributes, agenda.informs]
    rng.shuffle(bodies)
    for body in (agenda.decides, *bodies):
        if not agenda.papers or used + len(agenda.lines) < _FULL:
            agenda.item(f"Fråga om {rng.choice(TOPICS).replace('-', ' ')}", _TYPES[body.__name__], body)
    if above:
        agenda.item("Frågor vidare", "forwarding", lambda: agenda.forwards(above))
    else:
        agenda.item("Frågor vidare", "forwarding", lambda: ["    text: Inga frågor förs vidare."])
    agenda.item("Övriga frågor", "other-business", lambda: ["    text: Inga övriga frågor."])
    agenda.item("Nästa möte", "next-meeting", list)
    lines = ["items:", *agenda.lines]
    if agenda.papers:
        lines.append("attachments:")
        for paper in agenda.papers:
            lines += [f"  - id: {paper}", f'    title: "Underlag: {paper}"', "    missing: finns inte hos kansliet"]
            lines += [f"    sources: [{cited(rng)}]"]
    return lines + ([f"approval: {{meeting: {after}, sources: [{cited(rng)}]}}"] if after else [])


_ABOVE = {STEERING: POLITICAL, POLITICAL: "", SECRETARIAT: ""}
_TYPES = {"decides": "decision", "assigns": "dialogue", "contributes": "discussion", "informs": "information"}


class _Agenda:
    """The items, numbered as they come."""

    def __init__(self, people: list[Person], group: str, after: str, rng: random.Random) -> None:
        self.people, self.group, self.after, self.rng = people, group, after, rng
        self.lines: list[str] = []
        self.papers: list[str] = []
        self.count = 0

    def item(self, heading: str, type: str, body: Callable[[], list[str]]) -> None:
        """Add an item."""
        self.count += 1
        self.lines += [f"  - id: punkt-{self.count}", f"    number: {self.count}", f"    heading: {heading}"]
        self.lines += [f"    type: {type}", *body(), f"    sources: [{cited(self.rng)}]"]

    def approves(self, before: str) -> list[str]:
        """The minutes of the meeting before."""
        lines = [f"    previous: {before}", "    decisions:", "      - id: beslut-foregaende", "        type: approves"]
        return [*lines, "        text: minnesanteckningarna från föregående möte"]

    def decides(self) -> list[str]:
        """A matter that is decided, on a paper."""
        paper = f"underlag-{self.count}"
        self.papers.append(paper)
        text = "gemensamma rutiner: " + sentence(self.rng, 6, 9).removesuffix(".").lower()
        lines = [f"    presenters: [{self.people[4].id}]", f"    papers: [{paper}]"]
        lines += literal("text", [sentence(self.rng)], 4)
        lines += [
            "    decisions:",
            f"      - id: beslut-{self.count}",
            "        type: decides",
            f'        text: "{text}"',
        ]
        lines += [f"        basis: [{paper}]"]
        return [*lines, f"        amounts: [{{kronor: {self.rng.randint(1, 900)}000, purpose: ett gemensamt projekt}}]"]

    def assigns(self) -> list[str]:
        """A dialogue that ends in a task."""
        lines = folded("text", [sentence(self.rng)], 4)
        lines += ["    assignments:", f"      - id: uppdrag-{self.count}"]
        lines += folded("text", [sentence(self.rng)], 8)
        lines += [f"        owners: [{self.people[2].id}, {self.people[5].id}]"]
        lines += [f"        return_to: {self.group}", *([f"        return_at: {self.after}"] if self.after else [])]
        return [*lines, *([f"        reports: [{{outcome: reported, meeting: {self.after}}}]"] if self.after else [])]

    def contributes(self) -> list[str]:
        """A discussion with what was sent along from it."""
        lines = [*folded("text", [sentence(self.rng)], 4), "    contributions:", f"      - id: medskick-{self.count}"]
        lines += folded("text", [sentence(self.rng)], 8)
        return [*lines, "        by: flera ledamöter", f"        goal_area: malomrade-{self.rng.randint(1, 5)}"]

    def informs(self) -> list[str]:
        """Information, with a question and its answer."""
        lines = [f"    presenters: [{self.people[6].id}]", *literal("text", [sentence(self.rng)], 4)]
        lines += [f"    topics: [{self.rng.choice(TOPICS)}, tidplan]", "    questions:"]
        return [*lines, f"      - question: {sentence(self.rng)}", f"        answer: {sentence(self.rng)}"]

    def forwards(self, above: str) -> list[str]:
        """What was decided, for the body above."""
        matter = self.papers[0].replace("underlag", "punkt")
        lines = ["    decisions:", "      - {id: beslut-vidare, type: decides, text: föra frågan vidare}"]
        return [*lines, f"    forwards: [{{item: {matter}, kind: information, to: {above}, title: Till kännedom}}]"]
