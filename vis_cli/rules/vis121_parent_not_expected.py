"""VIS121: an agreement that stands by itself has a parent."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.agreements import ALONE
from vis_cli.model.agreement import Agreement
from vis_cli.registry import Registry


@rule()
def parent_not_expected(registry: Registry) -> Iterator[Problem]:
    """An agreement that stands by itself names a parent.

    *En fristående överenskommelse anges höra till en annan.*

    Only what supplements, fills in or carries out another agreement has a parent (002:548-549). Either the type is
    wrong, or the parent is.

    Wrong:

    ```yaml agreements/exempelavtalet/agreement.yaml
    id: exempelavtalet
    title: Exempel på samverkan
    type: agreement
    parent: exempel-hok   # VIS121
    ```

    Right:

    ```yaml agreements/exempeltillagget/agreement.yaml
    id: exempeltillagget
    title: Exempeltillagget
    type: supplementary
    parent: exempelavtalet
    ```
    """
    for record in registry.all(Agreement):
        if record.entity.type in ALONE and record.entity.parent:
            yield Problem(
                record.at("parent"),
                N_("the type is `{type}`, which has no parent, but `parent` is `{parent}`"),
                help=N_("change the type to `supplementary` or `partial`, or remove `parent`"),
                type=record.entity.type,
                parent=record.entity.parent,
            )
