"""VIS510: a municipal representative in knowledge governance whose approval is not known."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.representing import municipality_of
from vis_cli.model.group import Group
from vis_cli.model.person import Person
from vis_cli.registry import Registry

_APPROVED = ("npo", "nag", "rpo", "rag")


@rule(severity="gap", gap=N_("{count} municipal representatives in knowledge governance without a known approval"))
def representative_not_approved(registry: Registry) -> Iterator[Problem]:
    """It is not known that a municipal representative in knowledge governance was approved.

    *Det framgår inte att en kommunal representant i kunskapsstyrningen är godkänd.*

    The municipalities' representatives in national and regional programme areas and working groups (NPO, NAG, RPO,
    RAG) are approved by the steering group for the regional support structure. (000:237-238)

    Wrong:

    ```yaml registry/organisations.yaml
    exempelby-kommun:
      name: Exempelby kommun
      type: principal
      side: municipality
    ```

    ```yaml registry/people.yaml
    bo-exempel:
      name: Bo Exempel
      posts:
        - title: socialchef
          organisation: exempelby-kommun
    ```

    ```yaml registry/groups/exempelgruppen.yaml
    id: exempelgruppen
    name: Exempelgruppen
    type: consultation
    level: regional
    status: establishing
    knowledge_governance:
      links:
        - body: rpo
          link: person
          person: bo-exempel   # VIS510
    ```

    Right:

    ```yaml registry/organisations.yaml
    exempelby-kommun:
      name: Exempelby kommun
      type: principal
      side: municipality
    ```

    ```yaml registry/people.yaml
    bo-exempel:
      name: Bo Exempel
      posts:
        - title: socialchef
          organisation: exempelby-kommun
    ```

    ```yaml registry/groups/exempelgruppen.yaml
    id: exempelgruppen
    name: Exempelgruppen
    type: consultation
    level: regional
    status: establishing
    knowledge_governance:
      links:
        - body: rpo
          link: person
          person: bo-exempel
          approval: {on: 2031-02-19}
    ```
    """
    for record in registry.all(Group):
        group = record.entity
        municipal = {seat.person for seat in group.members if seat.side == "municipality"}
        for index, link in enumerate(group.knowledge_governance.links if group.knowledge_governance else ()):
            person = registry.get(Person, link.person)
            if person is None or link.approval or link.body not in _APPROVED:
                continue
            if person.id in municipal or municipality_of(registry, person.entity.posts[-1].organisation):
                yield Problem(
                    record.at("knowledge_governance", "links", index, "person"),
                    N_("it is not known that `{person}` was approved as the municipalities' representative"),
                    help=N_("say when, or at which item, in `approval`"),
                    person=person.id,
                )
