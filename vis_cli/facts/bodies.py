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
