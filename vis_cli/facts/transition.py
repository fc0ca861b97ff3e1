"""Transition (*övergång*): on whom what a group answers for rests when it ends, and what of it lacks anybody.

No forum ends until each of its responsibilities has been taken over by a group that is established, or by the
secretariat (000:532-534, 544-547). There can be several takers of one, and several of one group (000:540).
"""

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from vis_cli.facts.statuses import status_on
from vis_cli.model.group import Group, Handover, Responsibility
from vis_cli.registry import Record, Registry

State = Literal["handed-over", "ready", "waiting", "unassigned"]
"""Handed over to a group that is established; a taker is established and it can be handed over; takers are named, and
none of them is established; nobody is named."""


@dataclass(frozen=True, slots=True)
class Resting:
    """A responsibility of a group, and on whom it rests or shall rest."""

    group: Record[Group]
    index: int
    """Its number in the list of the group."""
    responsibility: Responsibility
    takers: tuple[Record[Group], ...]
    """All that are named, as takers or by a handover, each once."""
    established: tuple[Record[Group], ...]
    """Those of them that can take it over."""
    handed: tuple[Handover, ...]
    """The handovers to those, until the day."""

    @property
    def state(self) -> State:
        """How far it has come."""
        if self.handed:
            return "handed-over"
        if self.established:
            return "ready"
        return "waiting" if self.takers else "unassigned"

    @property
    def lacks(self) -> bool:
        """Whether it lacks an established taker, so that the group must go on. (000:544-545)"""
        return not self.established


def takes_over(group: Group, on: dt.date) -> bool:
    """Whether a responsibility can rest on it on a day: an established group, or the secretariat at work. (000:544-547)

    Where the dates do not tell, its status says it.
    """
    found = status_on(group, on)
    status = found[0] if found else None
    return status == "established" or (group.type == "secretariat" and status == "active")


def resting(registry: Registry, group: Record[Group], on: dt.date) -> tuple[Resting, ...]:
    """Each responsibility of a group, and on whom it rests on a day."""
    found = []
    for index, own in enumerate(group.entity.responsibilities):
        handed = [entry for entry in own.handovers if not entry.on or entry.on.earliest <= on]
        named = dict.fromkeys((*own.takers, *(entry.to for entry in handed)))
        takers = tuple(record for id in named if (record := registry.get(Group, id)))
        ready = tuple(record for record in takers if takes_over(record.entity, on))
        ids = {record.id for record in ready}
        found.append(Resting(group, index, own, takers, ready, tuple(item for item in handed if item.to in ids)))
    return tuple(found)


def lacking(registry: Registry, group: Record[Group], on: dt.date) -> tuple[Resting, ...]:
    """What of it lacks an established taker on a day: while there is any, the group goes on. (000:544-545)"""
    return tuple(item for item in resting(registry, group, on) if item.lacks)
