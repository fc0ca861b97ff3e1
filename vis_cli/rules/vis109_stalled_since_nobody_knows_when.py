"""VIS109: a group has stalled, but nobody says when it last met."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.model.group import Group
from vis_cli.registry import Registry


@rule(severity="gap", gap=N_("{count} stalled groups without a known last meeting"))
def stalled_since_nobody_knows_when(registry: Registry) -> Iterator[Problem]:
    """A group has stalled, but nobody says when it last met.

    *En grupp har avstannat, men det framgår inte när den senast möttes.*

    A group is called stalled because it no longer meets; its last meeting shows since when. (000:209-210)

    Wrong:

    ```yaml registry/groups/exempelforum.yaml
    id: exempelforum
    name: Exempelforum
    type: forum
    level: regional
    status: stalled   # VIS109
    ```

    Right:

    ```yaml registry/groups/exempelforum.yaml
    id: exempelforum
    name: Exempelforum
    type: forum
    level: regional
    status: stalled
    profile:
      structure:
        last_meeting: 2031-02
    ```
    """
    if registry.has_broken("meeting"):
        return  # it may be one of the group
    for record in registry.all(Group):
        group = record.entity
        if group.status != "stalled":
            continue
        structure = group.profile.structure if group.profile else None
        known = (structure and structure.last_meeting) or (group.reached and group.reached.on)
        if not known and not any(route.route == ("group",) for route in registry.referrers("group", record.id)):
            yield Problem(
                record.at("status"),
                N_("`{id}` has stalled, but it is not known when it last met"),
                help=N_("write it in `profile: structure: last_meeting`, as precisely as it is known"),
                id=record.id,
            )
