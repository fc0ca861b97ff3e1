"""What two states of an entity say differently: key by key, the items of its lists known again by what they are."""

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from vis_cli.model import Part

Model = type[Part]

EVIDENCE = frozenset(("sources", "assumed"))
"""Where a fact comes from: told, but never as a change of the fact."""


@dataclass(frozen=True, slots=True, eq=False)
class Difference:
    """A key that is told differently. Of a list: an item that was added or removed, or only the order."""

    type: Literal["changed", "added", "removed", "reordered"]
    path: tuple[str, ...]
    """The attributes that lead to it, from the entity."""
    model: Model
    """The part that has the last of them."""
    before: Any
    after: Any
    within: tuple[Part, ...] = ()
    """The items of lists that it stands in, as they are now, the outermost first."""


def differences(before: Part, after: Part) -> tuple[Difference, ...]:
    """Every difference of two entities of one kind; nothing only where they say the same."""
    return tuple(_differences(before, after, (), ()))


def _differences(before: Part, after: Part, path: tuple[str, ...], within: tuple[Part, ...]) -> Iterator[Difference]:
    for name, old in before.__dict__.items():
        new = getattr(after, name)
        if old == new:
            continue
        here = (*path, name)
        if isinstance(old, Part) and isinstance(new, Part):
            yield from _differences(old, new, here, within)
        elif isinstance(old, tuple) and isinstance(new, tuple):
            yield from _of_list(old, new, here, within, type(after))
        else:
            yield Difference("changed", here, type(after), old, new, within)


def _of_list(
    old: tuple[Any, ...], new: tuple[Any, ...], path: tuple[str, ...], within: tuple[Part, ...], model: type[Part]
) -> Iterator[Difference]:
    pairs = pairs_of(old, new)
    for was, now in sorted(pairs.items(), key=lambda pair: pair[1]):
        if isinstance(new[now], Part) and old[was] != new[now]:
            yield from _differences(old[was], new[now], path, (*within, new[now]))
    came = set(pairs.values())
    yield from (
        Difference("added", path, model, None, item, within) for index, item in enumerate(new) if index not in came
    )
    yield from (
        Difference("removed", path, model, item, None, within) for index, item in enumerate(old) if index not in pairs
    )
    order = [pairs[index] for index in sorted(pairs)]
    if order != sorted(order):
        yield Difference("reordered", path, model, old, new, within)


def pairs_of(old: Sequence[Any], new: Sequence[Any]) -> dict[int, int]:
    """Which item of before is which now, by their places: the same, or known again, or told more fully."""
    found: dict[int, int] = {}
    taken: set[int] = set()

    def pair(was: int, now: int) -> None:
        found[was] = now
        taken.add(now)

    for was, item in enumerate(old):
        same = (now for now, other in enumerate(new) if now not in taken and item == other)
        if (now := next(same, None)) is not None:
            pair(was, now)
    for alike in (_known_again, _told_more_fully):
        for was, item in enumerate(old):
            if was in found:
                continue
            like = (now for now, other in enumerate(new) if now not in taken and alike(item, other))
            if (now := next(like, None)) is not None:
                pair(was, now)
    return found


_NAMES = (
    *("id", "person", "party", "organisation", "body", "receiver", "group", "area", "agreement", "to", "side"),
    *("task", "purpose", "criterion", "term", "clinic", "title", "heading", "name", "question", "matter"),
    *("meeting", "status", "until", "text"),
)
"""What an item is known by: the first of these keys that it has."""


def key_of(item: Any) -> Hashable:
    """What an item of a list is known by."""
    for name in _NAMES:
        value = getattr(item, name, None)
        if value not in (None, ()):
            return name, str(value)
    return None


def _known_again(old: Any, new: Any) -> bool:
    return isinstance(old, Part) and key_of(old) is not None and key_of(old) == key_of(new)


def _told_more_fully(old: Any, new: Any) -> bool:
    """Whether the new one says all that the old one says, and more: a name that was not known was filled in."""
    if not isinstance(old, Part) or type(old) is not type(new):
        return False
    said = {name: value for name, value in old.__dict__.items() if value not in (None, (), False)}
    said = {name: value for name, value in said.items() if name not in EVIDENCE}
    return bool(said) and all(getattr(new, name) == value for name, value in said.items())
