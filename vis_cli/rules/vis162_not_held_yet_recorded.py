"""VIS162: a meeting that was not held has what only a held one can have."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_, Word
from vis_cli.facts.meetings import is_held
from vis_cli.model.meeting import Meeting
from vis_cli.registry import Place, Record, Registry


@rule()
def not_held_yet_recorded(registry: Registry) -> Iterator[Problem]:
    """A meeting that is planned, called or cancelled has decisions, assignments, items forwarded or somebody present.

    *Ett möte som är planerat, kallat eller inställt har beslut, uppdrag, vidareförda frågor eller närvarande.*

    What a body decided holds because it met (003:39). A decision of a meeting that never was could be cited like any
    other.

    Wrong:

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: planned   # VIS162
    date: 2031-02-20
    items:
      - id: decision
        heading: Exempel
        type: decision
        decisions:
          - id: beslut-1
            type: decides
            text: Fördela medlen
    ```

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: cancelled   # VIS162
    date: 2031-02-20
    reason: För få kunde komma
    attendance:
      - person: exempel-person
        capacity: region
        present: true
    ```

    Right:

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: held
    date: 2031-02-20
    items:
      - id: decision
        heading: Exempel
        type: decision
        decisions:
          - id: beslut-1
            type: decides
            text: Fördela medlen
    ```

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: called
    date: 2031-02-20
    attendance:
      - person: exempel-person
        capacity: region
        present: false
    items:
      - id: decision
        heading: Exempel
        type: decision
        proposals:
          - fördela medlen
    ```
    """
    for record in registry.all(Meeting):
        if is_held(record.entity):
            continue
        if recorded := tuple(_recorded(record)):
            yield Problem(
                record.at("status"),
                N_("the meeting has the status {status}, but something is recorded of how it went"),
                help=N_("correct the status; what is only proposed stands in the `proposals` of its item"),
                related=recorded[:3],
                status=Word(record.entity.status),
            )


def _recorded(record: Record[Meeting]) -> Iterator[tuple[Place, str]]:
    """The places of whatever is only known once a meeting was held."""
    for index, attendance in enumerate(record.entity.attendance):
        if attendance.present:
            yield record.at("attendance", index, "present"), N_("somebody was present")
            break
    for index, item in enumerate(record.entity.items):
        if item.decisions:
            yield record.at("items", index, "decisions", 0, "text"), N_("a decision")
        if item.assignments:
            yield record.at("items", index, "assignments", 0, "text"), N_("an assignment")
        if item.forwards:
            yield record.at("items", index, "forwards", 0, "item"), N_("an item that was forwarded")
