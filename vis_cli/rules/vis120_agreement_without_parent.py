"""VIS120: an agreement of a kind that belongs to another names none."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.agreements import BELONGING
from vis_cli.model.agreement import Agreement
from vis_cli.registry import Registry


@rule()
def agreement_without_parent(registry: Registry) -> Iterator[Problem]:
    """A supplementary or partial agreement does not say what it belongs to.

    *En tilläggs- eller delöverenskommelse anger inte vilken överenskommelse den hör till.*

    It cannot be read alone: it widens or fills in another agreement (002:476-477, 002:548-549). For a guideline, which
    hangs under the main agreement, this is a warning.

    Wrong:

    ```yaml agreements/exempeltillagget/agreement.yaml
    id: exempeltillagget
    title: Exempeltillagget
    type: supplementary   # VIS120
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
        if record.entity.type in BELONGING and record.entity.parent is None:
            yield Problem(
                record.at("type"),
                N_("the type is `{type}`, but there is no `parent`"),
                help=N_("write `parent:` with the id of the agreement that it belongs to"),
                severity="warning" if record.entity.type == "guideline" else "error",
                type=record.entity.type,
            )
