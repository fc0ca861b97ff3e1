"""VIS257: an assignment is reported where it cannot be."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.assignments import day_of
from vis_cli.facts.matters import assignments
from vis_cli.model.meeting import Meeting
from vis_cli.registry import Place, Registry


@rule()
def report_where_it_does_not_belong(registry: Registry) -> Iterator[Problem]:
    """An assignment is reported at a meeting of another body than it comes back to, or before it was given.

    *Ett uppdrag är återrapporterat vid ett möte i ett annat organ än det ska tillbaka till, eller innan det gavs.*

    Who was given the task comes back with it to this forum (R-MTG-9, 003:99).

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
            reports:
              - outcome: reported
                meeting: provgruppen-2031-05-20   # VIS257
    ```

    ```yaml registry/meetings/provgruppen/2031-05-20.yaml
    id: provgruppen-2031-05-20
    group: provgruppen
    status: held
    date: 2031-05-20
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
            reports:
              - outcome: closed
                date: 2031-01   # VIS257
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
            reports:
              - outcome: reported
                meeting: exempelgruppen-2031-05-20
    ```

    ```yaml registry/meetings/exempelgruppen/2031-05-20.yaml
    id: exempelgruppen-2031-05-20
    group: exempelgruppen
    status: held
    date: 2031-05-20
    ```
    """
    for given in assignments(registry):
        body, since = given.assignment.return_to, given.meeting.entity.date
        for i, report in enumerate(given.assignment.reports):
            held, date = registry.get(Meeting, report.meeting), day_of(registry, report)
            if held and body and held.entity.group != body:
                message, key = N_("the task comes back to `{body}`, but this is a meeting of `{other}`"), "meeting"
            elif date and date.latest < since:
                message, key = N_("the task was given on {since}, and this is {date}"), "meeting" if held else "date"
            else:
                continue
            yield Problem(
                Place(given.place.file, (*given.place.route, "reports", i, key)),
                message,
                help=N_("name the meeting of that body at which it was said, or the day"),
                related=((held.at("group" if body not in (None, held.entity.group) else "date"), N_("the meeting")),)
                if held
                else (),
                body=body,
                other=held.entity.group if held else "",
                since=since,
                date=date,
            )
