"""VIS512: an established consultation group in which a part of the county has no municipal seat."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.establishment import binds
from vis_cli.facts.representing import uncovered_subregions
from vis_cli.model.group import Group
from vis_cli.registry import Registry


@rule(severity="warning")
def subregion_without_a_seat(registry: Registry) -> Iterator[Problem]:
    """A part of the county has no municipal seat in an established consultation group.

    *En delregion saknar kommunal plats i en etablerad samrådsgrupp.*

    The municipalities are represented by the parts of the county (*delregionalt*). Those that are outside are less
    informed and find it hard to be heard. Nothing is said where the collaboration does not list its parts, nor of a
    group where one seat does not tell for whom it is. (000:90-94, 254-257)

    Wrong:

    ```yaml registry/vis.yaml
    id: vis
    name: Vård i samverkan Exempellän
    short_name: VIS
    county: Exempellän
    subregions: [norra länet, södra länet]
    ```

    ```yaml registry/groups/exempelgruppen.yaml
    id: exempelgruppen
    name: Exempelgruppen
    type: consultation
    level: regional
    status: established
    members:   # VIS512
      - side: municipality
        subregion: norra länet
      - side: region
    ```

    Right:

    ```yaml registry/vis.yaml
    id: vis
    name: Vård i samverkan Exempellän
    short_name: VIS
    county: Exempellän
    subregions: [norra länet, södra länet]
    ```

    ```yaml registry/groups/exempelgruppen.yaml
    id: exempelgruppen
    name: Exempelgruppen
    type: consultation
    level: regional
    status: established
    members:
      - side: municipality
        subregion: norra länet
      - side: municipality
        subregion: södra länet
      - side: region
    ```
    """
    if registry.has_broken("collaboration") or registry.has_broken("area") or registry.has_broken("organisation"):
        return
    for record in registry.all(Group):
        if binds(record.entity) and record.entity.joint and (names := uncovered_subregions(registry, record.entity)):
            yield Problem(
                record.key("members"),
                N_("no municipal seat in `{id}` is for {names}"),
                help=N_("give a municipality there a seat, or say `subregion` with the seat that stands for it"),
                id=record.id,
                names=", ".join(names),
            )
