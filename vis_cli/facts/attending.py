"""Who belongs at a meeting and who was there: the seats of the day, on whose behalf, and whether they are enough."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from vis_cli.facts.bodies import procedure, seats_on
from vis_cli.facts.posts import post_on
from vis_cli.facts.settings import collaboration
from vis_cli.model.group import Group, Seat
from vis_cli.model.meeting import Attendance, Capacity, Meeting
from vis_cli.model.organisation import Organisation
from vis_cli.model.person import Person
from vis_cli.registry import Record, Registry

SIDES: tuple[Capacity, ...] = ("region", "municipality")
CAPACITIES: tuple[Capacity, ...] = (*SIDES, "secretariat", "association", "adjunct")
"""On whose behalf somebody takes part, in the order in which minutes print it. (003:3-12)"""

_ORDINARY = ("chair", "vice-chair", "member")
_DECIDING = (*_ORDINARY, "substitute")


@dataclass(frozen=True, slots=True)
class Seated:
    """Somebody who has a seat in the body on the day."""

    person: str
    seat: Seat
    capacity: Capacity
    expected: bool
    """Whether a word is wanted on whether the person was there: certain of the seat, and no substitute."""


def seated(registry: Registry, group: str, on: dt.date) -> tuple[Seated, ...]:
    """Those who have, or may have, a seat in a body on a day, in the order of the seats; each once."""
    found: dict[str, Seated] = {}
    for seat, sure in seats_on(registry, group, on):
        if seat.person and (seat.person not in found or sure):
            capacity = capacity_of(registry, group, seat.person, on) or "adjunct"
            expected = sure and seat.role not in ("substitute", "adjunct")
            found.setdefault(seat.person, Seated(seat.person, seat, capacity, expected))
    return tuple(found.values())


def capacity_of(registry: Registry, group: str, person: str, on: dt.date) -> Capacity | None:
    """On whose behalf somebody takes part: by the seat, the secretariat or the post; None where none of them says."""
    own = [seat for seat, _ in seats_on(registry, group, on) if seat.person == person]
    for seat in own:
        if seat.role == "adjunct" or seat.side == "external":
            return "adjunct"
        if seat.side != "joint":
            return seat.side
    office = next((record.entity.secretariat for record in collaboration(registry)), None)
    if office and any(seat.person == person for seat, _ in seats_on(registry, office, on)):
        return "secretariat"
    known = registry.get(Person, person)
    post = post_on(known.entity, on) if known else None
    employer = registry.get(Organisation, post.organisation) if post else None
    return "association" if employer and employer.entity.type == "association" else None


@dataclass(frozen=True, slots=True)
class Strength:
    """Whether those who were there can decide."""

    there: int
    """Members known to have been there, and substitutes in the place of others."""
    perhaps: int
    """As many as there can have been, where it is not known of all."""
    quorum: int | None
    """As many as a decision needs; empty where the body's procedure does not say."""
    missing: tuple[Capacity, ...]
    """The sides that certainly nobody was there from, where both must be."""

    @property
    def below(self) -> bool:
        """Whether there were certainly too few."""
        return self.quorum is not None and self.perhaps < self.quorum


def strength(
    registry: Registry, record: Record[Meeting], attendance: Sequence[Attendance] | None = None
) -> Strength | None:
    """Who could decide at a meeting, or could with this attendance. None where nothing is known of who was there."""
    meeting = record.entity
    known = meeting.attendance if attendance is None else attendance
    group = registry.get(Group, meeting.group)
    if not known:
        return None
    seats = [seat for seat, _ in seats_on(registry, meeting.group, meeting.date)]
    rules = procedure(registry, meeting.group)
    coming = {item.capacity for item in known if item.present is not False}
    joint = group is not None and group.entity.joint
    return Strength(
        there=_deciding(seats, [item for item in known if item.present is True]),
        perhaps=_deciding(seats, [item for item in known if item.present is not False]),
        quorum=rules.quorum if rules else None,
        missing=tuple(side for side in SIDES if side not in coming) if joint else (),
    )


def _deciding(seats: Sequence[Seat], there: Sequence[Attendance]) -> int:
    """How many of them count: no guests, and substitutes only for members who are not there."""
    total = 0
    for side in SIDES:
        own = [seat for seat in seats if seat.side == side]
        roles = {seat.person: seat.role for seat in own if seat.person}
        present = [roles.get(item.person, "member") for item in there if item.capacity == side and not item.guest]
        members = sum(1 for role in present if role in _ORDINARY)
        places = sum(1 for seat in own if seat.role in _ORDINARY)
        total += min(sum(1 for role in present if role in _DECIDING), max(places, members))
    return total
