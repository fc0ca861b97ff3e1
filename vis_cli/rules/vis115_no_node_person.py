"""VIS115: a consultation group has no node towards the secretariat."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.establishment import binds
from vis_cli.model.group import Group
from vis_cli.registry import Registry


@rule()
def no_node_person(registry: Registry) -> Iterator[Problem]:
    """A consultation group is established without a node towards the secretariat.

    *En etablerad samrådsgrupp har ingen nod mot det gemensamma sekretariatet.*

    Each group appoints persons who are its nodes: they answer for the communication with the secretariat and take
    part in joint planning and follow-up. (000:555-558)

    Wrong:

    ```yaml registry/groups/exempelgruppen.yaml
    id: exempelgruppen
    name: Exempelgruppen
    type: consultation
    level: regional
    status: established
    members:   # VIS115
      - role: process-leader
        side: joint
    ```

    Right:

    ```yaml registry/groups/exempelgruppen.yaml
    id: exempelgruppen
    name: Exempelgruppen
    type: consultation
    level: regional
    status: established
    members:
      - role: process-leader
        side: joint
        node: true
    ```
    """
    for record in registry.all(Group):
        group = record.entity
        if binds(group) and not any(seat.node for seat in group.members):
            yield Problem(
                record.key("members") if group.members else record.at("status"),
                N_("`{id}` has no node towards the secretariat"),
                help=N_("write `node: true` on the seats of those who keep the contact"),
                id=record.id,
            )
