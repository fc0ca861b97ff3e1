"""VIS237: an area is exempted twice from the same thing."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.model.collaboration import Collaboration
from vis_cli.registry import Registry


@rule()
def exempted_twice(registry: Registry) -> Iterator[Problem]:
    """An area is exempted twice from the same thing.

    *Ett område har två undantag från samma sak.*

    An exemption gives the reason why something is not expected; with two of them there are two reasons, and nobody
    knows which one holds. (004:85-158)

    Wrong:

    ```yaml registry/vis.yaml
    id: vis
    name: Exempelsamverkan
    short_name: ES
    county: Exempellän
    exemptions:
      - expects: gsa
        area: exempelby
        reason: Vården samordnas av en egen organisation
      - expects: gsa
        area: exempelby   # VIS237
        reason: Ingen vårdcentral finns
    ```

    ```yaml registry/areas.yaml
    exempelby:
      name: Exempelby
      type: municipality
      municipality: exempelby-kommun
    ```

    ```yaml registry/organisations.yaml
    exempelby-kommun: {name: Exempelby kommun, type: principal, side: municipality}
    ```

    Right:

    ```yaml registry/vis.yaml
    id: vis
    name: Exempelsamverkan
    short_name: ES
    county: Exempellän
    exemptions:
      - expects: gsa
        area: exempelby
        reason: Vården samordnas av en egen organisation
      - expects: ksa
        area: exempelby
        reason: Funktionen delas med grannkommunen
    ```

    ```yaml registry/areas.yaml
    exempelby:
      name: Exempelby
      type: municipality
      municipality: exempelby-kommun
    ```

    ```yaml registry/organisations.yaml
    exempelby-kommun: {name: Exempelby kommun, type: principal, side: municipality}
    ```
    """
    for record in registry.all(Collaboration):
        first: dict[tuple[str, str | None], int] = {}
        for index, exemption in enumerate(record.entity.exemptions):
            before = first.setdefault((exemption.expects, exemption.area), index)
            if before != index:
                yield Problem(
                    record.at("exemptions", index, "area"),
                    N_("`{area}` is exempted twice from having a {what}"),
                    help=N_("keep the one whose reason holds"),
                    related=((record.at("exemptions", before, "area"), N_("the first exemption")),),
                    area=exemption.area,
                    what=exemption.expects.upper(),
                )
