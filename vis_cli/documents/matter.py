"""An item of a meeting in Swedish words: what was brought, said, sent along, decided, assigned and forwarded."""

from itertools import groupby
from typing import Any

from vis_cli.documents import amounts, markdown, swedish
from vis_cli.documents.decided import opening_of
from vis_cli.documents.meeting import MeetingFacts, label
from vis_cli.facts.matters import answered
from vis_cli.model.agreement import Agreement
from vis_cli.model.item import Assignment, Decision, Item
from vis_cli.model.meeting import Meeting

TYPES = {
    "opening": "Inledning",
    "previous-minutes": "Fastställande",
    "information": "Information",
    "decision": "Beslut",
    "recommendation": "Rekommendation",
    "dialogue": "Dialog",
    "discussion": "Diskussion",
    "forwarding": "Vidare",
    "other-business": "Övrigt",
    "next-meeting": "Information",
}
DECISIVE = frozenset({"decision", "recommendation"})
"""Items at which the body decides on a matter."""

_KINDS = {
    "agreement": "Överenskommelse",
    "question": "Utvecklingsfråga",
    "activity": "Aktivitet",
    "project": "Projekt",
    "plan": "Plan",
    "fund": "Medel",
    "group": "Grupp",
    "forum": "Forum",
}
"""What an item can be about."""


def entry(facts: MeetingFacts, item: Item) -> dict[str, Any]:
    """What the agenda says of an item."""
    return {
        "id": item.id,
        "number": item.number,
        "heading": item.heading,
        "type": TYPES[item.type],
        "decisive": item.type in DECISIVE,
        "presenters": [facts.names.of(actor) for actor in item.presenters],
        "papers": [facts.papers.get(paper, paper) for paper in item.papers],
        "why": item.origin.why if item.origin and item.origin.kind != "standing" else None,
    }


def matter(facts: MeetingFacts, item: Item) -> dict[str, Any]:
    """All that the minutes say of an item. Raises DocumentFault."""
    decided = decisions(facts, item)
    named = item.amounts if len(item.amounts) > 1 or not item.text else ()
    return entry(facts, item) | {
        "text": markdown.field(item.text) if item.text else None,
        "closing": markdown.field(item.closing) if item.closing else None,
        "leads": bool(item.contributions or item.questions) and not (item.closing or "").lstrip().startswith("#"),
        "about": about(facts, item),
        "from": brought_from(facts, item),
        "answer": answer(facts, item),
        "topics": list(item.topics),
        "amounts": amounts.table(named, settled=False),
        "questions": [
            {
                "question": markdown.field(question.question),
                "asked_by": question.asked_by,
                "answer": markdown.field(question.answer) if question.answer else None,
            }
            for question in item.questions
        ],
        "contributions": contributions(facts, item),
        "decisions": decided,
        "assignments": [assignment(facts, one) for one in item.assignments],
        "forwards": [
            {
                "kind": {"information": "Informationsärenden", "decision": "Beslutsärenden"}[kind],
                "to": facts.names.of(to, "group"),
                "titles": [forward.title for forward in group],
            }
            for (kind, to), group in groupby(
                sorted(item.forwards, key=lambda forward: (forward.kind != "information", forward.to)),
                key=lambda forward: (forward.kind, forward.to),
            )
        ],
    }


def contributions(facts: MeetingFacts, item: Item) -> list[dict[str, Any]]:
    """Grouped by goal area, in the order of the minutes."""
    return [
        {
            "goal_area": goal_area(facts, id) if id else None,
            "points": [{"text": markdown.field(one.text), "by": one.by} for one in group],
        }
        for id, group in groupby(item.contributions, key=lambda contribution: contribution.goal_area)
    ]


def goal_area(facts: MeetingFacts, id: str) -> str:
    """`Målområde 1: Sömlös vård och omsorg`."""
    found = facts.registry.find(id, ("goal-area",))
    area: Any = found.entity if found else None
    return f"Målområde {area.number}: {area.name}" if area else id


def decisions(facts: MeetingFacts, item: Item) -> list[dict[str, Any]]:
    """The blocks of decisions: those that begin alike and rest on the same make one."""

    def alike(decision: Decision) -> tuple[Any, ...]:
        own = (decision.agreement, decision.version)
        return opening_of(facts.registry, facts.meeting, decision), decision.basis, own, bool(decision.amounts)

    found = []
    for (begins, basis, (agreement, version), _), same in groupby(item.decisions, key=alike):
        group = list(same)
        found.append(
            {
                "opening": begins,
                "texts": [sentence(decision.text) for decision in group],
                "basis": [facts.papers.get(paper, paper) for paper in basis],
                "agreement": agreement_name(facts, agreement, version) if agreement else None,
                "amounts": amounts.table([one for decision in group for one in decision.amounts], settled=True),
            }
        )
    return found


def agreement_name(facts: MeetingFacts, id: str, version: str | None) -> str:
    """The title of an agreement, with the version that is meant."""
    found = facts.registry.get(Agreement, id)
    return f"{found.entity.title if found else id}{f', version {version}' if version else ''}"


def assignment(facts: MeetingFacts, one: Assignment) -> dict[str, Any]:
    """A task: what, who, and where it comes back."""
    return {
        "text": sentence(one.text),
        "owners": [facts.names.of(owner) for owner in one.owners],
        "return_to": facts.names.of(one.return_to, "group") if one.return_to else None,
        "return_at": facts.names.day_of(one.return_at),
        "due": one.due.isoformat() if one.due else None,
    }


def about(facts: MeetingFacts, item: Item) -> list[str]:
    """What the item is about, and the goal areas that it serves: `Projekt: …`, `Målområde 1: …`."""
    versions = {decision.agreement: decision.version for decision in item.decisions if decision.agreement}
    found, areas = [], []
    for id in dict.fromkeys((*item.about, *versions)):
        record = facts.registry.find(id, tuple(_KINDS))
        if record is None:
            continue
        own = record.kind == "agreement"
        title = agreement_name(facts, id, versions.get(id)) if own else record.name
        if record.kind in ("question", "activity"):
            areas += record.entity.goal_areas
        found.append(f"{_KINDS[record.kind]}: {title}")
    return found + [goal_area(facts, id) for id in dict.fromkeys(areas)]


def brought_from(facts: MeetingFacts, item: Item) -> str | None:
    """Which meeting the item comes from: `VIS tjänstestyrgrupp 19 februari 2026, punkt 5`."""
    origin = item.origin
    if origin is None or origin.kind not in ("forwarded", "answer", "assignment"):
        return None
    found = facts.registry.get(Meeting, origin.meeting)
    if found is None:
        return None
    where = f"{facts.names.of(found.entity.group, 'group')} {swedish.short_date(found.entity.date)}"
    there = next((one for one in found.entity.items if _stands(one, origin.item)), None)
    return f"{where}, {label(there)}" if there else where


def answer(facts: MeetingFacts, item: Item) -> dict[str, Any] | None:
    """What the other body decided on what was forwarded to it, for the item that brings the answer back."""
    found = answered(facts.registry, item)
    if found is None:
        return None
    meeting, there = found
    other = MeetingFacts(facts.registry, meeting)
    return {
        "by": other.body,
        "date": meeting.entity.date.isoformat(),
        "decisions": [f"{one['opening']} {text}" for one in decisions(other, there) for text in one["texts"]],
    }


def sentence(text: str) -> str:
    """With a full stop, however it is written."""
    return text.rstrip(". ") + "."


def _stands(item: Item, id: str | None) -> bool:
    """Whether it is the item of that id, or the one at which the task of that id was given."""
    return id is not None and (item.id == id or any(one.id == id for one in item.assignments))
