"""VIS190: a goal area has no activity."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.following import touched
from vis_cli.model.plan import Plan
from vis_cli.registry import Registry


@rule(severity="gap", gap=N_("{count} of {total} goal areas without an activity"))
def goal_area_untouched(registry: Registry) -> Iterator[Problem]:
    """No activity is known to serve a goal area of a plan.

    *Ingen känd aktivitet hör till ett av handlingsplanens målområden.*

    Which goal areas the collaboration has not worked with yet is what its steering group asks (003:59).

    Wrong:

    ```yaml registry/plans/exempelplanen.yaml
    id: exempelplanen
    title: Exempelplanen
    goal_areas:
      - id: sammanhallet
        number: 1
        name: Sammanhållet   # VIS190
    ```

    Right:

    ```yaml registry/plans/exempelplanen.yaml
    id: exempelplanen
    title: Exempelplanen
    goal_areas:
      - id: sammanhallet
        number: 1
        name: Sammanhållet
    ```

    ```yaml registry/activities/exempelaktiviteten.yaml
    id: exempelaktiviteten
    title: Exempelaktiviteten
    goal_areas:
      - sammanhallet
    ```
    """
    if registry.has_broken("activity"):
        return  # what could not be understood may well serve it
    served = touched(registry)
    total = sum(len(record.entity.goal_areas) for record in registry.all(Plan))
    for record in registry.all(Plan):
        for index, area in enumerate(record.entity.goal_areas):
            if area.id not in served:
                yield Problem(
                    record.at("goal_areas", index, "name"),
                    N_("no activity serves goal area {number}"),
                    help=N_("write `goal_areas:` in the activities that serve it"),
                    number=area.number,
                    total=total,
                )
