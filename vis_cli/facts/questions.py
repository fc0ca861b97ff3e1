"""Development questions (*utvecklingsfrågor*): where each is, since when, and which wait nowhere. (R-ESC-1)"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from vis_cli.errors import N_
from vis_cli.facts.forwarding import met_since, next_planned
from vis_cli.facts.matters import Brought
from vis_cli.model.group import Group
from vis_cli.model.item import Item
from vis_cli.model.meeting import Dropped, Meeting
from vis_cli.model.question import DevelopmentQuestion, Outcome, QuestionLevel, Step
from vis_cli.model.values import When
from vis_cli.registry import Record, Registry

ORDER: tuple[QuestionLevel, ...] = get_args(QuestionLevel)
"""The levels from below."""

OF_THE_REGISTER: frozenset[QuestionLevel] = frozenset({"regional", "steering", "political"})
"""The levels at which the register has every body; who has a question at the others may be no body of it."""

_MAY_BE_PASSED: frozenset[QuestionLevel] = frozenset({"subregional"})
"""Not every part of the county has a body of its own."""

Lost = Literal["no-body", "discontinued", "dropped", "passed-over"]
"""Nobody has it; the body that has it is discontinued; it was dropped from that body's agenda; the body has met since
it was sent there, and has it on no agenda."""

RESULTS: dict[str, str] = {
    "answered": N_("answered"),
    "agreement": N_("became an agreement"),
    "activity": N_("became an activity"),
    "dropped": N_("dropped"),
}


@dataclass(frozen=True, slots=True)
class Where:
    """Where a question is now."""

    question: Record[DevelopmentQuestion]
    step: Step
    since: When | None
    """When it came there."""
    body: Record[Group] | None
    """The group that has it there, where it is one."""
    taken_up: Brought | None
    """Where it last stood on an agenda of that group since then, or was dropped from it."""
    coming: Record[Meeting] | None
    """The next meeting of that group."""
    lost: Lost | None
    """Why it waits nowhere, if it does not."""
    passed: tuple[Record[Meeting], ...]
    """The meetings that the group has held since without it."""

    @property
    def open(self) -> bool:
        """Whether it is still to be answered."""
        return self.question.entity.outcome is None


def questions(registry: Registry) -> tuple[Where, ...]:
    """Where every question is, from the highest level, the longest there first."""
    found = [where(registry, record) for record in registry.all(DevelopmentQuestion)]
    return tuple(
        sorted(
            found,
            key=lambda item: (
                not item.open,
                -ORDER.index(item.step.level),
                (not item.since, str(item.since)),
                item.question.id,
            ),
        )
    )


def where(registry: Registry, question: Record[DevelopmentQuestion]) -> Where:
    """Where a question is."""
    step = question.entity.steps[-1]
    since, body = came(registry, step), registry.get(Group, step.body)
    agendas = _agendas(registry, question.id, body.id) if body else ()
    there = (item for item in agendas if since is None or item.meeting.entity.date >= since.earliest)
    here = tuple(item for item in there if item.meeting.id != step.meeting)
    passed = tuple(met_since(registry, body.id, since.latest)) if body and since and not here else ()
    lost = _lost(registry, question, body, here, passed) if question.entity.outcome is None else None
    coming = next_planned(registry, body.id, since.latest) if body and since else None
    return Where(question, step, since, body, here[-1] if here else None, coming, lost, passed)


def _lost(
    registry: Registry,
    question: Record[DevelopmentQuestion],
    body: Record[Group] | None,
    here: tuple[Brought, ...],
    passed: tuple[Record[Meeting], ...],
) -> Lost | None:
    step = question.entity.steps[-1]
    if step.body is None:
        return "no-body" if step.level in OF_THE_REGISTER else None
    if body is None:
        return None
    if body.entity.status == "discontinued":
        return "discontinued"
    if here:
        return "dropped" if isinstance(here[-1].item, Dropped) else None
    return "passed-over" if passed and step.meeting else None


def came(registry: Registry, step: Step | Outcome) -> When | None:
    """When a step was taken: its date, or else the day of its meeting."""
    if step.date:
        return step.date
    record = registry.get(Meeting, step.meeting)
    return When.parse(record.entity.date.isoformat()) if record else None


def level_of(registry: Registry, group: Record[Group]) -> QuestionLevel:
    """The level that a group is at; the steering group that another one reports to is the political one."""
    if group.entity.type == "steering":
        below = (item.entity for item in registry.all(Group) if item.entity.type == "steering")
        return "political" if any(item.reports_to == group.id for item in below) else "steering"
    return group.entity.level


def body_at(registry: Registry, question: Record[DevelopmentQuestion], level: QuestionLevel) -> Record[Group] | None:
    """The group that has a question if it comes to a level: the one that its body reports to, at however many removes,
    or else the only one that there is at that level, or that the question concerns."""
    group = registry.get(Group, question.entity.steps[-1].body)
    seen: set[str] = set()
    while group and group.id not in seen:
        seen.add(group.id)
        if len(seen) > 1 and level_of(registry, group) == level:
            return group
        group = registry.get(Group, group.entity.reports_to)
    named = [item for id in question.entity.groups if (item := registry.get(Group, id))]
    for groups in (named, [item for item in registry.all(Group) if item.entity.status != "discontinued"]):
        found = [item for item in groups if level_of(registry, item) == level]
        if len(found) == 1:
            return found[0]
    return None


def skipped(before: QuestionLevel, after: QuestionLevel) -> tuple[QuestionLevel, ...]:
    """The levels that a move upwards passes by. (R-ESC-3, 000:261-263)"""
    between = ORDER[ORDER.index(before) + 1 : ORDER.index(after)]
    return tuple(level for level in between if level not in _MAY_BE_PASSED)


def _agendas(registry: Registry, question: str, group: str) -> tuple[Brought, ...]:
    return registry.once(_about).get((question, group), ())


def _about(registry: Registry) -> Mapping[tuple[str, str], tuple[Brought, ...]]:
    """By question and body: the items that are about it, or were dropped, the oldest first."""
    ids = {record.id for record in registry.all(DevelopmentQuestion)}
    found: dict[tuple[str, str], list[Brought]] = {}
    for record in sorted(registry.all(Meeting), key=lambda item: (item.entity.date, item.id)):
        meeting = record.entity
        if meeting.status == "cancelled":
            continue
        items: tuple[Item | Dropped, ...] = (*meeting.items, *meeting.dropped)
        for item in items:
            about = item.about if isinstance(item, Item) else ()
            of = (item.origin.of,) if item.origin and item.origin.of else ()
            for question in ids.intersection((*about, *of)):
                found.setdefault((question, meeting.group), []).append(Brought(record, item))
    return {key: tuple(items) for key, items in found.items()}
