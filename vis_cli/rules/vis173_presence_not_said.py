"""VIS173: a meeting was held, and it is not said of somebody whether they were there."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.meetings import is_held
from vis_cli.model.meeting import Meeting
from vis_cli.registry import Registry


@rule()
def presence_not_said(registry: Registry) -> Iterator[Problem]:
    """A meeting was held, and of somebody in its attendance it is not said whether they were there.

    *Mötet har hållits, men det framgår inte om alla som är uppräknade var närvarande.*

    The minutes list who was present and who was absent (003:3-6). Before the meeting `present` is empty: nobody is
    assumed to come, or to stay away. `vis meeting hold` asks.

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
      - person: prov-person   # VIS173
        capacity: municipality
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
      - person: prov-person
        capacity: municipality
        present: false
    ```

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: called
    date: 2031-02-20
    attendance:
      - person: prov-person
        capacity: municipality
        role: chair
    ```
    """
    for record in registry.all(Meeting):
        for index, attendance in enumerate(record.entity.attendance if is_held(record.entity) else ()):
            if attendance.present is None:
                yield Problem(
                    record.at("attendance", index, "person"),
                    N_("it is not said whether `{person}` was there"),
                    help=N_("write `present: true` or `present: false`"),
                    person=attendance.person,
                )
