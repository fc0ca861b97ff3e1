"""VIS152: it is not known who attended a held meeting."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.meetings import is_held
from vis_cli.model.meeting import Meeting
from vis_cli.registry import Registry


@rule(severity="gap", gap=N_("{count} of {total} held meetings without attendance"))
def attendance_unknown(registry: Registry) -> Iterator[Problem]:
    """It is not known who attended a meeting that was held.

    *Det är inte känt vilka som deltog i mötet.*

    The minutes list who was present and who was absent, side by side (003:3-6).

    Wrong:

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: held   # VIS152
    date: 2031-02-20
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

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: called
    date: 2031-02-20
    ```
    """
    held = [record for record in registry.all(Meeting) if is_held(record.entity)]
    for record in held:
        if not record.entity.attendance:
            help = N_("write `attendance:` with those present and those missed")
            yield Problem(record.at("status"), N_("it is not known who attended"), help=help, total=len(held))
