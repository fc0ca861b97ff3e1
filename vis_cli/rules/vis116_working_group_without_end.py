"""VIS116: a working group has no last day."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.model.group import Group
from vis_cli.registry import Registry


@rule(severity="warning")
def working_group_without_end(registry: Registry) -> Iterator[Problem]:
    """A working group has no last day.

    *En arbetsgrupp saknar slutdatum.*

    Working groups are appointed for a time, for what is short or specific; what lasts belongs in a consultation
    group. (000:301-304)

    Wrong:

    ```yaml registry/groups/exempelgruppen.yaml
    id: exempelgruppen
    name: Exempelgruppen
    type: working   # VIS116
    level: regional
    status: active
    ```

    Right:

    ```yaml registry/groups/exempelgruppen.yaml
    id: exempelgruppen
    name: Exempelgruppen
    type: working
    level: regional
    status: active
    from: "2030"
    until: "2031"
    ```
    """
    for record in registry.all(Group):
        group = record.entity
        if group.type == "working" and group.status != "proposed" and group.until is None:
            yield Problem(
                record.at("type"),
                N_("the working group `{id}` has no last day"),
                help=N_("add `until`, as precisely as it is decided: `2031` will do"),
                id=record.id,
            )
