"""VIS179: an assignment was to come back, and the minutes say nothing of it."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.assignments import key
from vis_cli.facts.matters import assignments, brought
from vis_cli.model.meeting import Meeting
from vis_cli.registry import Place, Registry


@rule(severity="warning")
def assignment_passed_over(registry: Registry) -> Iterator[Problem]:
    """An assignment was to come back at a meeting whose approved minutes say nothing of it.

    *Ett uppdrag skulle återrapporteras vid ett möte vars fastställda minnesanteckningar inte nämner det.*

    Who was given the task comes back with it to this forum (R-MTG-9, 003:99). Where neither an item of the meeting nor
    an entry of the assignment tells what became of it, it is about to be forgotten.

    Wrong:

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: held
    date: 2031-02-20
    items:
      - id: dialogen
        heading: Exempel
        type: dialogue
        assignments:
          - id: uppdrag-1
            text: Ta fram ett exempel
            return_to: exempelgruppen
            return_at: exempelgruppen-2031-05-20   # VIS179
    ```

    ```yaml registry/meetings/exempelgruppen/2031-05-20.yaml
    id: exempelgruppen-2031-05-20
    group: exempelgruppen
    status: approved
    date: 2031-05-20
    items:
      - id: annat
        heading: Exempel
        type: information
    approval:
      meeting: exempelgruppen-2031-09-18
    ```

    Right:

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: held
    date: 2031-02-20
    items:
      - id: dialogen
        heading: Exempel
        type: dialogue
        assignments:
          - id: uppdrag-1
            text: Ta fram ett exempel
            return_to: exempelgruppen
            return_at: exempelgruppen-2031-05-20
    ```

    ```yaml registry/meetings/exempelgruppen/2031-05-20.yaml
    id: exempelgruppen-2031-05-20
    group: exempelgruppen
    status: approved
    date: 2031-05-20
    items:
      - id: exemplet
        heading: Exempel
        type: information
        origin:
          kind: assignment
          meeting: exempelgruppen-2031-02-20
          item: uppdrag-1
          why: Uppdraget skulle återrapporteras
    approval:
      meeting: exempelgruppen-2031-09-18
    ```

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: held
    date: 2031-02-20
    items:
      - id: dialogen
        heading: Exempel
        type: dialogue
        assignments:
          - id: uppdrag-1
            text: Ta fram ett exempel
            return_to: exempelgruppen
            return_at: exempelgruppen-2031-05-20
            reports:
              - outcome: postponed
                meeting: exempelgruppen-2031-05-20
                return_at: exempelgruppen-2031-09-18
    ```

    ```yaml registry/meetings/exempelgruppen/2031-05-20.yaml
    id: exempelgruppen-2031-05-20
    group: exempelgruppen
    status: approved
    date: 2031-05-20
    items:
      - id: annat
        heading: Exempel
        type: information
    approval:
      meeting: exempelgruppen-2031-09-18
    ```
    """
    for given in assignments(registry):
        back = registry.get(Meeting, given.return_at)
        if given.state != "open" or back is None or back.entity.status != "approved" or not back.entity.items:
            continue
        agendas = brought(registry).get((back.entity.group, key(given)), ())
        if any(item.meeting.id == back.id for item in agendas):
            continue
        last = len(given.assignment.reports) - 1
        route = ("reports", last, "return_at") if last >= 0 else ("return_at",)
        yield Problem(
            Place(given.place.file, (*given.place.route, *route)),
            N_("`{id}` was to come back on {date}, and the approved minutes of that meeting say nothing of it"),
            help=N_("`vis assignment report {address}` records what became of it, `postpone` when it comes back"),
            related=((back.at("status"), N_("the meeting")),),
            id=given.assignment.id,
            date=back.entity.date,
            address=given.address,
        )
