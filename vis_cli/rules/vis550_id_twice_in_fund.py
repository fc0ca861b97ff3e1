"""VIS550: two things of a fund have the same id."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.model.fund import Fund
from vis_cli.registry import Registry

_LISTS = ("purposes", "conditions", "duties", "portions", "account")


@rule()
def id_twice_in_fund(registry: Registry) -> Iterator[Problem]:
    """Two portions, purposes, conditions, duties or entries of a fund have the same id.

    *Två poster, ändamål, villkor, redovisningskrav eller rader har samma id.*

    An entry names its portion, its purpose and the duty that it answers by id; of two with the same id nobody can tell
    which is meant.

    Wrong:

    ```yaml registry/funds/exempelmedlen.yaml
    id: exempelmedlen
    name: Exempelmedlen
    type: grant
    purposes:
      - id: samsjuklighet
        text: Samsjuklighet
      - id: samsjuklighet   # VIS550
        text: Samsjuklighet hos äldre
    ```

    Right:

    ```yaml registry/funds/exempelmedlen.yaml
    id: exempelmedlen
    name: Exempelmedlen
    type: grant
    purposes:
      - id: samsjuklighet
        text: Samsjuklighet
      - id: samsjuklighet-aldre
        text: Samsjuklighet hos äldre
    ```
    """
    for record in registry.all(Fund):
        for name in _LISTS:
            first: dict[str, int] = {}
            for i, item in enumerate(getattr(record.entity, name)):
                if item.id in first:
                    yield Problem(
                        record.at(name, i, "id"),
                        N_("`{id}` stands in the list already"),
                        help=N_("give this one an id of its own"),
                        related=((record.at(name, first[item.id], "id"), N_("the first one")),),
                        id=item.id,
                    )
                first.setdefault(item.id, i)
