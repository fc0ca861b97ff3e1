"""VIS135: a task is due before it was given."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.matters import assignments
from vis_cli.registry import Place, Registry


@rule()
def assignment_due_before_meeting(registry: Registry) -> Iterator[Problem]:
    """A task is due before the meeting that gave it.

    *Ett uppdrag ska vara klart före det möte då det gavs.*

    The last day of a task that was given at a meeting lies after the meeting (003:99); one of the dates is wrong.

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
            due: 2030-05-01   # VIS135
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
            due: 2031-05-01
    ```
    """
    for given in assignments(registry):
        due, meeting = given.assignment.due, given.meeting
        if due is not None and due < meeting.entity.date:
            yield Problem(
                Place(given.place.file, (*given.place.route, "due")),
                N_("the task is due on {due}, before the meeting on {date}"),
                help=N_("correct the date that is wrong"),
                related=((meeting.at("date"), N_("the meeting")),),
                due=due,
                date=meeting.entity.date,
            )
