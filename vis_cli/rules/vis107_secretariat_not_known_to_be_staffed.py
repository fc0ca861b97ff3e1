"""VIS107: the secretariat is not known to have two persons from each side."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.secretariat import WANTED, staffing
from vis_cli.model.group import Group
from vis_cli.registry import Registry


@rule(severity="gap", gap=N_("the staffing of the secretariat is not known to be 2 + 2"))
def secretariat_not_known_to_be_staffed(registry: Registry) -> Iterator[Problem]:
    """The secretariat is not known to have two persons from each side.

    *Det är inte känt att sekretariatet har två personer från vardera sidan.*

    Two persons from the region and two from the municipalities' association are what its ambition asks for. That
    fewer are known is a gap; that a place is known to have been left is a warning. (000:590-593)

    Wrong:

    ```yaml registry/groups/exempelsekretariatet.yaml
    id: exempelsekretariatet
    name: Exempelsekretariatet
    type: secretariat
    level: regional
    status: active
    members:   # VIS107
      - {role: process-leader, side: region}
      - {role: process-leader, side: municipality}
      - {role: process-leader, side: municipality}
    ```

    ```yaml registry/groups/exempelsekretariatet.yaml
    id: exempelsekretariatet
    name: Exempelsekretariatet
    type: secretariat
    level: regional
    status: active
    members:   # VIS107
      - {role: process-leader, side: region, from: "2030"}
      - {role: process-leader, side: region, from: "2030", until: 2031-06-30}
      - {role: process-leader, side: municipality}
      - {role: process-leader, side: municipality}
    ```

    Right:

    ```yaml registry/groups/exempelsekretariatet.yaml
    id: exempelsekretariatet
    name: Exempelsekretariatet
    type: secretariat
    level: regional
    status: active
    members:
      - {role: process-leader, side: region}
      - {role: process-leader, side: region, from: "2030", until: 2031-06-30}
      - {role: process-leader, side: region, from: 2031-07-01}
      - {role: process-leader, side: municipality}
      - {role: process-leader, side: municipality}
    ```
    """
    for record in registry.all(Group):
        group = record.entity
        if group.type != "secretariat" or group.status not in ("active", "established"):
            continue
        region, municipality = staffing(group, "region"), staffing(group, "municipality")
        left = next((side.left for side in (region, municipality) if side.left), None)
        if min(region.known, municipality.known) >= WANTED:
            continue
        if left:
            message = N_(
                "from {left} on `{id}` is staffed {region} + {municipality} (region + municipalities), not 2 + 2"
            )
        else:
            message = N_("`{id}` is known to be staffed {region} + {municipality} (region + municipalities), not 2 + 2")
        yield Problem(
            record.key("members") if group.members else record.at("status"),
            message,
            help=N_("add a seat with `role: process-leader` for each person"),
            severity="warning" if left else None,
            id=record.id,
            region=region.known,
            municipality=municipality.known,
            left=left,
        )
