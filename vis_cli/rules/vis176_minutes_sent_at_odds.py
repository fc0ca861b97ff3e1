"""VIS176: when the minutes were sent does not agree with the meeting."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_, Word
from vis_cli.model.meeting import Meeting
from vis_cli.registry import Registry


@rule()
def minutes_sent_at_odds(registry: Registry) -> Iterator[Problem]:
    """The minutes are said to be sent before the meeting, or the status says that they are not sent.

    *Uppgiften om när anteckningarna skickades stämmer inte med mötet.*

    Minutes are written after the meeting and sent out before they are approved at the next one (003:15-16). The status
    says so when, and only when, they were.

    Wrong:

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: sent
    date: 2031-02-20
    minutes_sent: 2031-02-19   # VIS176
    ```

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: drafted
    date: 2031-02-20
    minutes_sent: 2031-03-01   # VIS176
    ```

    Right:

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: sent
    date: 2031-02-20
    minutes_sent: 2031-03-01
    ```
    """
    for record in registry.all(Meeting):
        meeting = record.entity
        if meeting.minutes_sent is None:
            continue
        if meeting.minutes_sent < meeting.date:
            yield Problem(
                record.at("minutes_sent"),
                N_("the minutes were sent on {sent}, before the meeting on {date}"),
                help=N_("correct the date that is wrong"),
                related=((record.at("date"), N_("the meeting")),),
                sent=meeting.minutes_sent,
                date=meeting.date,
            )
        elif meeting.status not in ("sent", "approved"):
            yield Problem(
                record.at("minutes_sent"),
                N_("the minutes were sent on {sent}, but the status is {status}"),
                help=N_("write `status: sent`, or remove the date"),
                related=((record.at("status"), N_("the status")),),
                sent=meeting.minutes_sent,
                status=Word(meeting.status),
            )
