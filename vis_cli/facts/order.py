"""What moved when an order changed: the fewest that must have, so that an insertion moves nothing."""

from collections.abc import Hashable, Sequence
from typing import TypeVar

T = TypeVar("T", bound=Hashable)


def moved(old: Sequence[T], new: Sequence[T]) -> set[T]:
    """Of those that are in both orders, the ones that stand elsewhere among them.

    The others are a longest sequence that both orders have; of several such, one that has as many as possible at the
    same place among those in both: of three that are reversed, the one in the middle has not moved.
    """
    there, here = set(old), set(new)
    before = [item for item in old if item in here]
    after = [item for item in new if item in there]
    start, end = 0, len(after)
    while start < end and before[start] == after[start]:
        start += 1
    while end > start and before[end - 1] == after[end - 1]:
        end -= 1
    rank = {item: place for place, item in enumerate(before)}
    return _fewest([rank[item] for item in after[start:end]], after[start:end], start)


def _fewest(ranks: Sequence[int], items: Sequence[T], offset: int) -> set[T]:
    """All but a heaviest increasing sequence of the ranks."""
    weights: list[int] = []
    previous: list[int | None] = []
    for i, rank in enumerate(ranks):
        earlier = max((j for j in range(i) if ranks[j] < rank), key=lambda j: weights[j], default=None)
        own = len(ranks) + 1 + (rank == i + offset)
        weights.append(own + (0 if earlier is None else weights[earlier]))
        previous.append(earlier)
    stays: set[int] = set()
    at = max(range(len(ranks)), key=lambda i: weights[i], default=None)
    while at is not None:
        stays.add(at)
        at = previous[at]
    return {item for i, item in enumerate(items) if i not in stays}
