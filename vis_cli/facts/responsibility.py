"""Who answers for the agreements on a day, and whom else they concern. (000:307-308, 338-341)"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from vis_cli.facts.agreements import owner, parent
from vis_cli.facts.terms import holds
from vis_cli.model.agreement import Agreement
from vis_cli.model.group import Group
from vis_cli.registry import Record, Registry

Part = Literal["owner", "concerned", "listed"]
"""Answers for it; is concerned by it (*berörd*); has it in its own list of agreements, and nothing more is said."""


@dataclass(frozen=True, slots=True)
class Answerable:
    """Who answers for an agreement on a day."""

    agreement: Record[Agreement]
    owner: str | None
    """The group, where it is one and for certain."""
    inherited: bool
    """Whether it is the parent's owner: so for a partial agreement without one of its own."""
    possible: tuple[str, ...]
    """The groups that may answer for it, where it is not certain which one does."""
    concerned: tuple[str, ...]
    """Other groups that it concerns."""


def answerable(registry: Registry, agreement: Record[Agreement], on: dt.date) -> Answerable:
    """Who answers for an agreement on a day, and whom else it concerns."""
    own = agreement.entity
    found = owner(registry, agreement, on)
    inherited = found is not None and not own.owners and parent(registry, agreement) is not None
    may = () if found else tuple(dict.fromkeys(item.group for item in own.owners if holds(item, on) is not False))
    return Answerable(agreement, found, inherited, may, tuple(group for group in own.concerned if group != found))


def parts(registry: Registry, on: dt.date) -> Mapping[tuple[str, str], Part]:
    """What each group has to do with each agreement on a day, by (agreement, group)."""
    found: dict[tuple[str, str], Part] = {}
    for group in registry.all(Group):
        listed = group.entity.profile.agreements if group.entity.profile else None
        for id in listed.agreements if listed else ():
            found[id, group.id] = "listed"
    for record in registry.all(Agreement):
        who = answerable(registry, record, on)
        found |= {(record.id, id): "concerned" for id in who.concerned}
        if who.owner:
            found[record.id, who.owner] = "owner"
    return found


def successors(registry: Registry) -> Mapping[str, tuple[Record[Group], ...]]:
    """The groups that continue the work of each group, by its id."""
    found: dict[str, list[Record[Group]]] = {}
    for record in registry.all(Group):
        for id in record.entity.predecessors:
            found.setdefault(id, []).append(record)
    return {id: tuple(records) for id, records in found.items()}


def is_over(group: Group, on: dt.date) -> bool:
    """Whether a group was gone by that day: its last day had passed, or it is discontinued and nobody knows when."""
    if group.until:
        return group.until.latest < on
    return group.status == "discontinued"
