"""VIS206: nothing refers to a person, an organisation or a source."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_, Word
from vis_cli.model.organisation import Organisation
from vis_cli.registry import Registry
from vis_cli.registry.references import Named

_JUDGED = ("person", "organisation", "source")


@rule(severity="warning")
def not_used(registry: Registry) -> Iterator[Problem]:
    """Nothing refers to a person, an organisation or a source.

    *Ingenting hänvisar till en person, en organisation eller en källa.*

    What is kept but never used is never looked after; of persons, no more is kept than is needed. Excepted are
    principals, since an agreement that names no parties binds them all, and organisations with a `role` or `remarks`,
    which tell something by themselves. (004:83)

    Wrong:

    ```yaml registry/people.yaml
    exempel-person:   # VIS206
      name: Exempel Person
      posts:
        - title: direktör
          organisation: exempelregionen
    ```

    ```yaml registry/organisations.yaml
    exempelregionen:
      name: Exempelregionen
      type: principal
      side: region
    ```

    Right:

    ```yaml registry/people.yaml
    exempel-person:
      name: Exempel Person
      posts:
        - title: direktör
          organisation: exempelregionen
    ```

    ```yaml registry/organisations.yaml
    exempelregionen:
      name: Exempelregionen
      type: principal
      side: region
    ```

    ```yaml registry/groups/exempelgruppen.yaml
    id: exempelgruppen
    name: Exempelgruppen
    type: steering
    level: regional
    status: active
    members:
      - side: region
        person: exempel-person
    ```
    """
    if registry.broken:
        return  # what could not be understood may well refer to it
    named: set[Named] = set()
    for record in registry.entities:
        if record.kind in _JUDGED:
            named.update(item for item in registry.named(record) if item[1] != record.id)
        else:
            named.update(registry.named(record))
    used = {(kind, id) for kinds, id in named for kind in kinds}
    for kind in _JUDGED:
        for record in registry.of_kind(kind):
            if (kind, record.id) in used:
                continue
            if isinstance(record.entity, Organisation) and _stands_alone(record.entity):
                continue
            yield Problem(
                record.key(),
                N_("nothing refers to the {kind} `{id}`"),
                help=N_("say its `role`, refer to it where it belongs, or remove it; its history stays in Git")
                if kind == "organisation"
                else N_("refer to it where it belongs, or remove it; its history stays in Git"),
                kind=Word(kind),
                id=record.id,
            )


def _stands_alone(organisation: Organisation) -> bool:
    return organisation.type == "principal" or bool(organisation.role or organisation.remarks)
