"""Where somebody has something to do: all that names a person and is not past, for when the person changes post.

Found by the references of the register, so that nothing is left out whatever kinds it has. (004:83)
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from vis_cli.facts.matters import Given, assignments
from vis_cli.facts.meetings import is_held
from vis_cli.facts.seats import existed
from vis_cli.facts.terms import holds
from vis_cli.model.base import Part, Term
from vis_cli.model.group import Group
from vis_cli.model.meeting import Meeting
from vis_cli.model.question import DevelopmentQuestion
from vis_cli.places import Route
from vis_cli.registry import Record, Reference, Registry

Work = Literal[
    "seat", "ksa", "gsa", "substitute", "assignment", "presenter", "attendance", "owner", "knowledge-link", "named"
]
"""A seat in a group; holds a KSA or a GSA, or is a substitute there; has an open assignment; presents an item of a
meeting to come; is called to one; answers for something; links a group to knowledge governance; is named otherwise."""

ORDER: tuple[Work, ...] = (
    *("seat", "ksa", "gsa", "substitute", "knowledge-link"),
    *("assignment", "owner", "presenter", "attendance", "named"),
)
_OWNER_KEYS = ("owner", "owners", "leader", "responsible", "convener")


@dataclass(frozen=True, slots=True)
class Touch:
    """Something that names the person and is not past."""

    work: Work
    reference: Reference
    part: Part
    """The innermost part that names the person."""

    @property
    def source(self) -> Record[Any]:
        """The entity in which it stands."""
        return self.reference.source

    @property
    def index(self) -> int:
        """The number of the seat, or of what else it is, in its list; for what stands in one."""
        return next((step for step in self.reference.route if isinstance(step, int)), 0)


def touched(registry: Registry, person: str, on: dt.date) -> tuple[Touch, ...]:
    """All that names a person, and that is or may be so on a day or after it: in the order of `ORDER`, then by id."""
    given = {(item.meeting.id, item.place.route): item for item in assignments(registry)}
    found = [
        Touch(_work(reference), reference, parts[-1])
        for reference in registry.referrers("person", person)
        if not _past(reference, parts := list(_parts(reference)), on, given)
    ]
    return tuple(sorted(found, key=lambda item: (ORDER.index(item.work), item.source.id, str(item.reference.route))))


def _parts(reference: Reference) -> Iterator[Part]:
    """The entity and the parts inside it that lead to the reference."""
    value: Any = reference.source.entity
    yield value
    for step in reference.route:
        value = value[step] if isinstance(step, int) else getattr(value, step)
        if isinstance(value, Part):
            yield value


def _past(reference: Reference, parts: list[Part], on: dt.date, given: dict[tuple[str, Route], Given]) -> bool:
    """Whether it was over by the day, or tells of what has been done."""
    if any(
        isinstance(part, Term) and part.until and holds(part, on) is False and part.until.latest < on for part in parts
    ):
        return True
    entity, route = reference.source.entity, reference.route
    if isinstance(entity, Group):
        return existed(entity, on) is False and not (entity.since and entity.since.earliest > on)
    if isinstance(entity, DevelopmentQuestion):
        return entity.outcome is not None or route[:2] != ("steps", len(entity.steps) - 1)
    if isinstance(entity, Meeting):
        if "assignments" in route and route[-2] == "owners":
            task = given.get((reference.source.id, route[:-2]))
            return task is None or task.state == "closed" or task.state == "reported"
        return is_held(entity) or entity.status == "cancelled" or entity.date < on
    return reference.source.kind in ("adoption", "version", "deviation", "follow-up", "local-agreement")


def _work(reference: Reference) -> Work:
    kind, keys = reference.source.kind, [step for step in reference.route if isinstance(step, str)]
    if kind == "group" and keys[0] == "members":
        return "seat"
    if kind == "contact" and "substitutes" in keys:
        return "substitute"
    if kind == "contact":
        return "ksa" if keys[0] == "ksa" else "gsa"
    if "knowledge_governance" in keys:
        return "knowledge-link"
    if "assignments" in keys:
        return "assignment"
    if "presenters" in keys:
        return "presenter"
    if kind == "meeting" and keys[0] == "attendance":
        return "attendance"
    return "owner" if any(key in _OWNER_KEYS for key in keys) else "named"
