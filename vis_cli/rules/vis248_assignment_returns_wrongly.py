"""VIS248: a task comes back at a meeting that is not later, or of another body."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.matters import assignments
from vis_cli.model.meeting import Meeting
from vis_cli.registry import Place, Registry


@rule()
def assignment_returns_wrongly(registry: Registry) -> Iterator[Problem]:
    """A task comes back at a meeting of another body than it returns to, or not after it was given.

    *Ett uppdrag ska återrapporteras vid ett möte i fel organ eller vid ett möte som inte är senare.*

    Who was given the task comes back with it to this forum (003:99).

    Wrong:

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: held
    date: 2031-02-20
    items:
      - id: dialogue
        heading: Exempel
        type: dialogue
        assignments:
          - id: uppdrag-1
            text: Ta fram ett exempel
            return_to: exempelgruppen
            return_at: exempelgruppen-2030-11-19   # VIS248
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
    status: held
    date: 2031-02-20
    items:
      - id: dialogue
        heading: Exempel
        type: dialogue
        assignments:
          - id: uppdrag-1
            text: Ta fram ett exempel
            return_to: exempelgruppen
            return_at: provgruppen-2031-05-20   # VIS248
    ```

    ```yaml registry/meetings/provgruppen/2031-05-20.yaml
    id: provgruppen-2031-05-20
    group: provgruppen
    status: planned
    date: 2031-05-20
    ```

    Right:

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: held
    date: 2031-02-20
    items:
      - id: dialogue
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
    status: planned
    date: 2031-05-20
    ```
    """
    for given in assignments(registry):
        body, other = given.assignment.return_to, registry.get(Meeting, given.assignment.return_at)
        if other is None:
            continue
        if body is not None and other.entity.group != body:
            message, place = N_("the task comes back to `{body}`, but at a meeting of `{other}`"), other.at("group")
        elif other.entity.date <= given.meeting.entity.date:
            message, place = N_("the task was given on {date}, but comes back on {other_date}"), other.at("date")
        else:
            continue
        yield Problem(
            Place(given.place.file, (*given.place.route, "return_at")),
            message,
            help=N_("name a later meeting of the body that it comes back to"),
            related=((place, N_("it stands here")),),
            body=body,
            other=other.entity.group,
            date=given.meeting.entity.date,
            other_date=other.entity.date,
        )
