"""A body at work: who sits in it on a day, its rules of procedure (*arbetsordning*), and whom it reports to."""

import datetime as dt

from vis_cli.facts.terms import holds
from vis_cli.model.group import Group, Procedure, Seat
from vis_cli.registry import Record, Registry


def seats_on(registry: Registry, group: str, on: dt.date) -> tuple[tuple[Seat, bool], ...]:
    """The seats that are or may be there on a day, in their order, each with whether that is certain."""
    record = registry.get(Group, group)
    held = [(seat, holds(seat, on)) for seat in (record.entity.members if record else ())]
    return tuple((seat, bool(sure)) for seat, sure in held if sure is not False)


def procedure(registry: Registry, group: str) -> Procedure | None:
    """How a body works, where that is known."""
    found = registry.get(Group, group)
    return found.entity.procedure if found else None


def above(registry: Registry, group: str) -> Record[Group] | None:
    """The body that a group reports to."""
    found = registry.get(Group, group)
    return registry.get(Group, found.entity.reports_to) if found else None


def is_officials(group: Group) -> bool:
    """Whether it is a steering group of officials (*tjänstestyrgrupp*): one whose members are not elected."""
    return group.type == "steering" and not group.elected


def officials(registry: Registry, group: str) -> Record[Group] | None:
    """The steering group of officials that a group's staffing is a matter of: above it, or the only one. (000:621-622)

    None where there is none, or there are several and none of them is above it.
    """
    seen = set()
    found = above(registry, group)
    while found is not None and found.id not in seen:
        if is_officials(found.entity):
            return found
        seen.add(found.id)
        found = above(registry, found.id)
    every = [record for record in registry.all(Group) if is_officials(record.entity) and record.id != group]
    return every[0] if len(every) == 1 else None


def staffed_by_decision(group: Group) -> bool:
    """Whether a change of its staffing is a matter of the steering group of officials. (000:594-595, 621-622)"""
    return group.type in ("consultation", "secretariat") and group.status not in ("proposed", "discontinued")
