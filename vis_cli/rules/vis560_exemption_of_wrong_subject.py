"""VIS560: an exemption is of nothing, of several things, or of a thing of which this is not expected."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_, Word
from vis_cli.facts.exemptions import NAMES, OF, named
from vis_cli.model.collaboration import Collaboration
from vis_cli.registry import Registry


@rule()
def exemption_of_wrong_subject(registry: Registry) -> Iterator[Problem]:
    """An exemption is of nothing, of several things, or of a thing of which this is not expected.

    *Ett undantag gäller ingenting, flera saker eller något som detta inte förväntas av.*

    Of areas a KSA, a GSA and a local consultation are expected; of agreements an owner, a follow-up and the decisions
    of their parties; of groups an annual plan, a mandate and a link to knowledge governance; of BUS groups an action
    plan. An exemption of anything else excuses nothing, and would look as if it did. (004:85-158)

    Wrong:

    ```yaml registry/vis.yaml
    id: vis
    name: Exempelsamverkan
    short_name: ES
    county: Exempellän
    exemptions:
      - expects: gsa   # VIS560
        reason: Vården samordnas av en egen organisation
      - expects: owner   # VIS560
        area: exempelby
        reason: Ingen grupp finns
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
            found, kind = named(exemption), OF[exemption.expects]
            if [item for item, _id in found] == [kind]:
                continue
            if not found:
                message = N_("the exemption names no {kind} that is exempted: {what}")
            elif len(found) > 1:
                message = N_("the exemption names several things: {named}")
            else:
                message = N_("the exemption names the wrong kind of thing, {other} and not {kind}: {what}")
            yield Problem(
                record.at("exemptions", index, "expects"),
                message,
                help=N_("name one with the key `{key}`; for another one write an exemption of its own"),
                kind=Word(kind),
                key=kind,
                other=Word(found[0][0] if found else kind),
                what=Word(NAMES[exemption.expects]),
                named=", ".join(f"`{id}`" for _kind, id in found),
            )
