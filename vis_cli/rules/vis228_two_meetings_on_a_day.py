"""VIS228: a body has two meetings on one day."""

from collections.abc import Iterator
from itertools import pairwise

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.meetings import timelines
from vis_cli.registry import Registry


@rule(severity="warning")
def two_meetings_on_a_day(registry: Registry) -> Iterator[Problem]:
    """A body has two meetings on the same day.

    *Samma organ har två möten samma dag.*

    Meetings are named by body and date (003:15, 003:118). Two on one day are most often one meeting in two files.

    Wrong:

    ```yaml registry/meetings/exempelgruppen/2031-02-27.yaml
    id: exempelgruppen-2031-02-27
    group: exempelgruppen
    status: planned
    date: 2031-02-20   # VIS228
    reason: Flyttat
    ```

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: held
    date: 2031-02-20
    ```

    Right:

    ```yaml registry/meetings/exempelgruppen/2031-05-20.yaml
    id: exempelgruppen-2031-05-20
    group: exempelgruppen
    status: held
    date: 2031-05-20
    ```

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: held
    date: 2031-02-20
    ```
    """
    for line in timelines(registry).values():
        for earlier, later in pairwise(line):
            if earlier.entity.date == later.entity.date:
                yield Problem(
                    later.at("date"),
                    N_("`{group}` has another meeting on {date}"),
                    help=N_("keep one file, or correct the date; a meeting that did not take place is `cancelled`"),
                    related=((earlier.at("date"), N_("the other one")),),
                    group=later.entity.group,
                    date=later.entity.date,
                )
