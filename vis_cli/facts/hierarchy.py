"""The bodies as a tree: who reports to whom, and which old groups pass to which new ones. (000:261-263, 540)"""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from vis_cli.facts.seats import existed
from vis_cli.facts.statuses import status_on
from vis_cli.facts.transfer import outgoing
from vis_cli.model.group import Group, GroupStatus
from vis_cli.registry import Record, Registry

_ORDER = ("steering", "secretariat", "consultation", "working", "project", "forum")


@dataclass(frozen=True, slots=True)
class Branch:
    """A body, and those that report to it."""

    group: Record[Group]
    status: GroupStatus
    """The status that it had on the day."""
    children: tuple["Branch", ...]
    passes_to: tuple[Record[Group], ...]
    """The groups that continue its work or take over from it."""

    def walk(self) -> Iterator["Branch"]:
        """Itself and all below it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()


def hierarchy(registry: Registry, on: dt.date, *, ended: bool = False) -> tuple[Branch, ...]:
    """The bodies of a day, from the top: those that report to none that is there come first to be read.

    With `ended` those that had ended by then too. A circle of reports is cut where it is met.
    """
    there = {
        record.id: status[0]
        for record in registry.all(Group)
        if (status := status_on(record.entity, on))
        and (ended or (existed(record.entity, on) is not False and status[0] != "discontinued"))
    }
    passes = {old.group.id: old.takers for old in outgoing(registry, on)}
    below: dict[str, list[str]] = {}
    tops = []
    for id in sorted(there, key=lambda id: _rank(registry, id)):
        record = registry.get(Group, id)
        above = record.entity.reports_to if record else None
        if above in there and above != id:
            below.setdefault(str(above), []).append(id)
        else:
            tops.append(id)
    seen: set[str] = set()
    found = [branch for id in tops if (branch := _branch(registry, id, there, below, passes, seen))]
    for id in there:  # those in a circle have no top
        if id not in seen and (branch := _branch(registry, id, there, below, passes, seen)):
            found.append(branch)
    return tuple(found)


def _branch(
    registry: Registry,
    id: str,
    there: Mapping[str, GroupStatus],
    below: Mapping[str, list[str]],
    passes: Mapping[str, tuple[Record[Group], ...]],
    seen: set[str],
) -> Branch | None:
    record = registry.get(Group, id)
    if record is None or id in seen:
        return None
    seen.add(id)
    children = (_branch(registry, child, there, below, passes, seen) for child in below.get(id, ()))
    return Branch(record, there[id], tuple(child for child in children if child), passes.get(id, ()))


def _rank(registry: Registry, id: str) -> tuple[int, bool, str]:
    """The elected steering group first, then by type and name."""
    record = registry.get(Group, id)
    if record is None:
        return len(_ORDER), True, id
    return _ORDER.index(record.entity.type), not record.entity.elected, record.name
