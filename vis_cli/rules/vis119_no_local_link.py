"""VIS119: nobody says how a consultation group is linked to the local level."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.establishment import DECIDED
from vis_cli.model.group import Group
from vis_cli.registry import Registry


@rule(severity="gap", gap=N_("{count} consultation groups without a known link to the local level"))
def no_local_link(registry: Registry) -> Iterator[Problem]:
    """Nobody says how a consultation group is linked to the subregional and local level.

    *Det framgår inte hur en samrådsgrupp är kopplad till delregional och lokal nivå.*

    The groups answer for a relevant link in their field; that it is often vague is one of the weaknesses that the
    inventory found. A group that is only proposed need not say it yet. (000:258-260, 609-610)

    Wrong:

    ```yaml registry/groups/exempelgruppen.yaml
    id: exempelgruppen   # VIS119
    name: Exempelgruppen
    type: consultation
    level: regional
    status: decided
    ```

    Right:

    ```yaml registry/groups/exempelgruppen.yaml
    id: exempelgruppen
    name: Exempelgruppen
    type: consultation
    level: regional
    status: decided
    local_link: Genom de lokala samråden i varje kommun
    ```
    """
    for record in registry.all(Group):
        group = record.entity
        if group.type == "consultation" and group.status in DECIDED and not group.local_link:
            yield Problem(
                record.at("id"),
                N_("it is not known how `{id}` is linked to the subregional and local level"),
                help=N_("say it in `local_link`"),
                id=record.id,
            )
