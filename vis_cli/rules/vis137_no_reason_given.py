"""VIS137: a meeting was cancelled or moved without a reason."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.model.meeting import Meeting
from vis_cli.registry import Registry


@rule(severity="warning")
def no_reason_given(registry: Registry) -> Iterator[Problem]:
    """A meeting was cancelled or moved, and no reason is given.

    *Mötet är inställt eller flyttat utan att skälet anges.*

    Work that stopped for reasons that nobody wrote down is hard to take up again (000:210). A meeting has been moved
    when its date is not the one in its id; `moves` says why, or `reason`.

    Wrong:

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: cancelled   # VIS137
    date: 2031-02-20
    ```

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: planned
    date: 2031-02-27   # VIS137
    ```

    Right:

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: cancelled
    date: 2031-02-20
    reason: För få kunde komma
    ```

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: planned
    date: 2031-02-27
    reason: Lokalen var upptagen
    ```

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: planned
    date: 2031-02-27
    moves:
      - date: 2031-02-20
        reason: Lokalen var upptagen
    ```
    """
    for record in registry.all(Meeting):
        meeting, planned = record.entity, record.id[-10:]
        if meeting.reason or (meeting.moves and meeting.status != "cancelled"):
            continue
        help = N_("write `reason:` with why")
        if meeting.status == "cancelled":
            yield Problem(record.at("status"), N_("the meeting is cancelled, and no reason is given"), help=help)
        elif str(meeting.date) != planned and meeting.id == record.id:  # else the file's name is at fault
            message = N_("the meeting was moved from {planned} to {date}, and no reason is given")
            yield Problem(record.at("date"), message, help=help, planned=planned, date=meeting.date)
