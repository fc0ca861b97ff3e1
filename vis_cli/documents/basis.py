"""The decision basis (*beslutsunderlag*): one matter as it is put to the body, with its table of amounts. (003:34-40)

It can be made before the meeting and after it: before, it holds the proposal, afterwards the decision.
"""

from itertools import chain
from typing import Any

from vis_cli.documents import amounts
from vis_cli.documents.decided import opening
from vis_cli.documents.document import Document
from vis_cli.documents.matter import TYPES, matter, sentence
from vis_cli.documents.meeting import MeetingFacts
from vis_cli.documents.minutes import onward, sources
from vis_cli.facts.bodies import above
from vis_cli.model.item import Item
from vis_cli.model.meeting import Meeting
from vis_cli.registry import Record, Registry


def basis(registry: Registry, record: Record[Meeting], item: Item) -> Document:
    """The document. Raises DocumentFault."""
    facts = MeetingFacts(registry, record)
    source = facts.registry.get(Meeting, item.origin.meeting) if item.origin else None
    decided = matter(facts, item)
    used = {*item.papers, *(paper for decision in item.decisions for paper in decision.basis)}
    context = facts.head() | {
        "item": decided | {"amounts": amounts.table(item.amounts, settled=False)},
        "type": TYPES[item.type],
        "number": item.number,
        "proposals": _proposals(facts, item, source),
        "papers": [
            {"title": paper.title, "missing": paper.missing} for paper in facts.meeting.attachments if paper.id in used
        ],
        "onward": onward(facts, item),
    }
    state = "Beslutsunderlag med beslut" if item.decisions else "Beslutsunderlag med förslag till beslut"
    title = f"Beslutsunderlag: {item.heading}"
    kind = "beslutsunderlag"
    return facts.document("decision-basis.md.j2", kind, state, context, title=title, more=sources(facts))


def _proposals(facts: MeetingFacts, item: Item, source: Record[Meeting] | None) -> dict[str, Any] | None:
    """What is proposed: in the item's own words, or else what the body that forwarded it recommends.

    None also where just that was decided.
    """
    if item.proposals and [one.text for one in item.decisions] == list(item.proposals):
        return None
    if item.proposals:
        return {
            "opening": _opening(facts, item),
            "texts": [sentence(text) for text in item.proposals],
            "by": None,
            "amounts": None,
        }
    if source is None or item.origin is None or item.origin.kind != "forwarded":
        return None
    there = chain.from_iterable(one.decisions for one in source.entity.items if one.id == item.origin.item)
    recommended = [one for one in there if one.type == "recommends" and one.recipient == facts.meeting.group]
    if not recommended:
        return None
    return {
        "opening": opening(facts.registry, facts.meeting.group, "decides"),
        "texts": [sentence(one.text) for one in recommended],
        "by": facts.names.of(source.entity.group, "group"),
        "amounts": amounts.table([amount for one in recommended for amount in one.amounts], settled=True),
    }


def _opening(facts: MeetingFacts, item: Item) -> str:
    """How what is proposed begins; about an agreement, it may be recommended to its parties: to whom is left out."""
    kind = "recommends" if item.type == "recommendation" else "decides"
    upper = above(facts.registry, facts.meeting.group) if kind == "recommends" else None
    to = upper.entity.name if upper and not any(facts.registry.find(id, ("agreement",)) for id in item.about) else ""
    return opening(facts.registry, facts.meeting.group, kind, to)
