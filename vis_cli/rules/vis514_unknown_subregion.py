"""VIS514: a part of the county by a name that the collaboration does not have."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.spelling import words
from vis_cli.model.area import Area
from vis_cli.model.collaboration import Collaboration
from vis_cli.model.group import Group
from vis_cli.registry import Place, Registry


@rule()
def unknown_subregion(registry: Registry) -> Iterator[Problem]:
    """A seat or an area names a part of the county that is not among those of the collaboration.

    *En plats eller ett område anger en delregion som inte finns bland samverkans delregioner.*

    Which parts of the county have a seat is reckoned from these names, so that one part must have one name. Nothing
    is said where the collaboration lists none. (000:90-94)

    Wrong:

    ```yaml registry/vis.yaml
    id: vis
    name: Vård i samverkan Exempellän
    short_name: VIS
    county: Exempellän
    subregions: [norra länet, södra länet]
    ```

    ```yaml registry/organisations.yaml
    exempelby-kommun:
      name: Exempelby kommun
      type: principal
      side: municipality
    ```

    ```yaml registry/areas.yaml
    exempelby:
      name: Exempelby
      type: municipality
      municipality: exempelby-kommun
      subregion: Norra länet   # VIS514
    ```

    ```yaml registry/groups/exempelgruppen.yaml
    id: exempelgruppen
    name: Exempelgruppen
    type: consultation
    level: regional
    status: establishing
    members:
      - side: municipality
        subregion: östra länet   # VIS514
    ```

    Right:

    ```yaml registry/vis.yaml
    id: vis
    name: Vård i samverkan Exempellän
    short_name: VIS
    county: Exempellän
    subregions: [norra länet, södra länet]
    ```

    ```yaml registry/organisations.yaml
    exempelby-kommun:
      name: Exempelby kommun
      type: principal
      side: municipality
    ```

    ```yaml registry/areas.yaml
    exempelby:
      name: Exempelby
      type: municipality
      municipality: exempelby-kommun
      subregion: norra länet
    ```
    """
    listed = tuple(name for record in registry.all(Collaboration) for name in record.entity.subregions)
    if not listed or registry.has_broken("collaboration"):
        return
    for area in registry.all(Area):
        if area.entity.subregion and area.entity.subregion not in listed:
            yield _unknown(area.at("subregion"), area.entity.subregion, listed)
    for group in registry.all(Group):
        for index, seat in enumerate(group.entity.members):
            if seat.subregion and seat.subregion not in listed:
                yield _unknown(group.at("members", index, "subregion"), seat.subregion, listed)


def _unknown(place: Place, name: str, listed: tuple[str, ...]) -> Problem:
    """With the one that it can be another spelling of, or else all of them."""
    same = [other for other in listed if words(other) == words(name)]
    return Problem(
        place,
        N_("`{name}` is no part of the county"),
        help=N_("did you mean `{names}`?") if same else N_("write one of {names}, or add it to `subregions`"),
        name=name,
        names=same[0] if same else ", ".join(f"`{other}`" for other in listed),
    )
