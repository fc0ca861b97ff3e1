"""VIS112: a consultation group is established without a chair or a process leader."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.establishment import binds, has_chair, has_process_leader
from vis_cli.model.group import Group
from vis_cli.registry import Registry


@rule()
def established_without_leadership(registry: Registry) -> Iterator[Problem]:
    """A consultation group is called established without a chair or a process leader.

    *En samrådsgrupp sägs vara etablerad men saknar ordförandeskap eller processledning.*

    Chair and process leadership are the third of the three things that must be in place. The group settles them
    itself: a seat, or words in `chairing` on how the chair is decided. (000:598-601, 616-620)

    Wrong:

    ```yaml registry/groups/exempelgruppen.yaml
    id: exempelgruppen
    name: Exempelgruppen
    type: consultation
    level: regional
    status: established   # VIS112
    members:
      - role: chair
        side: region
      - side: municipality
    ```

    ```yaml registry/groups/exempelgruppen.yaml
    id: exempelgruppen
    name: Exempelgruppen
    type: consultation
    level: regional
    status: established   # VIS112
    members:
      - side: region
      - side: municipality
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
    chairing: Regionen och kommunerna varannan gång
    members:
      - side: region
      - side: municipality
      - role: process-leader
        side: joint
    ```
    """
    for record in registry.all(Group):
        group = record.entity
        if not binds(group):
            continue
        chair, leader = has_chair(group), has_process_leader(group)
        if chair and leader:
            continue
        if chair:
            message = N_("`{id}` is established without a process leader")
        elif leader:
            message = N_("`{id}` is established without a chair")
        else:
            message = N_("`{id}` is established without a chair and without a process leader")
        yield Problem(
            record.at("status"),
            message,
            help=N_("add seats with `role: chair` (or say in `chairing` how it is decided) and `role: process-leader`"),
            id=record.id,
        )
