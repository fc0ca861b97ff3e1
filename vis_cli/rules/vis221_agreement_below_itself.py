"""VIS221: by its parents an agreement is below itself."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.model.agreement import Agreement
from vis_cli.registry import Registry


@rule()
def agreement_below_itself(registry: Registry) -> Iterator[Problem]:
    """By way of its parents, an agreement belongs to itself.

    *En överenskommelse hör till sig själv.*

    What belongs to what must have a top, or no list of agreements can show it (002:548-549).

    Wrong:

    ```yaml agreements/exempelrutinen/agreement.yaml
    id: exempelrutinen
    title: Exempelrutinen
    type: local-routine
    parent: provrutinen   # VIS221
    ```

    ```yaml agreements/provrutinen/agreement.yaml
    id: provrutinen
    title: Provrutinen
    type: local-routine
    parent: exempelrutinen
    ```

    Right:

    ```yaml agreements/exempelrutinen/agreement.yaml
    id: exempelrutinen
    title: Exempelrutinen
    type: local-routine
    parent: provrutinen
    ```

    ```yaml agreements/provrutinen/agreement.yaml
    id: provrutinen
    title: Provrutinen
    type: local-routine
    ```
    """
    parents = {record.id: record.entity.parent for record in registry.all(Agreement)}
    done: set[str] = set()
    for record in registry.all(Agreement):
        path: dict[str, None] = {}
        id: str | None = record.id
        while id in parents and id not in done and id not in path:
            path[id] = None
            id = parents[id]
        if id in path:
            steps = list(path)
            ring = [*steps[steps.index(id) :], id]
            yield Problem(
                registry.records["agreement", id].at("parent"),
                N_("`{id}` belongs to itself: {ring}"),
                help=N_("remove `parent` where it is wrong"),
                id=id,
                ring=" → ".join(f"`{step}`" for step in ring),
            )
        done.update(path)
