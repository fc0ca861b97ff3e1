"""VIS309: a seat was taken away instead of ended."""

from collections.abc import Iterator

from vis_cli.check import Problem, change_rule
from vis_cli.errors import N_
from vis_cli.facts.bodies import staffed_by_decision
from vis_cli.facts.restaffing import restaffing
from vis_cli.model.group import Group
from vis_cli.registry import Registry


@change_rule(severity="warning")
def seat_removed(before: Registry, after: Registry) -> Iterator[Problem]:
    """A seat in a group was taken away, or given to somebody else, instead of ended.

    *En plats i en grupp har tagits bort eller getts till någon annan i stället för att avslutas.*

    People change posts, and that makes collaboration harder (004:83): who sat where on a day must be found afterwards.
    A seat that ends gets its last day in `until`, and whoever comes has a seat of their own. In a consultation group
    and the secretariat, whose staffing is decided (000:621-622), this is an error.

    Wrong:

    ```before registry/groups/exempelgruppen.yaml
    id: exempelgruppen
    name: Exempelgruppen
    type: steering
    level: regional
    status: active
    members:
      - side: region
        function: enhetschef
    ```

    ```yaml registry/groups/exempelgruppen.yaml
    id: exempelgruppen
    name: Exempelgruppen
    type: steering
    level: regional
    status: active
    members:   # VIS309
      - side: region
        function: avdelningschef
    ```

    Right:

    ```before registry/groups/exempelgruppen.yaml
    id: exempelgruppen
    name: Exempelgruppen
    type: steering
    level: regional
    status: active
    members:
      - side: region
        function: enhetschef
    ```

    ```yaml registry/groups/exempelgruppen.yaml
    id: exempelgruppen
    name: Exempelgruppen
    type: steering
    level: regional
    status: active
    members:
      - side: region
        function: enhetschef
        until: 2031-02-28
      - side: region
        function: avdelningschef
        from: 2031-03-01
    ```
    """
    for old in before.all(Group):
        new = after.get(Group, old.id)
        if new is None:
            continue
        for index in restaffing(old.entity, new.entity).gone:
            yield Problem(
                new.key("members") if new.entity.members else new.at("id"),
                N_("a seat of `{id}` is no longer on record"),
                help=N_("put it back and end it: `vis group leave {id} …`, or write its `until`"),
                related=((old.at("members", index, "side"), N_("it stood here")),),
                severity="error" if staffed_by_decision(old.entity) or staffed_by_decision(new.entity) else None,
                id=old.id,
            )
