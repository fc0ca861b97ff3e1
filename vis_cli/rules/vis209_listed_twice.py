"""VIS209: a list names the same thing twice."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.places import Route
from vis_cli.registry import Registry
from vis_cli.registry.references import repeats


@rule()
def listed_twice(registry: Registry) -> Iterator[Problem]:
    """A list names the same thing twice.

    *En lista nämner samma sak två gånger.*

    Documents print such lists and count them: how many municipalities take part, how many groups are concerned.
    (000:91-95)

    Wrong:

    ```yaml registry/groups/exempelgruppen.yaml
    id: exempelgruppen
    name: Exempelgruppen
    type: consultation
    level: regional
    status: proposed
    predecessors: [exempelforum, exempelforum]   # VIS209
    ```

    ```yaml registry/groups/exempelforum.yaml
    id: exempelforum
    name: Exempelforum
    type: forum
    level: regional
    status: active
    ```

    Right:

    ```yaml registry/groups/exempelgruppen.yaml
    id: exempelgruppen
    name: Exempelgruppen
    type: consultation
    level: regional
    status: proposed
    predecessors: [exempelforum]
    ```

    ```yaml registry/groups/exempelforum.yaml
    id: exempelforum
    name: Exempelforum
    type: forum
    level: regional
    status: active
    ```
    """
    for record in registry.entities:
        if record.kind != "area" and not repeats(record.entity):
            continue
        seen: dict[tuple[Route, str], Route] = {}
        for reference in registry.references_of(record):
            route = reference.route
            if reference.kinds == ("source",):
                continue
            if isinstance(route[-1], int):
                listing = route[:-1]
            elif route[0] == "successors":
                listing = route[:1]
            else:
                continue
            first = seen.setdefault((listing, reference.id), route)
            if first != route:
                yield Problem(
                    reference.place,
                    N_("`{id}` is listed twice"),
                    help=N_("keep one"),
                    related=((record.at(*first), N_("it stands here first")),),
                    id=reference.id,
                )
