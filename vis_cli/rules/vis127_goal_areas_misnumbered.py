"""VIS127: the goal areas of a plan are not numbered 1, 2, 3."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.numbering import breaks
from vis_cli.model.plan import Plan
from vis_cli.registry import Registry


@rule()
def goal_areas_misnumbered(registry: Registry) -> Iterator[Problem]:
    """The goal areas of a plan are not numbered 1, 2, 3 in their order.

    *Handlingsplanens målområden är inte numrerade i löpande följd.*

    Minutes and follow-ups name goal areas by their numbers (003:65-87); a gap or a repeat makes them name the wrong
    one.

    Wrong:

    ```yaml registry/plans/exempelplanen.yaml
    id: exempelplanen
    title: Exempelplanen
    goal_areas:
      - id: sammanhallet
        number: 1
        name: Sammanhållet
      - id: nara
        number: 3   # VIS127
        name: Nära
      - id: jamlikt
        number: 4
        name: Jämlikt
    ```

    Right:

    ```yaml registry/plans/exempelplanen.yaml
    id: exempelplanen
    title: Exempelplanen
    goal_areas:
      - id: sammanhallet
        number: 1
        name: Sammanhållet
      - id: nara
        number: 2
        name: Nära
    ```
    """
    for record in registry.all(Plan):
        for index, number, expected in breaks(area.number for area in record.entity.goal_areas):
            yield Problem(
                record.at("goal_areas", index, "number"),
                N_("the goal area has the number {number}, where {expected} is next"),
                help=N_("number the goal areas 1, 2, 3 in the order of the plan"),
                number=number,
                expected=expected,
            )
