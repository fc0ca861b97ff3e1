"""VIS210: a consultation group does not report to the officials' steering group."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.bodies import is_officials
from vis_cli.facts.establishment import binds
from vis_cli.model.group import Group
from vis_cli.registry import Registry


@rule()
def reports_past_the_steering_group(registry: Registry) -> Iterator[Problem]:
    """A consultation group does not report to the officials' steering group.

    *En samrådsgrupp rapporterar inte till tjänstestyrgruppen.*

    Every consultation group has one line, to the steering group of officials, and none beside it; unclear lines were
    felt as parallel tracks. The steering group is the one whose members are not elected. A local or subregional group
    can report to the consultation group of its subject instead: questions go local, subregional, regional and on to
    the steering group. (000:261-263, 353-364)

    Wrong:

    ```yaml registry/groups/exempelgruppen.yaml
    id: exempelgruppen
    name: Exempelgruppen
    type: consultation
    level: regional
    status: established   # VIS210
    ```

    ```yaml registry/groups/provgruppen.yaml
    id: provgruppen
    name: Provgruppen
    type: consultation
    level: regional
    status: establishing
    reports_to: exempelpolitikerna   # VIS210
    ```

    ```yaml registry/groups/exempelpolitikerna.yaml
    id: exempelpolitikerna
    name: Exempelpolitikernas styrgrupp
    type: steering
    level: regional
    elected: true
    status: active
    ```

    ```yaml registry/groups/exempelstyrgruppen.yaml
    id: exempelstyrgruppen
    name: Exempelstyrgruppen
    type: steering
    level: regional
    status: active
    ```

    Right:

    ```yaml registry/groups/exempelgruppen.yaml
    id: exempelgruppen
    name: Exempelgruppen
    type: consultation
    level: regional
    status: established
    reports_to: exempelstyrgruppen
    ```

    ```yaml registry/groups/lokalgruppen.yaml
    id: lokalgruppen
    name: Lokalgruppen
    type: consultation
    level: local
    status: established
    reports_to: exempelgruppen
    ```

    ```yaml registry/groups/exempelstyrgruppen.yaml
    id: exempelstyrgruppen
    name: Exempelstyrgruppen
    type: steering
    level: regional
    status: active
    ```
    """
    for record in registry.all(Group):
        group = record.entity
        if group.type != "consultation" or group.status == "discontinued":
            continue
        above = registry.get(Group, group.reports_to)
        if above is not None and not _may_report_to(group, above.entity):
            yield Problem(
                record.at("reports_to"),
                N_("`{id}` reports to `{above}`, which is not the steering group of officials"),
                help=N_("name the steering group of officials in `reports_to`"),
                id=record.id,
                above=above.id,
            )
        elif group.reports_to is None and binds(group):
            yield Problem(
                record.at("status"),
                N_("`{id}` is established, but reports to nobody"),
                help=N_("name the steering group of officials in `reports_to`"),
                id=record.id,
            )


def _may_report_to(group: Group, above: Group) -> bool:
    if above.type == "consultation":
        return group.level in ("local", "subregional") and above.level != group.level
    return is_officials(above)
