"""VIS236: an exemption excuses what needs no excuse."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_, Word
from vis_cli.facts.exemptions import NAMES, OF, subject
from vis_cli.facts.lasting import lasting
from vis_cli.model.collaboration import Collaboration
from vis_cli.registry import Registry


@rule()
def needless_exemption(registry: Registry) -> Iterator[Problem]:
    """An exemption excuses what needs no excuse.

    *Ett undantag är onödigt.*

    An exemption says that something is not expected of an area, an agreement, a group or a forum, and why. Once it is
    there, the exemption would hide its next absence. Of what comes and goes (an annual plan, the decisions of parties)
    nothing is said. (004:85-158)

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
            id = subject(exemption)
            if id is not None and (known := lasting(registry, exemption.expects, id)):
                yield Problem(
                    record.at("exemptions", index, OF[exemption.expects]),
                    N_("`{id}` needs no exemption, for it is there: {what}"),
                    help=N_("remove the exemption; its history stays in Git"),
                    related=((known, N_("it is known here")),),
                    id=id,
                    what=Word(NAMES[exemption.expects]),
                )
