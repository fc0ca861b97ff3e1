"""VIS208: one id means two things."""

from collections.abc import Iterator
from typing import Any

from vis_cli.check import Problem, rule
from vis_cli.errors import N_, Word
from vis_cli.registry import Place, Record, Registry


@rule()
def ambiguous_id(registry: Registry) -> Iterator[Problem]:
    """One id means two things.

    *Ett id betyder två saker.*

    Names are spelt in many ways, even within one text; everything is found by its id alone, so an id is unique in the
    whole register. Only a contact file shares its id, with its area. (003:1, 003:100)

    Wrong:

    ```yaml registry/areas.yaml
    exempelby:
      name: Exempelby
      type: municipality
      municipality: exempelby
    ```

    ```yaml registry/organisations.yaml
    exempelby:   # VIS208
      name: Exempelby kommun
      type: principal
      side: municipality
    ```

    Right:

    ```yaml registry/areas.yaml
    exempelby:
      name: Exempelby
      type: municipality
      municipality: exempelby-kommun
    ```

    ```yaml registry/organisations.yaml
    exempelby-kommun:
      name: Exempelby kommun
      type: principal
      side: municipality
    ```

    ```yaml registry/contacts/exempelby.yaml
    id: exempelby
    ```
    """
    first: dict[str, Record[Any]] = {}
    for (kind, id), record in sorted(registry.records.items(), key=lambda item: item[0]):
        if kind == "contact" and ("area", id) in registry.records:
            continue
        other = first.setdefault(id, record)
        if other is not record:
            yield Problem(
                _place(record),
                N_("the {kind} `{id}` has the id of a thing of another kind: {other}"),
                help=N_("give the newer one an id that tells them apart"),
                related=((_place(other), N_("this one has it too")),),
                kind=Word(kind),
                id=id,
                other=Word(other.kind),
            )


def _place(record: Record[Any]) -> Place:
    return record.at("id") if hasattr(record.entity, "id") else record.key()
