"""The checklist of a group that is to be established: the three conditions and all that belongs to them. (000:598-622)

For each point whether it is there, and who sees to it. Only `required` points decide on the conditions; the others
are asked of a group all the same, by the guideline or the report.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from vis_cli.facts.establishment import Condition, has_chair, has_process_leader, missing_conditions, missing_sides
from vis_cli.facts.exemptions import exemptions
from vis_cli.facts.representation import representation
from vis_cli.facts.seats import as_on
from vis_cli.facts.terms import holds
from vis_cli.facts.year_plans import plans_of
from vis_cli.model.group import Group
from vis_cli.registry import Record, Registry

State = Literal["there", "missing", "unknown"]
Who = Literal["group-and-secretariat", "principals", "group", "officials", "secretariat"]
"""The group with the secretariat (000:610-611); the association of the municipalities and the region's
administration, which keep the representation whole (000:614-615); the group itself (000:616-617); the officials'
steering group (000:621-622); the secretariat, by the establishment project (000:517-518)."""
Topic = Literal[
    "mandate-document",
    "purpose-agreements",
    "purpose-questions",
    "purpose-dialogue",
    "purpose-transition",
    "annual-plan",
    "knowledge-governance",
    "seats-of-region",
    "seats-of-municipalities",
    "holders",
    "subregions",
    "seat-mandates",
    "chair",
    "process-leader",
    "node",
    "local-link",
    "disability",
    "reports-to",
    "introduction",
    "decision",
]
Heading = Condition | Literal["beside"]
PURPOSES = ("agreements", "questions", "dialogue", "transition")


@dataclass(frozen=True, slots=True)
class Point:
    """One thing to have in place."""

    heading: Heading
    topic: Topic
    state: State
    who: Who
    required: bool = False
    """Whether the condition stands or falls with it."""
    count: int = 0
    """How many seats or parts of the county are missing, where that can be counted."""


@dataclass(frozen=True, slots=True)
class Checklist:
    """All points of a group on a day."""

    group: Record[Group]
    missing: tuple[Condition, ...]
    """Which of the three conditions are not met."""
    points: tuple[Point, ...]

    def of(self, heading: Heading) -> tuple[Point, ...]:
        """The points of a condition, or those beside the conditions."""
        return tuple(point for point in self.points if point.heading == heading)


def checklist(registry: Registry, group: Record[Group], on: dt.date) -> Checklist:
    """What a group has and lacks on a day to count as established."""
    own = as_on(group.entity, on)
    return Checklist(group, missing_conditions(own), tuple(_points(registry, group, own, on)))


def _points(registry: Registry, record: Record[Group], own: Group, on: dt.date) -> Iterator[Point]:
    both: Who = "group-and-secretariat"
    yield Point("mandate", "mandate-document", _is(own.mandate), both, required=True)
    topics: tuple[Topic, ...] = ("purpose-agreements", "purpose-questions", "purpose-dialogue", "purpose-transition")
    for purpose, topic in zip(PURPOSES, topics, strict=True):
        yield Point("mandate", topic, _is(own.mandate and getattr(own.mandate.purposes, purpose)), both)
    planned = any(
        plan.entity.group == record.id for year in (on.year, on.year + 1) for plan in plans_of(registry, year)
    )
    yield Point("mandate", "annual-plan", _is(planned), both)
    knowledge = own.knowledge_governance
    linked = knowledge and (any(holds(link, on) is not False for link in knowledge.links) or knowledge.none)
    stated = knowledge and knowledge.mission and (linked or ("knowledge-link", record.id) in exemptions(registry))
    yield Point("mandate", "knowledge-governance", _is(stated), both)
    yield from _representation(registry, record, own, on)
    yield Point("leadership", "chair", _is(has_chair(own)), "group", required=True)
    yield Point("leadership", "process-leader", _is(has_process_leader(own)), "principals", required=True)
    yield Point("leadership", "node", _is(any(seat.node for seat in own.members)), "group")
    yield Point("beside", "local-link", _is(own.local_link), "group")
    yield Point("beside", "disability", _is(own.disability_perspective), "group")
    yield Point("beside", "reports-to", _is(own.reports_to), "officials")
    yield Point("beside", "introduction", _is(own.introduction), "secretariat")
    decided = own.reached and (own.reached.decision or own.reached.at)
    yield Point("beside", "decision", _is(decided), "officials")


def _representation(registry: Registry, record: Record[Group], own: Group, on: dt.date) -> Iterator[Point]:
    """Both sides, holders, parts of the county, mandates: kept whole by both principals. (000:614-615)"""
    without = missing_sides(own)
    yield Point("representation", "seats-of-region", _is("region" not in without), "principals", required=True)
    yield Point(
        "representation", "seats-of-municipalities", _is("municipality" not in without), "principals", required=True
    )
    body = representation(registry, on, (record,)).bodies[0]
    unheld = len(body.unheld)
    yield Point("representation", "holders", _is(body.seats and not unheld), "principals", count=unheld)
    if body.subregions:
        lacking = sum(1 for covered in body.subregions.values() if covered is False)
        unknown = None in body.subregions.values()
        state: State = "missing" if lacking or not body.seats else "unknown" if unknown else "there"
        yield Point("representation", "subregions", state, "principals", count=lacking)
    bare = sum(1 for seat in own.members if not seat.mandate)
    yield Point("representation", "seat-mandates", _is(own.members and not bare), "principals", count=bare)


def _is(value: object) -> State:
    return "there" if value else "missing"
