"""VIS220: an agreement hangs under one of a type that it cannot belong to."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.agreements import ABOVE, parent
from vis_cli.model.agreement import Agreement
from vis_cli.registry import Registry


@rule()
def parent_of_wrong_type(registry: Registry) -> Iterator[Problem]:
    """An agreement belongs to one of a type that it cannot belong to.

    *En överenskommelse hör till en annan av fel typ.*

    A supplementary agreement widens an agreement or a contract, a partial agreement is a part of an agreement
    (002:476-477, 002:548-549), a guideline belongs to the main agreement.

    Wrong:

    ```yaml agreements/exempelavtalet/agreement.yaml
    id: exempelavtalet
    title: Exempel på samverkan
    type: agreement
    ```

    ```yaml agreements/exempeldelen/agreement.yaml
    id: exempeldelen
    title: Exempeldelen
    type: partial
    parent: exempelriktlinjen   # VIS220
    ```

    ```yaml agreements/exempelriktlinjen/agreement.yaml
    id: exempelriktlinjen
    title: Exempelriktlinjen
    type: guideline
    parent: exempel-hok
    ```

    ```yaml agreements/exempel-hok/agreement.yaml
    id: exempel-hok
    title: Exempel hok
    type: main
    ```

    Right:

    ```yaml agreements/exempelavtalet/agreement.yaml
    id: exempelavtalet
    title: Exempel på samverkan
    type: agreement
    ```

    ```yaml agreements/exempeldelen/agreement.yaml
    id: exempeldelen
    title: Exempeldelen
    type: partial
    parent: exempelavtalet
    ```
    """
    for record in registry.all(Agreement):
        above = parent(registry, record)
        wanted = ABOVE.get(record.entity.type)
        if above is not None and wanted and above.entity.type not in wanted:
            yield Problem(
                record.at("parent"),
                N_("the type is `{type}`, but `{parent}` is of the type `{other}`"),
                help=N_("name an agreement of the type {wanted}, or correct one of the types"),
                related=((above.at("type"), N_("its type stands here")),),
                type=record.entity.type,
                parent=above.id,
                other=above.entity.type,
                wanted=", ".join(f"`{type}`" for type in wanted),
            )
