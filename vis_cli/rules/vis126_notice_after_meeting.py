"""VIS126: a notice is dated after its meeting."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.model.meeting import Meeting
from vis_cli.registry import Registry


@rule()
def notice_after_meeting(registry: Registry) -> Iterator[Problem]:
    """The notice to a meeting is dated after the meeting.

    *Kallelsen är daterad efter mötet.*

    The notice and its papers are sent out before the meeting, so that decisions can be prepared (003:34).

    Wrong:

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: held
    date: 2031-02-20
    notice:
      sent: 2031-02-21   # VIS126
    ```

    Right:

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: held
    date: 2031-02-20
    notice:
      sent: 2031-02-06
    ```
    """
    for record in registry.all(Meeting):
        meeting = record.entity
        if meeting.notice and meeting.notice.sent > meeting.date:
            yield Problem(
                record.at("notice", "sent"),
                N_("the notice was sent on {sent}, after the meeting on {date}"),
                help=N_("correct the date that is wrong"),
                related=((record.at("date"), N_("the meeting")),),
                sent=meeting.notice.sent,
                date=meeting.date,
            )
