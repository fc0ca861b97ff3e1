"""VIS249: minutes were approved by a meeting that cannot have done so."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.meetings import is_held
from vis_cli.model.meeting import Meeting
from vis_cli.registry import Registry


@rule()
def approved_at_wrong_meeting(registry: Registry) -> Iterator[Problem]:
    """Minutes were approved at a meeting of another body, at one that is not later, or at one that took up others.

    *Anteckningarna har fastställts vid ett möte som inte kan ha fastställt dem.*

    Minutes are approved at the next meeting of the same body (003:15-16), in its item on previous minutes.

    Wrong:

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: approved
    date: 2031-02-20
    approval:
      meeting: exempelgruppen-2030-11-19   # VIS249
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
    status: approved
    date: 2031-02-20
    approval:
      meeting: exempelgruppen-2031-05-20   # VIS249
    ```

    ```yaml registry/meetings/exempelgruppen/2031-05-20.yaml
    id: exempelgruppen-2031-05-20
    group: exempelgruppen
    status: held
    date: 2031-05-20
    items:
      - id: previous-minutes
        heading: Exempel
        type: previous-minutes
        previous: exempelgruppen-2030-11-19
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

    ```yaml registry/meetings/exempelgruppen/2031-05-20.yaml
    id: exempelgruppen-2031-05-20
    group: exempelgruppen
    status: held
    date: 2031-05-20
    items:
      - id: previous-minutes
        heading: Exempel
        type: previous-minutes
        previous: exempelgruppen-2031-02-20
    ```
    """
    for record in registry.all(Meeting):
        meeting = record.entity
        other = registry.get(Meeting, meeting.approval.meeting if meeting.approval else None)
        if other is None:
            continue
        taken_up = [(i, item.previous) for i, item in enumerate(other.entity.items) if item.previous]
        if other.entity.group != meeting.group:
            message, place = N_("the minutes are those of `{group}`, but `{other}` approved them"), other.at("group")
        elif other.entity.date <= meeting.date:
            message, place = N_("the minutes are of {date}, but were approved on {other_date}"), other.at("date")
        elif not is_held(other.entity):
            message, place = N_("the minutes were approved at a meeting with the status `{status}`"), other.at("status")
        elif taken_up and all(id != record.id for _, id in taken_up):
            place = other.at("items", taken_up[0][0], "previous")
            message = N_("the minutes were approved at a meeting that took up those of `{others}`")
        else:
            continue
        yield Problem(
            record.at("approval", "meeting"),
            message,
            help=N_("name the meeting that approved them"),
            related=((place, N_("it stands here")),),
            group=meeting.group,
            other=other.entity.group,
            date=meeting.date,
            other_date=other.entity.date,
            status=other.entity.status,
            others=taken_up[0][1] if taken_up else "",
        )
