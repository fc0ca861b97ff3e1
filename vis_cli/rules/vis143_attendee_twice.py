"""VIS143: somebody is listed twice in the attendance."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.model.meeting import Meeting
from vis_cli.registry import Registry


@rule()
def attendee_twice(registry: Registry) -> Iterator[Problem]:
    """A person is listed twice in the attendance of a meeting.

    *En person står två gånger i mötets närvarolista.*

    The minutes list each person once, as present or as absent, on one behalf (003:3-12).

    Wrong:

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: held
    date: 2031-02-20
    attendance:
      - person: exempel-person
        capacity: region
        present: true
        role: chair
      - person: exempel-person   # VIS143
        capacity: municipality
        present: false
    ```

    Right:

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: held
    date: 2031-02-20
    attendance:
      - person: exempel-person
        capacity: region
        present: true
        role: chair
    ```
    """
    for record in registry.all(Meeting):
        seen: dict[str, int] = {}
        for index, attendance in enumerate(record.entity.attendance):
            first = seen.setdefault(attendance.person, index)
            if first != index:
                yield Problem(
                    record.at("attendance", index, "person"),
                    N_("`{person}` is listed twice"),
                    help=N_("keep one of the two"),
                    related=((record.at("attendance", first, "person"), N_("the first one")),),
                    person=attendance.person,
                )
