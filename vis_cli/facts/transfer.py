"""The transition as a whole: what each old group answers for, who shall take it over, what nobody takes. (000:540)"""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from vis_cli.facts.responsibility import answerable, successors
from vis_cli.facts.terms import certain
from vis_cli.facts.transition import Resting, resting
from vis_cli.model.agreement import Agreement
from vis_cli.model.group import Group
from vis_cli.registry import Record, Registry


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A group whose work is to go to others, on a day."""

    group: Record[Group]
    responsibilities: tuple[Resting, ...]
    """Each of its responsibilities, and on whom it rests; empty where none is known."""
    successors: tuple[Record[Group], ...]
    """The groups that are said to continue its work."""
    agreements: tuple[Record[Agreement], ...]
    """The agreements that it answers for, which somebody must take over too."""
    perhaps: tuple[Record[Agreement], ...]
    """Those that it may answer for: the dates do not tell."""
    on: dt.date
    """The day."""

    @property
    def kept(self) -> tuple[Record[Agreement], ...]:
        """The agreements that it goes on answering for, as nothing says until when: then it cannot end."""
        return tuple(
            record
            for record in self.agreements
            if any(own.group == self.group.id and certain(own).last > self.on for own in record.entity.owners)
        )

    @property
    def takers(self) -> tuple[Record[Group], ...]:
        """All groups that it goes to, as takers or successors, each once."""
        found = {record.id: record for item in self.responsibilities for record in item.takers}
        return tuple((found | {record.id: record for record in self.successors}).values())

    @property
    def unassigned(self) -> tuple[Resting, ...]:
        """What nobody is named for."""
        return tuple(item for item in self.responsibilities if item.state == "unassigned")

    @property
    def lacking(self) -> tuple[Resting, ...]:
        """What lacks an established taker: while there is any, the group goes on. (000:544-545)"""
        return tuple(item for item in self.responsibilities if item.lacks)

    @property
    def can_end(self) -> bool:
        """Whether all of it is known and rests on somebody who is established, its agreements too."""
        return bool(self.responsibilities) and not self.lacking and not self.kept


def outgoing(registry: Registry, on: dt.date) -> tuple[Outgoing, ...]:
    """The old groups: all forums, and other groups that others are to continue or to take over from."""
    after = successors(registry)
    owned, perhaps = _agreements(registry, on)
    found = []
    for record in registry.all(Group):
        rests = resting(registry, record, on)
        if record.entity.type == "forum" or record.id in after or any(item.takers for item in rests):
            own, may = owned.get(record.id, ()), perhaps.get(record.id, ())
            found.append(Outgoing(record, rests, after.get(record.id, ()), own, may, on))
    return tuple(found)


def incoming(registry: Registry, group: str, on: dt.date) -> Iterator[tuple[Outgoing, tuple[Resting, ...]]]:
    """The old groups that a group is to take over from, each with what of it."""
    for old in outgoing(registry, on):
        own = tuple(item for item in old.responsibilities if any(taker.id == group for taker in item.takers))
        if own or any(successor.id == group for successor in old.successors):
            yield old, own


Owned = Mapping[str, tuple[Record[Agreement], ...]]


def _agreements(registry: Registry, on: dt.date) -> tuple[Owned, Owned]:
    """The agreements that each group answers for, and those that it may."""
    owned: dict[str, list[Record[Agreement]]] = {}
    perhaps: dict[str, list[Record[Agreement]]] = {}
    for record in registry.all(Agreement):
        who = answerable(registry, record, on)
        if who.owner:
            owned.setdefault(who.owner, []).append(record)
        for group in who.possible:
            perhaps.setdefault(group, []).append(record)
    return (
        {id: tuple(records) for id, records in owned.items()},
        {id: tuple(records) for id, records in perhaps.items()},
    )
