"""VIS237: two exemptions are of one thing."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_, Word
from vis_cli.facts.exemptions import NAMES, OF, subject
from vis_cli.model.collaboration import Collaboration
from vis_cli.registry import Registry


@rule()
def exempted_twice(registry: Registry) -> Iterator[Problem]:
    """An area, agreement, group or forum is exempted twice from the same thing.

    *Ett område, en överenskommelse, en grupp eller ett forum har två undantag från samma sak.*

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
        first: dict[tuple[str, str], int] = {}
        for index, exemption in enumerate(record.entity.exemptions):
            id = subject(exemption)
            if id is None:
                continue  # VIS560 says so
            before = first.setdefault((exemption.expects, id), index)
            if before != index:
                kind = OF[exemption.expects]
                yield Problem(
                    record.at("exemptions", index, kind),
                    N_("`{id}` is exempted twice from the same: {what}"),
                    help=N_("keep the one whose reason holds"),
                    related=((record.at("exemptions", before, kind), N_("the first exemption")),),
                    id=id,
                    what=Word(NAMES[exemption.expects]),
                )
