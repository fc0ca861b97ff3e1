"""VIS111: a consultation group is established without representation."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.establishment import binds, representatives
from vis_cli.model.group import Group
from vis_cli.registry import Registry


@rule()
def established_without_representation(registry: Registry) -> Iterator[Problem]:
    """A consultation group is called established without representation.

    *En samrådsgrupp sägs vara etablerad men saknar representation.*

    Representation is the second of the three things that must be in place. A seat counts although its holder is not
    named; secretaries, process leaders, substitutes and adjuncts represent nobody. (000:598-601, 612-615)

    Wrong:

    ```yaml registry/groups/exempelgruppen.yaml
    id: exempelgruppen
    name: Exempelgruppen
    type: consultation
    level: regional
    status: established   # VIS111
    members:
      - role: process-leader
        side: joint
    ```

    Right:

    ```yaml registry/groups/exempelgruppen.yaml
    id: exempelgruppen
    name: Exempelgruppen
    type: consultation
    level: regional
    status: established
    members:
      - role: chair
        side: region
      - side: municipality
        function: socialdirektör
    ```
    """
    for record in registry.all(Group):
        if binds(record.entity) and not representatives(record.entity):
            yield Problem(
                record.at("status"),
                N_("`{id}` is established, but nobody is represented in it"),
                help=N_("add the seats of both sides to `members`, or write `status: establishing`"),
                id=record.id,
            )
