"""Who sat where on a day: the seats of all groups, one group or one person, each certain or only possible.

A seat lasts no longer than its group: who sat in a forum on the day it was discontinued did not sit there the day
after, although nobody ended the seat. (R-DATA-3)
"""

import datetime as dt
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from vis_cli.facts.concerning import with_parts
from vis_cli.facts.posts import post_on
from vis_cli.facts.terms import holds
from vis_cli.model.base import Term
from vis_cli.model.group import Group, Seat
from vis_cli.model.person import Person
from vis_cli.registry import Place, Record, Registry


@dataclass(frozen=True, slots=True)
class Sitting:
    """A seat on a day."""

    group: Record[Group]
    index: int
    """Its number in the list of the group."""
    seat: Seat
    sure: bool
    """Whether it is certain that it held on the day; else it may have."""
    title: str | None
    """What the person who sits in it was on that day, where one is named and the post is known."""
    employer: str | None
    """The organisation in which, or whose seat it is."""

    @property
    def place(self) -> Place:
        """Where it stands."""
        return self.group.at("members", self.index)

    @property
    def named(self) -> bool:
        """Whether it is known who sits in it."""
        return self.seat.person is not None


def sitting(
    registry: Registry,
    on: dt.date,
    *,
    groups: Collection[str] = (),
    people: Collection[str] = (),
    organisations: Collection[str] = (),
) -> tuple[Sitting, ...]:
    """The seats that hold, or may hold, on a day, by group and in the order of the seats; all where nothing is named.

    An organisation's are its own and those of its parts: a municipality's with those of its administrations.
    """
    within = with_parts(registry, organisations) if organisations else frozenset()
    return tuple(
        item
        for record in registry.all(Group)
        if not groups or record.id in groups
        for item in _of(registry, record, on)
        if (not people or item.seat.person in people) and (not organisations or item.employer in within)
    )


def seats_ever(registry: Registry, person: str) -> tuple[tuple[Record[Group], int, Seat], ...]:
    """Every seat that somebody has or had in any group, the earliest first; one without a beginning before others."""
    found = [
        (record, index, seat)
        for record in registry.all(Group)
        for index, seat in enumerate(record.entity.members)
        if seat.person == person
    ]
    return tuple(sorted(found, key=lambda item: (str(item[2].since or ""), item[0].id, item[1])))


def existed(group: Group, on: dt.date) -> bool | None:
    """Whether a group was there on a day, and not discontinued; None where the dates do not tell."""
    within = holds(group, on)
    if within is False or group.status != "discontinued" or group.until:
        return within
    ended = group.reached.on if group.reached else None
    if ended is None:
        return None
    return within if on <= ended.earliest else None if on <= ended.latest else False


def as_on(group: Group, on: dt.date) -> Group:
    """The group with the seats and the mandate that it has, or may have, on a day: for what is asked of it then."""

    def there(term: Term | None) -> bool:
        return term is not None and holds(term, on) is not False

    return group.model_copy(
        update={
            "members": tuple(seat for seat in group.members if there(seat)),
            "mandate": group.mandate if there(group.mandate) else None,
        }
    )


def left_empty(group: Group, on: dt.date) -> tuple[Seat, ...]:
    """The places whose holder has certainly left by a day, and which nobody has, or may have, taken since."""
    found: dict[tuple[object, ...], Seat] = {}
    taken = {_place(seat) for seat in group.members if holds(seat, on) is not False}
    for seat in group.members:
        if seat.until and seat.until.latest < on and _place(seat) not in taken:
            found[_place(seat)] = seat
    return tuple(found.values())


def _place(seat: Seat) -> tuple[object, ...]:
    """What makes it the same place, whoever sits in it."""
    return seat.role, seat.side, seat.organisation, seat.function, seat.subregion


def _of(registry: Registry, record: Record[Group], on: dt.date) -> Iterator[Sitting]:
    there = existed(record.entity, on)
    if there is False:
        return
    for index, seat in enumerate(record.entity.members):
        held = holds(seat, on)
        if held is False:
            continue
        known = registry.get(Person, seat.person)
        post = post_on(known.entity, on) if known else None
        yield Sitting(
            record,
            index,
            seat,
            bool(held) and there is True,
            seat.function or (post.title if post else None),
            seat.organisation or (post.organisation if post else None),
        )
