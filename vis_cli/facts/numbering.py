"""Numbers that should run 1, 2, 3 …: where they do not."""

from collections.abc import Iterable, Iterator


def breaks(numbers: Iterable[int]) -> Iterator[tuple[int, int, int]]:
    """(index, number, the number that was next) for each that does not follow the one before it.

    After a break the count goes on from the number that stands there, so that one slip is one fault.
    """
    expected = 1
    for index, number in enumerate(numbers):
        if number != expected:
            yield index, number, expected
        expected = number + 1
