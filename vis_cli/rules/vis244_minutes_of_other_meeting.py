"""VIS244: the item on previous minutes names another meeting than the previous one, or none."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.meetings import is_called, neighbours
from vis_cli.model.meeting import Meeting
from vis_cli.registry import Registry


@rule()
def minutes_of_other_meeting(registry: Registry) -> Iterator[Problem]:
    """The item on previous minutes names another meeting than the body's previous one, or none.

    *Punkten om föregående minnesanteckningar avser ett annat möte än organets föregående, eller inget.*

    The minutes of a meeting are taken up at the next meeting of the same body (003:15-16). Those of older meetings may
    be taken up as well, in an item each. An item without `previous` is a warning while the meeting is planned, and at
    the first meeting that is known of the body it is none.

    Wrong:

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: held
    date: 2031-02-20
    items:
      - id: previous-minutes
        heading: Exempel
        type: previous-minutes
        previous: exempelgruppen-2030-09-17   # VIS244
    ```

    ```yaml registry/meetings/exempelgruppen/2030-11-19.yaml
    id: exempelgruppen-2030-11-19
    group: exempelgruppen
    status: held
    date: 2030-11-19
    ```

    ```yaml registry/meetings/exempelgruppen/2030-09-17.yaml
    id: exempelgruppen-2030-09-17
    group: exempelgruppen
    status: held
    date: 2030-09-17
    ```

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: held
    date: 2031-02-20
    previous: exempelgruppen-2030-11-19
    items:
      - id: previous-minutes
        heading: Exempel
        type: previous-minutes
        previous: exempelgruppen-2030-09-17   # VIS244
    ```

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: called
    date: 2031-02-20
    items:
      - id: previous-minutes
        heading: Exempel
        type: previous-minutes   # VIS244
    ```

    ```yaml registry/meetings/exempelgruppen/2030-11-19.yaml
    id: exempelgruppen-2030-11-19
    group: exempelgruppen
    status: held
    date: 2030-11-19
    ```

    Right:

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: held
    date: 2031-02-20
    items:
      - id: previous-minutes
        heading: Exempel
        type: previous-minutes
        previous: exempelgruppen-2030-11-19
    ```

    ```yaml registry/meetings/exempelgruppen/2030-11-19.yaml
    id: exempelgruppen-2030-11-19
    group: exempelgruppen
    status: held
    date: 2030-11-19
    ```

    ```yaml registry/meetings/exempelgruppen/2030-09-17.yaml
    id: exempelgruppen-2030-09-17
    group: exempelgruppen
    status: held
    date: 2030-09-17
    items:
      - id: previous-minutes
        heading: Exempel
        type: previous-minutes
    ```
    """
    around, hidden = neighbours(registry), registry.has_broken("meeting")  # one of these may be the previous one
    for record in registry.all(Meeting):
        meeting, nearest = record.entity, around[record.id].previous
        expected = meeting.previous or (nearest and nearest.id)
        if expected is None or (hidden and not meeting.previous):
            continue
        for index, item in enumerate(meeting.items):
            if item.type == "previous-minutes" and item.previous is None:
                yield Problem(
                    record.at("items", index, "type"),
                    N_("the item on previous minutes does not say which meeting's they are"),
                    help=N_("write `previous: {expected}`, or the id of the meeting that they are of"),
                    severity=None if is_called(meeting) else "warning",
                    expected=expected,
                )
        named = [(i, item.previous) for i, item in enumerate(meeting.items) if item.previous]
        if not named or any(id == expected for _, id in named):
            continue
        yield Problem(
            record.at("items", named[0][0], "previous"),
            N_("the minutes are those of `{named}`, but the previous meeting is `{expected}`"),
            help=N_("name the meeting whose minutes were taken up; if it was another, correct `previous`"),
            related=((record.at("previous"), N_("the previous meeting")),) if meeting.previous else (),
            named=named[0][1],
            expected=expected,
        )
