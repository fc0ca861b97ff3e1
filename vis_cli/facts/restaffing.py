"""What changed of who sits in a group between two states of the register: who came, who ended, who is gone."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass

from vis_cli.model.group import Group, Seat

Key = Callable[[Seat], Hashable]


@dataclass(frozen=True, slots=True)
class Restaffing:
    """The changes, each by the numbers of the seats."""

    came: tuple[int, ...]
    """Seats of people, organisations or functions that had none before; by their number now."""
    ended: tuple[tuple[int, int], ...]
    """Seats that got a last day, of those who have no other seat since; by their number before and now."""
    gone: tuple[int, ...]
    """Seats that are no longer on record; by their number before."""


def restaffing(before: Group, after: Group) -> Restaffing:
    """What changed. Who changes role in the group neither comes nor ends; a name that was not known can be filled in.

    A seat is known again by all that it says, or else by its holder, its side and its role or its first day.
    """
    pairs = _pairs(before.members, after.members)
    had = {_holder(seat) for seat in before.members}
    new = [index for index in range(len(after.members)) if index not in pairs.values()]
    holders = {_holder(after.members[index]) for index in new}
    ended = [
        (old, now)
        for old, now in sorted(pairs.items())
        if before.members[old].until is None
        and after.members[now].until is not None
        and _holder(after.members[now]) not in holders
    ]
    return Restaffing(
        came=tuple(index for index in new if _holder(after.members[index]) not in had),
        ended=tuple(ended),
        gone=tuple(index for index in range(len(before.members)) if index not in pairs),
    )


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
    """Whether the new one says all that the old one says of whose it is, and more."""
    says = [(old.person, new.person), (old.organisation, new.organisation), (old.function, new.function)]
    return (old.side, old.role) == (new.side, new.role) and all(one in (None, other) for one, other in says)


def _holder(seat: Seat) -> Hashable:
    return seat.person or (seat.organisation, seat.function)
