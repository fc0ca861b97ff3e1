"""VIS123: the owner of an agreement is listed among those that it concerns as well."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.model.agreement import Agreement
from vis_cli.registry import Registry


@rule(severity="warning")
def owner_also_concerned(registry: Registry) -> Iterator[Problem]:
    """The group that answers for an agreement is also listed as concerned.

    *Den förvaltande gruppen står även som berörd grupp.*

    An agreement has one owner; the others that it touches are listed as concerned (000:307-308, 000:339-341). A group
    that no longer owns it may be.

    Wrong:

    ```yaml agreements/exempelavtalet/agreement.yaml
    id: exempelavtalet
    title: Exempel på samverkan
    type: agreement
    owners:
      - group: exempelgruppen
    concerned:
      - provgruppen
      - exempelgruppen   # VIS123
    ```

    Right:

    ```yaml agreements/exempelavtalet/agreement.yaml
    id: exempelavtalet
    title: Exempel på samverkan
    type: agreement
    owners:
      - group: exempelgruppen
    concerned:
      - provgruppen
    ```
    """
    for record in registry.all(Agreement):
        lasting = {o.group: i for i, o in enumerate(record.entity.owners) if o.until is None}
        for index, group in enumerate(record.entity.concerned):
            if group in lasting:
                yield Problem(
                    record.at("concerned", index),
                    N_("`{group}` answers for the agreement, and is listed as concerned too"),
                    help=N_("remove it here"),
                    related=((record.at("owners", lasting[group], "group"), N_("it is the owner here")),),
                    group=group,
                )
