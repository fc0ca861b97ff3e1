"""The agenda that a meeting should have: what belongs on it, in which order, and what of that is missing. (R-MTG-1)"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from vis_cli.facts.falling_due import agreements, points, questions
from vis_cli.facts.falling_due_funds import funds
from vis_cli.facts.matters import ROUTINE, key_of
from vis_cli.facts.names import full_name
from vis_cli.facts.proposal import Proposal
from vis_cli.facts.returning import MINUTES, answers, from_others, minutes, minutes_of, tasks
from vis_cli.facts.spelling import words
from vis_cli.model.group import Group, StandingItem
from vis_cli.model.item import Item, ItemType, Origin
from vis_cli.model.meeting import Meeting
from vis_cli.registry import Record, Registry

Slot = tuple[int, int, int]
"""Where an item stands: before, among or after the matters; its place there; among matters, by its type."""

_CLOSING = frozenset({"forwarding", "other-business", "next-meeting"})
_MATTERS: dict[str, int] = {"information": 0, "decision": 1, "recommendation": 2, "dialogue": 3, "discussion": 3}
_UNPLANNED: dict[str, Slot] = {
    "opening": (0, -2, 0),
    "previous-minutes": (0, -1, 0),
    "forwarding": (2, 97, 0),
    "other-business": (2, 98, 0),
    "next-meeting": (2, 99, 0),
}
"""Where items stand that the body does not have on every agenda."""


def due(registry: Registry, meeting: Meeting) -> tuple[Proposal, ...]:
    """What belongs on the agenda of a meeting that is still to come, in its order, each with why.

    What another agenda of the body has is left to that one, unless that meeting was cancelled.
    """
    order = standing(registry, meeting)
    found = [
        *_standing(registry, meeting, order),
        *from_others(registry, meeting),
        *answers(registry, meeting),
        *tasks(registry, meeting),
        *agreements(registry, meeting),
        *points(registry, meeting),
        *funds(registry, meeting),
    ]
    spoken_of = {id for proposal in found for id in proposal.about}
    found += [item for item in questions(registry, meeting) if item.origin.of not in spoken_of]
    return tuple(sorted(found, key=lambda item: (slot(order, item.type, item.heading), _age(item))))


def missing(registry: Registry, meeting: Meeting) -> tuple[Proposal, ...]:
    """What is due, is not on the agenda, and was not dropped from it."""
    return tuple(item for item in due(registry, meeting) if not _there(registry, meeting, item))


def standing(registry: Registry, meeting: Meeting) -> tuple[StandingItem, ...]:
    """The items that every agenda of the body has, in their order: its own, or those of the minutes. (003:13-118)"""
    record = registry.get(Group, meeting.group)
    group = record.entity if record else None
    if group and group.procedure and group.procedure.standing_items:
        own = group.procedure.standing_items
        if any(item.type == "previous-minutes" for item in own):
            return own
        first = next((i for i, item in enumerate(own) if item.type != "opening"), len(own))
        return (*own[:first], StandingItem(heading=MINUTES, type="previous-minutes"), *own[first:])
    above = [f"Frågor vidare till {full_name(registry, group.reports_to)}"] if group and group.reports_to else []
    return (
        StandingItem(heading="Välkommen och inledning", type="opening"),
        StandingItem(heading=MINUTES, type="previous-minutes"),
        *(StandingItem(heading=heading, type="forwarding") for heading in above),
        StandingItem(heading="Övriga frågor", type="other-business"),
        StandingItem(heading="Nästa möte", type="next-meeting"),
    )


def place(order: Sequence[StandingItem], items: Sequence[Item], type: ItemType, heading: str) -> int:
    """Before which of the items a new one belongs: after all that come before it, wherever people put them."""
    own = slot(order, type, heading)
    before = [i for i, item in enumerate(items) if slot(order, item.type, item.heading) <= own]
    return before[-1] + 1 if before else 0


def slot(order: Sequence[StandingItem], type: ItemType, heading: str) -> Slot:
    """Where an item of a type stands, by the order of the standing items."""
    matters = next((i for i, item in enumerate(order) if item.type in _CLOSING), len(order))
    for i, item in enumerate(order):
        if item.type == type and (type in ROUTINE or words(item.heading) == words(heading)):
            return (0 if i < matters else 2, i, 0)
    return _UNPLANNED.get(type) or (1, 0, _MATTERS[type])


def numbers(items: Iterable[Item]) -> list[tuple[int, int]]:
    """(index, number) of the items whose number is another than it should be, 1, 2, 3 in their order.

    An item without a number keeps none, where others have theirs.
    """
    all_items = list(items)
    numbered = [i for i, item in enumerate(all_items) if item.number is not None] or range(len(all_items))
    return [(i, number) for number, i in enumerate(numbered, 1) if all_items[i].number != number]


def _standing(registry: Registry, meeting: Meeting, order: Sequence[StandingItem]) -> Iterable[Proposal]:
    for item in order:
        if item.type == "previous-minutes":
            for found in minutes(registry, meeting, item.heading):
                yield replace(found, presenters=item.presenters)
        else:
            origin = Origin(kind="standing", why="Stående punkt")
            yield Proposal(item.heading, item.type, origin, meeting.date, presenters=item.presenters)


def _age(proposal: Proposal) -> int:
    """The latest minutes first, and of the matters the oldest."""
    day = proposal.since.toordinal()
    return -day if proposal.type == "previous-minutes" else day


def _there(registry: Registry, meeting: Meeting, proposal: Proposal) -> bool:
    """Whether it is on the agenda, however it came there, or was dropped from it."""
    origin, key = proposal.origin, key_of(proposal.origin)
    for dropped in meeting.dropped:
        if key_of(dropped.origin) == key and (origin.kind != "standing" or dropped.heading == proposal.heading):
            return True
    return any(_is(registry, meeting, item, proposal) for item in meeting.items)


def _is(registry: Registry, meeting: Meeting, item: Item, proposal: Proposal) -> bool:
    origin = proposal.origin
    if origin.kind == "previous-minutes":
        return _minutes_of(registry, meeting, item) == proposal.previous
    if origin.kind == "standing" and proposal.type in ROUTINE:
        return item.type == proposal.type
    if words(item.heading) == words(proposal.heading):
        return True
    if origin.kind == "standing":
        return False
    return (item.origin is not None and key_of(item.origin) == key_of(origin)) or (
        origin.kind == "question" and origin.of in item.about
    )


def _minutes_of(registry: Registry, meeting: Meeting, item: Item) -> str | None:
    record: Record[Meeting] | None = registry.get(Meeting, meeting.id)
    if record is not None:
        return minutes_of(registry, record, item)
    return item.previous if item.type == "previous-minutes" else None
