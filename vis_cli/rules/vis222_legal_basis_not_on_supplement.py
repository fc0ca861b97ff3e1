"""VIS222: an agreement rests on a law, its supplement does not say so."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.agreements import parent
from vis_cli.model.agreement import Agreement
from vis_cli.registry import Registry


@rule(severity="warning")
def legal_basis_not_on_supplement(registry: Registry) -> Iterator[Problem]:
    """A supplementary agreement does not state the law that its parent rests on.

    *En tilläggsöverenskommelse anger inte det lagkrav som huvudtexten vilar på.*

    An agreement that the law demands may not end without a successor (000:143), and neither may what widens it: the
    supplement has to say on which law it rests.

    Wrong:

    ```yaml agreements/exempelavtalet/agreement.yaml
    id: exempelavtalet
    title: Exempel på samverkan
    type: agreement
    legal_basis:
      - text: Exempellagen
    ```

    ```yaml agreements/exempeltillagget/agreement.yaml
    id: exempeltillagget
    title: Exempeltillagget
    type: supplementary
    parent: exempelavtalet   # VIS222
    ```

    Right:

    ```yaml agreements/exempelavtalet/agreement.yaml
    id: exempelavtalet
    title: Exempel på samverkan
    type: agreement
    legal_basis:
      - text: Exempellagen
    ```

    ```yaml agreements/exempeltillagget/agreement.yaml
    id: exempeltillagget
    title: Exempeltillagget
    type: supplementary
    parent: exempelavtalet
    legal_basis:
      - text: Exempellagen
    ```
    """
    for record in registry.all(Agreement):
        above = parent(registry, record)
        if record.entity.type != "supplementary" or above is None or record.entity.legal_basis:
            continue
        if above.entity.legal_basis:
            yield Problem(
                record.at("parent"),
                N_("the law demands `{parent}`, but no legal basis is stated here"),
                help=N_("write `legal_basis:` with the law, as it stands for `{parent}`"),
                related=((above.key("legal_basis"), N_("stated here")),),
                parent=above.id,
            )
