"""VIS189: nobody is known to see to an activity."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.model.activity import Activity
from vis_cli.registry import Registry


@rule(severity="gap", gap=N_("{count} of {total} activities without an owner"))
def activity_without_owner(registry: Registry) -> Iterator[Problem]:
    """An activity has neither an owner nor a group.

    *En aktivitet har varken ansvarig eller grupp.*

    An activity plan says who answers for each activity (002:697-708); what nobody answers for is not followed up.

    Wrong:

    ```yaml registry/activities/exempelaktiviteten.yaml
    id: exempelaktiviteten
    title: Exempelaktiviteten   # VIS189
    goal_areas:
      - sammanhallet
    ```

    Right:

    ```yaml registry/activities/exempelaktiviteten.yaml
    id: exempelaktiviteten
    title: Exempelaktiviteten
    goal_areas:
      - sammanhallet
    group: exempelgruppen
    ```
    """
    total = len(registry.of_kind("activity"))
    for record in registry.all(Activity):
        if not record.entity.owners and record.entity.group is None:
            yield Problem(
                record.at("title"),
                N_("nobody is known to see to it"),
                help=N_("write `owners:` or `group:`"),
                total=total,
            )
