"""In which order new groups can be established: the one that touches the least of what is there first. (R-TRA-3)

The principle is to begin with the groups that have the least complex structures before them and the fewest
dependencies, unless other things weigh more (000:535-543). What is counted is what the register knows; a
responsibility that nobody is named for may still fall to any of them, so every count is a least one.
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from vis_cli.facts.cycles import cycles
from vis_cli.facts.statuses import status_on
from vis_cli.facts.transfer import Outgoing, outgoing
from vis_cli.facts.transition import Resting
from vis_cli.model.agreement import Agreement
from vis_cli.model.group import Group
from vis_cli.registry import Record, Registry

_PENDING = ("proposed", "decided", "establishing")


@dataclass(frozen=True, slots=True)
class Dependencies:
    """What a new group touches, and what must come before it."""

    group: Record[Group]
    old: tuple[Record[Group], ...]
    """The groups that it takes over from."""
    responsibilities: tuple[Resting, ...]
    """What it takes over from them."""
    agreements: tuple[Record[Agreement], ...]
    """The agreements that those groups answer for."""
    shared: tuple[Resting, ...]
    """What of it has other takers too."""
    after: tuple[str, ...]
    """The groups to be established before it: those that it takes over from, and that are new themselves."""

    @property
    def count(self) -> int:
        """How many dependencies are known."""
        return len(self.old) + len(self.responsibilities) + len(self.agreements) + len(self.shared)


@dataclass(frozen=True, slots=True)
class Order:
    """The groups that are still to be established, in the order in which they can be."""

    groups: tuple[Dependencies, ...]
    circles: tuple[tuple[str, ...], ...]
    """Groups that wait for each other, so that none of them can be first."""
    unassigned: tuple[Resting, ...]
    """What nobody is named for: it may fall to any of them."""
    unknown: tuple[Record[Group], ...]
    """The old groups of which it is not known what they answer for."""

    @property
    def bounded(self) -> bool:
        """Whether the counts may be higher than what is known."""
        return bool(self.unassigned or self.unknown)


def is_pending(group: Group, on: dt.date) -> bool:
    """Whether it is a consultation group that is on its way to be established on a day."""
    status = status_on(group, on)
    return group.type == "consultation" and status is not None and status[0] in _PENDING


def order(registry: Registry, on: dt.date) -> Order:
    """The order in which the groups that are on their way can be established, by what is known on a day."""
    olds = outgoing(registry, on)
    pending = [record for record in registry.all(Group) if is_pending(record.entity, on)]
    ids = {record.id for record in pending}
    follows: dict[str, tuple[str, ...]] = {
        record.id: tuple(old.group.id for old in olds if any(taker.id == record.id for taker in old.takers))
        for record in registry.all(Group)
    }
    found = {record.id: _dependencies(record, olds, follows, ids) for record in pending}
    live = [old for old in olds if old.group.entity.status != "discontinued"]
    return Order(
        groups=tuple(_placed(found)),
        circles=cycles({id: before for id, before in follows.items() if before}),
        unassigned=tuple(item for old in live for item in old.unassigned),
        unknown=tuple(old.group for old in live if not old.responsibilities),
    )


def _dependencies(
    group: Record[Group], olds: Iterable[Outgoing], follows: Mapping[str, tuple[str, ...]], pending: set[str]
) -> Dependencies:
    before = [old for old in olds if old.group.id in follows[group.id]]
    rests = [item for old in before for item in old.responsibilities if group.id in {taker.id for taker in item.takers}]
    agreements = {record.id: record for old in before for record in old.agreements}
    return Dependencies(
        group=group,
        old=tuple(old.group for old in before),
        responsibilities=tuple(rests),
        agreements=tuple(agreements.values()),
        shared=tuple(item for item in rests if len(item.takers) > 1),
        after=tuple(old.group.id for old in before if old.group.id in pending),
    )


def _placed(found: Mapping[str, Dependencies]) -> Iterable[Dependencies]:
    """The fewest dependencies first, but none before what it comes after; in a circle the fewest goes first."""
    waiting = dict(sorted(found.items(), key=lambda item: (item[1].count, item[0])))
    while waiting:
        free = [item for item in waiting.values() if not any(id in waiting for id in item.after)]
        chosen = (free or list(waiting.values()))[0]
        yield waiting.pop(chosen.group.id)
