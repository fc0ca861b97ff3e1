"""VIS110: a consultation group is established without a mandate."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.establishment import binds, missing_conditions
from vis_cli.model.group import Group
from vis_cli.registry import Registry


@rule()
def established_without_mandate(registry: Registry) -> Iterator[Problem]:
    """A consultation group is called established without a mandate.

    *En samrådsgrupp sägs vara etablerad men saknar uppdragsbeskrivning.*

    A mandate document is the first of the three things that must be in place before a consultation group counts as
    established. (000:598-601)

    Wrong:

    ```yaml registry/groups/exempelgruppen.yaml
    id: exempelgruppen
    name: Exempelgruppen
    type: consultation
    level: regional
    status: established   # VIS110
    ```

    Right:

    ```yaml registry/groups/exempelgruppen.yaml
    id: exempelgruppen
    name: Exempelgruppen
    type: consultation
    level: regional
    status: established
    mandate:
      adopted: 2031-02-19
      purposes:
        agreements: Förvalta och följa upp överenskommelserna om exempel.
        questions: Fånga upp utvecklingsfrågor om exempel.
        dialogue: Vara arena för dialog om kunskapsstyrning.
        transition: Bidra i omställningen till God och nära vård.
    ```
    """
    for record in registry.all(Group):
        if binds(record.entity) and "mandate" in missing_conditions(record.entity):
            yield Problem(
                record.at("status"),
                N_("`{id}` is established without a mandate"),
                help=N_("add `mandate`, or write `status: establishing` until there is one"),
                id=record.id,
            )
