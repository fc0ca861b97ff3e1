"""What changed of who sits in a group between two states of the register: who came, who ended, who is gone."""

import datetime as dt
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Literal

from vis_cli.facts.terms import possible
from vis_cli.model.group import Group, Seat
from vis_cli.model.person import is_forgotten
from vis_cli.model.values import When

Key = Callable[[Seat], Hashable]
Altered = Literal["side", "organisation", "since", "until"]


@dataclass(frozen=True, slots=True)
class Restaffing:
    """The changes, each by the numbers of the seats."""

    came: tuple[int, ...]
    """Seats of people, organisations or functions that had none before, or had left; by their number now."""
    ended: tuple[tuple[int, int], ...]
    """Seats that got a last day, of those who have no other seat since; by their number before and now."""
    gone: tuple[int, ...]
    """Seats that are no longer on record; by their number before."""
    altered: tuple[tuple[int, int, Altered], ...]
    """Seats that are another side's or organisation's, or of another time; by their number before and now, and what."""


def restaffing(before: Group, after: Group) -> Restaffing:
    """What changed. Who changes role in the group neither comes nor ends; a name that was not known can be filled in.

    A seat is known again by all that it says, or else by its holder, its side and its role or its first day. Who had
    left comes anew; who goes over to the other side, or sits there for somebody else, is not the same as before.
    """
    pairs = _pairs(before.members, after.members)
    new = [index for index in range(len(after.members)) if index not in pairs.values()]
    came = _came(after, new, there=list(pairs.values()))
    ended = [
        (old, now)
        for old, now in sorted(pairs.items())
        if before.members[old].until is None
        and after.members[now].until is not None
        and not any(goes_on(after.members[now], after.members[index]) for index in new)
    ]
    return Restaffing(
        came=tuple(came),
        ended=tuple(ended),
        gone=tuple(index for index in range(len(before.members)) if index not in pairs),
        altered=tuple(
            (old, now, what)
            for old, now in sorted(pairs.items())
            if (what := _altered(before.members[old], after.members[now]))
        ),
    )


def _came(after: Group, new: list[int], there: list[int]) -> list[int]:
    """The new seats of those who had none until then: the seats of one who only changes role follow on each other."""
    known, left = [after.members[index] for index in there], list(new)
    while followers := [index for index in left if any(goes_on(seat, after.members[index]) for seat in known)]:
        known += [after.members[index] for index in followers]
        left = [index for index in left if index not in followers]
    return left


def goes_on(old: Seat, new: Seat) -> bool:
    """Whether the holder of one seat goes on in the other: for the same side and house, without having left."""
    houses = {old.organisation, new.organisation} - {None}
    if _holder(old) != _holder(new) or old.side != new.side or len(houses) > 1:
        return False
    last = possible(old).last
    return last == dt.date.max or possible(new).first <= last + dt.timedelta(days=1) <= possible(new).last


def _altered(old: Seat, new: Seat) -> Altered | None:
    """What is otherwise of whose the seat is, or when; what was not known, or is now known better, is not."""
    if old.side != new.side:
        return "side"
    if old.organisation and old.organisation != new.organisation:
        return "organisation"
    if old.since and not _within(new.since, old.since):
        return "since"
    return "until" if old.until and not _within(new.until, old.until) else None


def _within(new: When | None, old: When) -> bool:
    return new is not None and old.earliest <= new.earliest and new.latest <= old.latest


def _pairs(before: tuple[Seat, ...], after: tuple[Seat, ...]) -> dict[int, int]:
    """Which seat of before is which now, by the strictest likeness first."""
    found: dict[int, int] = {}
    keys: tuple[Key, ...] = (
        repr,
        lambda seat: (_holder(seat), seat.side, seat.role, str(seat.since)),
        lambda seat: (_holder(seat), seat.side, seat.role),
        lambda seat: (_holder(seat), str(seat.since)),
    )
    for key in keys:
        for old, seat in enumerate(before):
            if old in found:
                continue
            for now, other in enumerate(after):
                if now not in found.values() and key(seat) == key(other):
                    found[old] = now
                    break
    for old, seat in enumerate(before):  # a name, or whose seat it is, was filled in
        for now, other in enumerate(after):
            if old not in found and now not in found.values() and _filled_in(seat, other):
                found[old] = now
    return found


def _filled_in(old: Seat, new: Seat) -> bool:
    """Whether the new one says all that the old one says of whose it is, and more; or the role in place of a name."""
    person = old.person if is_forgotten(new.person) and old.until == new.until else new.person
    says = [(old.person, person), (old.organisation, new.organisation), (old.function, new.function)]
    return (old.side, old.role) == (new.side, new.role) and all(one in (None, other) for one, other in says)


def _holder(seat: Seat) -> Hashable:
    return seat.person or (seat.organisation, seat.function)
