"""VIS136: the status says approved without an approval, or the reverse."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.model.meeting import Meeting
from vis_cli.registry import Registry


@rule()
def approval_disagrees_with_status(registry: Registry) -> Iterator[Problem]:
    """The status of the minutes and their approval do not agree.

    *Anteckningarnas status och deras fastställande stämmer inte överens.*

    Minutes are approved at the next meeting of the body (003:15-16); the status says so when, and only when, that is
    noted.

    Wrong:

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: approved   # VIS136
    date: 2031-02-20
    ```

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: sent
    date: 2031-02-20
    approval:   # VIS136
      meeting: exempelgruppen-2031-05-20
    ```

    Right:

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: approved
    date: 2031-02-20
    approval:
      meeting: exempelgruppen-2031-05-20
    ```

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: sent
    date: 2031-02-20
    ```
    """
    for record in registry.all(Meeting):
        meeting = record.entity
        if meeting.status == "approved" and meeting.approval is None:
            help = N_("write `approval:` with the meeting that approved the minutes")
            yield Problem(record.at("status"), N_("the status is `approved`, but no approval is noted"), help=help)
        elif meeting.approval is not None and meeting.status != "approved":
            yield Problem(
                record.key("approval"),
                N_("an approval is noted, but the status is `{status}`"),
                help=N_("write `status: approved`, or remove the approval"),
                related=((record.at("status"), N_("the status")),),
                status=meeting.status,
            )
