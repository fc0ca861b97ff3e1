"""VIS117: a group is discontinued, but no decision says so."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.model.group import Group
from vis_cli.registry import Registry

_ENDS_BY_ITSELF = ("working", "project")


@rule()
def discontinued_without_a_decision(registry: Registry) -> Iterator[Problem]:
    """A group is discontinued, but no decision says so.

    *En grupp är avvecklad utan att något beslut anges.*

    The groups that exist go on as usual until something else is decided. Working groups and projects end when their
    time is up. (000:545-547)

    Wrong:

    ```yaml registry/groups/exempelforum.yaml
    id: exempelforum
    name: Exempelforum
    type: forum
    level: regional
    status: discontinued   # VIS117
    ```

    Right:

    ```yaml registry/groups/exempelforum.yaml
    id: exempelforum
    name: Exempelforum
    type: forum
    level: regional
    status: discontinued
    reached:
      on: 2031-02-19
      decision: Exempelstyrgruppen 2031-02-19, punkt 5
    ```
    """
    for record in registry.all(Group):
        group = record.entity
        if group.status != "discontinued" or group.type in _ENDS_BY_ITSELF:
            continue
        if group.reached is None or not (group.reached.decision or group.reached.at):
            yield Problem(
                record.at("status"),
                N_("`{id}` is discontinued, but by no decision"),
                help=N_(
                    "name it in `reached: at` (meeting and item) or `reached: decision`; without one the group goes on"
                ),
                id=record.id,
            )
