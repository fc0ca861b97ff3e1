"""VIS188: an activity serves no goal area."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.model.activity import Activity
from vis_cli.registry import Registry


@rule(severity="gap", gap=N_("{count} of {total} activities without a goal area"))
def activity_without_goal_area(registry: Registry) -> Iterator[Problem]:
    """An activity is not known to serve a goal area.

    *Det är inte känt vilket målområde en aktivitet hör till.*

    What is not tied to what the collaboration has agreed to put first may be there because somebody was interested
    (000:268-270). A strategic direction says the goal area too.

    Wrong:

    ```yaml registry/activities/exempelaktiviteten.yaml
    id: exempelaktiviteten
    title: Exempelaktiviteten   # VIS188
    ```

    Right:

    ```yaml registry/activities/exempelaktiviteten.yaml
    id: exempelaktiviteten
    title: Exempelaktiviteten
    goal_areas:
      - sammanhallet
    ```
    """
    total = len(registry.of_kind("activity"))
    for record in registry.all(Activity):
        if not record.entity.goal_areas and not record.entity.directions:
            yield Problem(
                record.at("title"),
                N_("it serves no goal area"),
                help=N_("write `goal_areas:` with those that it serves"),
                total=total,
            )
