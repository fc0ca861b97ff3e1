"""VIS502: a group has a substitute for a side from which nobody is a member."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_, Word
from vis_cli.facts.establishment import representatives
from vis_cli.facts.terms import possible
from vis_cli.model.group import Group
from vis_cli.registry import Registry


@rule(severity="warning")
def substitute_of_nobody(registry: Registry) -> Iterator[Problem]:
    """A substitute is there for a side from which the group has no member at that time.

    *En ersättare finns för en sida som ingen ledamot kommer från.*

    A substitute (*ersättare*) sits in the place of a member of the same side. Where there is none, nobody is stood in
    for, and the side is not represented: a vacancy that is reported. (000:614-615)

    Wrong:

    ```yaml registry/groups/exempelgruppen.yaml
    id: exempelgruppen
    name: Exempelgruppen
    type: consultation
    level: regional
    status: decided
    members:
      - side: region
        function: enhetschef
      - role: substitute   # VIS502
        side: municipality
        function: socialchef
    ```

    Right:

    ```yaml registry/groups/exempelgruppen.yaml
    id: exempelgruppen
    name: Exempelgruppen
    type: consultation
    level: regional
    status: decided
    members:
      - side: municipality
        function: socialdirektör
      - role: substitute
        side: municipality
        function: socialchef
    ```
    """
    for record in registry.all(Group):
        members = [seat for _, seat in representatives(record.entity)]
        for index, seat in enumerate(record.entity.members):
            if seat.role != "substitute" or not members:
                continue
            if not any(
                (seat.side in (other.side, "joint") or other.side == "joint") and possible(other) & possible(seat)
                for other in members
            ):
                yield Problem(
                    record.at("members", index, "role"),
                    N_("`{id}` has a substitute for a side from which nobody is a member then: {side}"),
                    help=N_("add the seat that the substitute stands in for, or end this one"),
                    id=record.id,
                    side=Word(seat.side),
                )
