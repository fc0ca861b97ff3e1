"""VIS511: an established consultation group without a mission or a link in knowledge governance."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.establishment import binds
from vis_cli.model.group import Group
from vis_cli.registry import Registry


@rule(severity="warning")
def established_without_knowledge_governance(registry: Registry) -> Iterator[Problem]:
    """An established consultation group has no mission in knowledge governance, or neither a link there nor a reason.

    *En etablerad samrådsgrupp saknar uppdrag i kunskapsstyrningen, eller både koppling dit och skäl.*

    It is of the greatest weight that the mission in knowledge governance is clearly defined and becomes a part of
    what the groups answer for. (000:378-384)

    Wrong:

    ```yaml registry/groups/exempelgruppen.yaml
    id: exempelgruppen
    name: Exempelgruppen
    type: consultation
    level: regional
    status: established   # VIS511
    ```

    ```yaml registry/groups/provgruppen.yaml
    id: provgruppen
    name: Provgruppen
    type: consultation
    level: regional
    status: established
    knowledge_governance:   # VIS511
      mission: Att sprida kunskapsstöd
    ```

    Right:

    ```yaml registry/groups/exempelgruppen.yaml
    id: exempelgruppen
    name: Exempelgruppen
    type: consultation
    level: regional
    status: established
    knowledge_governance:
      mission: Att sprida kunskapsstöd
      none: Inget programområde har ämnet
    ```

    ```yaml registry/groups/provgruppen.yaml
    id: provgruppen
    name: Provgruppen
    type: consultation
    level: regional
    status: establishing
    ```
    """
    for record in registry.all(Group):
        known = record.entity.knowledge_governance
        if not binds(record.entity):
            continue
        if known is None or not known.mission:
            yield Problem(
                record.at("status") if known is None else record.key("knowledge_governance"),
                N_("`{id}` is established without a mission in knowledge governance"),
                help=N_("say it in `mission` of `knowledge_governance`"),
                id=record.id,
            )
        elif not known.links and not known.none:
            yield Problem(
                record.key("knowledge_governance"),
                N_("`{id}` has neither a link to knowledge governance nor a reason for having none"),
                help=N_("list its `links`, or say why there is none in `none`"),
                id=record.id,
            )
