"""VIS134: a task was given to nobody, or comes back nowhere."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.matters import assignments
from vis_cli.facts.meetings import is_held
from vis_cli.registry import Registry


@rule()
def assignment_without_owner(registry: Registry) -> Iterator[Problem]:
    """A task given at a meeting has nobody to do it, or no body that it comes back to.

    *Ett uppdrag saknar ansvarig eller säger inte till vilket organ det ska återrapporteras.*

    Who is given a task comes back with it to a named body (003:99, 003:114); otherwise it is lost between two
    meetings. This binds once the meeting has been held.

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
          - id: uppdrag-1   # VIS134
            text: Ta fram ett exempel
            return_to: exempelgruppen
          - id: uppdrag-2   # VIS134
            text: Ta fram ett till
            owners:
              - provgruppen
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
            owners:
              - provgruppen
            return_to: exempelgruppen
    ```
    """
    for given in assignments(registry):
        if not is_held(given.meeting.entity):
            continue
        if not given.assignment.owners:
            help = N_("write `owners:` with the persons, groups or organisations that shall do it")
            yield Problem(given.place, N_("nobody was given the task"), help=help)
        if given.assignment.return_to is None:
            help = N_("write `return_to:` with the body, most often the one that gave it")
            yield Problem(given.place, N_("the task comes back to no body"), help=help)
