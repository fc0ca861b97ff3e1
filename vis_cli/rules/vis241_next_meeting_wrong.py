"""VIS241: the next meeting is not later, or of another body."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.model.meeting import Meeting
from vis_cli.registry import Registry


@rule()
def next_meeting_wrong(registry: Registry) -> Iterator[Problem]:
    """The next meeting is one of another body, or not later than this one.

    *Nästa möte är inte senare än detta eller tillhör ett annat organ.*

    Minutes end with when the body meets next (003:117-118).

    Wrong:

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: held
    date: 2031-02-20
    next: exempelgruppen-2030-11-19   # VIS241
    ```

    ```yaml registry/meetings/exempelgruppen/2030-11-19.yaml
    id: exempelgruppen-2030-11-19
    group: exempelgruppen
    status: held
    date: 2030-11-19
    ```

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: held
    date: 2031-02-20
    next: provgruppen-2031-05-20   # VIS241
    ```

    ```yaml registry/meetings/provgruppen/2031-05-20.yaml
    id: provgruppen-2031-05-20
    group: provgruppen
    status: planned
    date: 2031-05-20
    ```

    Right:

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: held
    date: 2031-02-20
    next: exempelgruppen-2031-05-20
    ```

    ```yaml registry/meetings/exempelgruppen/2031-05-20.yaml
    id: exempelgruppen-2031-05-20
    group: exempelgruppen
    status: planned
    date: 2031-05-20
    ```
    """
    for record in registry.all(Meeting):
        meeting, other = record.entity, registry.get(Meeting, record.entity.next)
        if other is None:
            continue
        if other.entity.group != meeting.group:
            message, place = N_("the next meeting is of `{other}`, but this one of `{group}`"), other.at("group")
        elif other.entity.date <= meeting.date:
            message, place = N_("the next meeting is on {other_date}, this one on {date}"), other.at("date")
        else:
            continue
        yield Problem(
            record.at("next"),
            message,
            help=N_("name the meeting that the body has after this one"),
            related=((place, N_("it stands here")),),
            group=meeting.group,
            other=other.entity.group,
            date=meeting.date,
            other_date=other.entity.date,
        )
