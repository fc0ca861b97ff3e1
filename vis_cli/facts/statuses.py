"""The statuses of a group over time: which it had on a day, as far as the dates tell. (000:526-547)"""

import datetime as dt
from collections.abc import Iterator

from vis_cli.model.group import Decided, Group, GroupStatus


def ways(group: Group) -> Iterator[tuple[GroupStatus, Decided | None]]:
    """Its statuses in order, each with when and by what it was reached; the last is the one it has."""
    for was in group.earlier:
        yield was.status, was
    yield group.status, group.reached


def status_on(group: Group, on: dt.date, today: dt.date | None = None) -> tuple[GroupStatus, bool] | None:
    """The status that it had on a day, and whether that is certain; None before it had any.

    A status lasts until the next one was reached. One whose day nobody knows is taken to have come in its turn, and
    then what it had is not certain; but for `today` the register says it, where that is given.
    """
    if group.since and on < group.since.earliest and not group.earlier:
        return None
    found: tuple[GroupStatus, bool] | None = None
    for number, (status, reached) in enumerate(ways(group)):
        day = reached.on if reached else None
        if day is not None and day.earliest > on:
            break
        # the first that is known of it has no beginning that could be missing
        now = today is not None and on >= today and number == len(group.earlier)
        found = status, number == 0 or now if day is None else day.latest <= on
    return found


def was(group: Group, status: GroupStatus) -> bool:
    """Whether it has or had a status at any time."""
    return any(one == status for one, _ in ways(group))
