"""VIS128: two goal areas of a plan have the same name."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.model.plan import Plan
from vis_cli.registry import Registry


@rule()
def goal_areas_of_one_name(registry: Registry) -> Iterator[Problem]:
    """Two goal areas of a plan have the same name.

    *Två målområden i handlingsplanen heter likadant.*

    Documents print the name; who reads it must know which goal area is meant (003:59).

    Wrong:

    ```yaml registry/plans/exempelplanen.yaml
    id: exempelplanen
    title: Exempelplanen
    goal_areas:
      - id: sammanhallet
        number: 1
        name: Sammanhållet
      - id: nara
        number: 2
        name: sammanhållet   # VIS128
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
        seen: dict[str, int] = {}
        for index, area in enumerate(record.entity.goal_areas):
            first = seen.setdefault(area.name.casefold(), index)
            if first != index:
                yield Problem(
                    record.at("goal_areas", index, "name"),
                    N_("two goal areas of the plan have the name `{name}`"),
                    help=N_("write each name as the plan prints it"),
                    related=((record.at("goal_areas", first, "name"), N_("the first one")),),
                    name=area.name,
                )
