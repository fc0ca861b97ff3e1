"""Chairs (*ordförande*): which side has chaired a body's meetings, and where one did twice in a row. (R-GRP-12)"""

import datetime as dt
from dataclasses import dataclass

from vis_cli.facts.chairing import Turn, side_of
from vis_cli.facts.meetings import is_held, timelines
from vis_cli.model.meeting import Meeting
from vis_cli.registry import Record, Registry


@dataclass(frozen=True, slots=True)
class Chaired:
    """A meeting that was held, and who chaired it."""

    meeting: Record[Meeting]
    person: str | None
    """The chair that is noted; None where none is."""
    side: Turn | None
    """For which side; None where it is not known."""
    again: bool
    """Whether the same side had chaired the meeting before."""


def chaired(registry: Registry, group: str, until: dt.date) -> tuple[Chaired, ...]:
    """The meetings of a body that were held until a day, in order."""
    found: list[Chaired] = []
    for record in timelines(registry).get(group, ()):
        if not is_held(record.entity) or record.entity.date > until:
            continue
        chair = next((item for item in record.entity.attendance if item.role == "chair"), None)
        side = side_of(registry, chair, record.entity.date) if chair else None
        again = side is not None and bool(found) and found[-1].side == side
        found.append(Chaired(record, chair.person if chair else None, side, again))
    return tuple(found)
