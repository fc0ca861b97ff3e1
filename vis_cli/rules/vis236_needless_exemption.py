"""VIS236: an exemption excuses what needs no excuse."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.coverage import known_holders
from vis_cli.model.collaboration import Collaboration
from vis_cli.registry import Registry


@rule()
def needless_exemption(registry: Registry) -> Iterator[Problem]:
    """An exemption excuses what needs no excuse.

    *Ett undantag är onödigt.*

    An exemption says that something is not expected of an area, and why. Once it is there, the exemption would hide
    its next absence. (004:85-158)

    Wrong:

    ```yaml registry/vis.yaml
    id: vis
    name: Exempelsamverkan
    short_name: ES
    county: Exempellän
    exemptions:
      - expects: gsa
        area: exempelby   # VIS236
        reason: Vården samordnas av en egen organisation
    ```

    ```yaml registry/contacts/exempelby.yaml
    id: exempelby
    gsa:
      - clinic: Exempelby vårdcentral
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
        for index, exemption in enumerate(record.entity.exemptions):
            if exemption.area is None or (exemption.expects != "ksa" and exemption.expects != "gsa"):
                continue
            if known_holders(registry, exemption.area, exemption.expects):
                contact = registry.records["contact", exemption.area]
                yield Problem(
                    record.at("exemptions", index, "area"),
                    N_("`{area}` has a {what}, and needs no exemption from having one"),
                    help=N_("remove the exemption; its history stays in Git"),
                    related=((contact.key(exemption.expects), N_("it is known here")),),
                    area=exemption.area,
                    what=exemption.expects.upper(),
                )
