"""VIS178: an assignment's log goes on after it was closed."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.matters import assignments
from vis_cli.registry import Place, Registry


@rule()
def entry_after_closing(registry: Registry) -> Iterator[Problem]:
    """Something is recorded of an assignment after it was closed.

    *Något har antecknats om ett uppdrag efter att det avslutades.*

    What is closed does not come back to the body any more (R-MTG-9, 003:99); an entry after that was made for another
    assignment, or the closing was. What was only reported may still be postponed, or closed.

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
              - outcome: closed
                date: 2031-03-01
              - outcome: reported   # VIS178
                date: 2031-04-01
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
                date: 2031-03-01
              - outcome: closed
                date: 2031-04-01
    ```
    """
    for given in assignments(registry):
        reports = given.assignment.reports
        closed = next((i for i, report in enumerate(reports) if report.outcome == "closed"), None)
        if closed is None:
            continue
        route = (*given.place.route, "reports")
        for i in range(closed + 1, len(reports)):
            yield Problem(
                Place(given.place.file, (*route, i, "outcome")),
                N_("the assignment `{id}` was closed before this"),
                help=N_("remove the entry that is wrong; what is to be done again is a new assignment"),
                related=((Place(given.place.file, (*route, closed, "outcome")), N_("closed here")),),
                id=given.assignment.id,
            )
