"""VIS141: a meeting ends before it begins."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.model.meeting import Meeting
from vis_cli.registry import Registry


@rule()
def end_not_after_start(registry: Registry) -> Iterator[Problem]:
    """A meeting does not end after it begins.

    *Mötet slutar inte efter att det börjar.*

    The times are printed in the notice and the minutes (003:2), and put in calendars.

    Wrong:

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: held
    date: 2031-02-20
    start: "14:00"
    end: "13:00"   # VIS141
    ```

    Right:

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: held
    date: 2031-02-20
    start: "14:00"
    end: "16:00"
    ```
    """
    for record in registry.all(Meeting):
        meeting = record.entity
        if meeting.start and meeting.end and meeting.end <= meeting.start:
            yield Problem(
                record.at("end"),
                N_("the meeting begins {start} and ends {end}"),
                help=N_("correct the time that is wrong"),
                related=((record.at("start"), N_("it begins here")),),
                start=meeting.start,
                end=meeting.end,
            )
