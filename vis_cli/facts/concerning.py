"""Whose meetings: those of a group, of a body that a person or an organisation has a seat in, or took part in."""

from collections.abc import Collection

from vis_cli.facts.bodies import seats_on
from vis_cli.facts.posts import post_on
from vis_cli.model.group import Group, Seat
from vis_cli.model.meeting import Meeting
from vis_cli.model.organisation import Organisation
from vis_cli.model.person import Person
from vis_cli.registry import Record, Registry


def meetings_of(
    registry: Registry,
    *,
    groups: Collection[str] = (),
    people: Collection[str] = (),
    organisations: Collection[str] = (),
) -> tuple[Record[Meeting], ...]:
    """The meetings that concern any of them, by date; all where none is named.

    A person's are those of the bodies where the person certainly or possibly has a seat on that day, and those that
    the person is on the list of. An organisation's are those where it, or an administration of it, has a seat.
    """
    every = sorted(registry.all(Meeting), key=lambda item: (item.entity.date, item.id))
    if not (groups or people or organisations):
        return tuple(every)
    within = with_parts(registry, organisations)
    return tuple(
        record
        for record in every
        if record.entity.group in groups
        or any(item.person in people for item in record.entity.attendance)
        or _seated(registry, record.entity, people, within)
    )


def seatless(registry: Registry) -> tuple[str, ...]:
    """The groups that have meetings, and of which no seat is known: whose meetings they are cannot be told."""
    met = {record.entity.group for record in registry.all(Meeting)}
    return tuple(
        record.id for record in registry.all(Group) if record.id in met and not any(map(_held, record.entity.members))
    )


def _held(seat: Seat) -> bool:
    return bool(seat.person or seat.organisation)


def _seated(registry: Registry, meeting: Meeting, people: Collection[str], organisations: Collection[str]) -> bool:
    """Whether any of them may have a seat in the body on the day of the meeting."""
    seats = seats_on(registry, meeting.group, meeting.date)
    return any(_concerns(registry, seat, meeting, people, organisations) for seat, _ in seats)


def _concerns(
    registry: Registry, seat: Seat, meeting: Meeting, people: Collection[str], organisations: Collection[str]
) -> bool:
    if seat.person in people:
        return True
    if not organisations:
        return False
    if seat.organisation is not None:
        return seat.organisation in organisations
    person = registry.get(Person, seat.person)
    post = post_on(person.entity, meeting.date) if person else None
    return bool(post and post.organisation in organisations)


def with_parts(registry: Registry, organisations: Collection[str]) -> frozenset[str]:
    """Organisations with all that belongs to them: a municipality with its administrations."""
    found = set(organisations)
    while more := {
        record.id for record in registry.all(Organisation) if record.entity.parent in found and record.id not in found
    }:
        found |= more
    return frozenset(found)
