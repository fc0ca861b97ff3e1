"""VIS540: nobody is said to convene a local forum."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.forum_stale import meets
from vis_cli.model.forum import Forum
from vis_cli.registry import Registry


@rule(severity="gap", gap=N_("{count} of {total} local forums do not say who convenes them"))
def forum_without_convener(registry: Registry) -> Iterator[Problem]:
    """A local forum does not say who convenes it.

    *Ett lokalt forum saknar uppgift om sammankallande.*

    Where nobody is said to convene, the initiative is left to whoever needs the meeting most (002:213-215). What works
    together every day, such as a family centre, is not convened, and is left alone.

    Wrong:

    ```yaml registry/forums/exempelmotet.yaml
    id: exempelmotet   # VIS540
    name: Exempelmötet
    type: ksa-gsa
    ```

    Right:

    ```yaml registry/forums/exempelmotet.yaml
    id: exempelmotet
    name: Exempelmötet
    type: ksa-gsa
    convening_function: GSA
    ```
    """
    at_work = [
        record
        for record in registry.all(Forum)
        if meets(record.entity)
        and record.entity.status != "discontinued"
        and record.entity.until is None
        and record.entity.number != 0
    ]
    for record in at_work:
        if not (record.entity.convener or record.entity.convening_function):
            yield Problem(
                record.key(),
                N_("`{id}` does not say who convenes it"),
                help=N_("write `convener:` with an organisation, or `convening_function:`"),
                id=record.id,
                total=len(at_work),
            )
