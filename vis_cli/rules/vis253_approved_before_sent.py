"""VIS253: minutes were approved at a meeting before they were sent out."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.model.meeting import Meeting
from vis_cli.registry import Registry


@rule()
def approved_before_sent(registry: Registry) -> Iterator[Problem]:
    """Minutes were approved at a meeting that was before they were sent out.

    *Anteckningarna fastställdes vid ett möte innan de hade skickats ut.*

    What a meeting approves, those who approve it have read (003:15-16).

    Wrong:

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: approved
    date: 2031-02-20
    minutes_sent: 2031-06-01   # VIS253
    approval:
      meeting: exempelgruppen-2031-05-20
    ```

    ```yaml registry/meetings/exempelgruppen/2031-05-20.yaml
    id: exempelgruppen-2031-05-20
    group: exempelgruppen
    status: held
    date: 2031-05-20
    ```

    Right:

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: approved
    date: 2031-02-20
    minutes_sent: 2031-03-01
    approval:
      meeting: exempelgruppen-2031-05-20
    ```

    ```yaml registry/meetings/exempelgruppen/2031-05-20.yaml
    id: exempelgruppen-2031-05-20
    group: exempelgruppen
    status: held
    date: 2031-05-20
    ```
    """
    for record in registry.all(Meeting):
        meeting = record.entity
        other = registry.get(Meeting, meeting.approval.meeting if meeting.approval else None)
        if other and meeting.minutes_sent and meeting.minutes_sent > other.entity.date:
            yield Problem(
                record.at("minutes_sent"),
                N_("the minutes were sent on {sent}, after the meeting that approved them, on {date}"),
                help=N_("correct the date that is wrong, or name the meeting that approved them"),
                related=((other.at("date"), N_("the meeting")),),
                sent=meeting.minutes_sent,
                date=other.entity.date,
            )
