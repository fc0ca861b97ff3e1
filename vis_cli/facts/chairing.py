"""Who should chair a meeting, where the chair alternates between the sides (*ordförandeskapet växlar*)."""

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from vis_cli.facts.bodies import seats_on
from vis_cli.facts.meetings import is_held, previous_meeting
from vis_cli.facts.posts import post_on
from vis_cli.facts.settings import collaboration
from vis_cli.model.group import Group
from vis_cli.model.meeting import Attendance, Meeting
from vis_cli.model.organisation import Organisation
from vis_cli.model.person import Person
from vis_cli.registry import Record, Registry

Turn = Literal["region", "municipality"]
_OTHER: dict[Turn, Turn] = {"region": "municipality", "municipality": "region"}


@dataclass(frozen=True, slots=True)
class Chairing:
    """Whose turn it is to chair, who does it for that side where that is one person, and after which meeting."""

    side: Turn
    person: str | None
    after: Record[Meeting]
    """The meeting before, which the other side chairs or chaired."""


def proposed(registry: Registry, meeting: Meeting) -> Chairing | None:
    """Whose turn it is; None where the chair does not alternate, or nobody knows who chaired last.

    A meeting that is still to come counts with the chair that is noted for it, or with the side whose turn it is.
    """
    group = registry.get(Group, meeting.group)
    if group is None or not group.entity.alternates:
        return None
    before = previous_meeting(registry, meeting.group, meeting.date)
    if before is None:
        return None
    chair = next((item for item in before.entity.attendance if item.role == "chair"), None)
    last = side_of(registry, chair, before.entity.date) if chair else None
    if last is None and chair is None and not is_held(before.entity):
        turn = proposed(registry, before.entity)
        last = turn.side if turn else None
    if last is None:
        return None
    side = _OTHER[last]
    return Chairing(side, _seat(registry, group.id, side, meeting.date), before)


def side_of(registry: Registry, attendance: Attendance, on: dt.date) -> Turn | None:
    """For which side somebody took part: by the capacity, or else by the post on that day; None where neither tells."""
    if attendance.capacity == "region" or attendance.capacity == "municipality":
        return attendance.capacity
    person = registry.get(Person, attendance.person)
    post = post_on(person.entity, on) if person else None
    organisation = registry.get(Organisation, post.organisation if post else None)
    if organisation is None:
        return None
    for about in collaboration(registry):
        for party in about.entity.sides:
            if organisation.id in (party.association, party.organisation):
                return _turn(party.side)
    return _turn(organisation.entity.side)


def _turn(side: str) -> Turn | None:
    return "region" if side == "region" else "municipality" if side == "municipality" else None


def _seat(registry: Registry, group: str, side: Turn, on: dt.date) -> str | None:
    """The one person who sits as chair or vice-chair for a side on a day; None where it is none or several."""
    seats = (seat for seat, _ in seats_on(registry, group, on) if seat.side == side)
    found = {seat.person for seat in seats if seat.role in ("chair", "vice-chair") and seat.person}
    return found.pop() if len(found) == 1 else None
