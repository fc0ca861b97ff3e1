"""Attendance (*närvaro*): who has come to a body's meetings, by side, municipality and person, as the minutes say."""

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from vis_cli.facts.meetings import is_held, timelines
from vis_cli.facts.representing import municipality_of_person
from vis_cli.model.meeting import Capacity, Meeting
from vis_cli.registry import Record, Registry


@dataclass(frozen=True, slots=True)
class Attended:
    """Who came to the meetings of a period."""

    held: int
    """The meetings that were held."""
    known: tuple[Record[Meeting], ...]
    """Those of which it is known who was there."""
    by_capacity: Mapping[Capacity, int]
    """Persons there on behalf of each, all meetings together."""
    by_municipality: Mapping[str, int]
    """At how many of the meetings somebody from a municipality was there."""
    by_person: Mapping[str, tuple[int, int]]
    """Each person: (came to, is noted at) so many meetings."""


def attended(registry: Registry, group: str, until: dt.date, since: dt.date = dt.date.min) -> Attended:
    """Who came to the meetings of a body in a period, both days included. Guests count as persons, for no side."""
    held = [
        record
        for record in timelines(registry).get(group, ())
        if is_held(record.entity) and since <= record.entity.date <= until
    ]
    known = [record for record in held if any(item.present is not None for item in record.entity.attendance)]
    capacities: Counter[Capacity] = Counter()
    municipalities: Counter[str] = Counter()
    came: Counter[str] = Counter()
    noted: Counter[str] = Counter()
    for record in known:
        there = [item for item in record.entity.attendance if item.present]
        noted.update({item.person for item in record.entity.attendance if item.present is not None})
        came.update({item.person for item in there})
        capacities.update(item.capacity for item in there if not item.guest)
        day = record.entity.date
        homes = {
            municipality_of_person(registry, item.person, day)
            for item in there
            if item.capacity == "municipality" and not item.guest
        }
        municipalities.update(home for home in homes if home)
    persons = {person: (came[person], noted[person]) for person in sorted(noted)}
    return Attended(len(held), tuple(known), dict(capacities), dict(sorted(municipalities.items())), persons)
