"""VIS175: a decision was taken with fewer members than it needs."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.attending import strength
from vis_cli.facts.meetings import decisions, is_held
from vis_cli.model.group import Group
from vis_cli.model.meeting import Meeting
from vis_cli.registry import Registry


@rule()
def below_the_quorum(registry: Registry) -> Iterator[Problem]:
    """A decision was taken with fewer members present than the body's procedure asks for.

    *Ett beslut har fattats av färre ledamöter än vad arbetsordningen kräver.*

    A body that has settled how many must be present (`procedure.quorum`) cannot decide with fewer (003:39). Guests do
    not count, nor do the secretariat and the association; a substitute counts in the place of a member. Where the
    procedure does not say, or it is not known who was there, nobody is blamed.

    Wrong:

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: held
    date: 2031-02-20
    attendance:
      - person: exempel-person
        capacity: region
        present: true
        role: chair
      - person: prov-person
        capacity: municipality
        present: true
      - person: test-person
        capacity: municipality
        present: true
        guest: true
    items:
      - id: medlen
        heading: Exempel
        type: decision
        decisions:   # VIS175
          - id: beslut-1
            type: decides
            text: genomföra exemplet
    ```

    ```yaml registry/groups/exempelgruppen.yaml
    id: exempelgruppen
    name: Exempelgruppen
    type: steering
    level: regional
    status: active
    procedure:
      quorum: 3
    ```

    Right:

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: held
    date: 2031-02-20
    attendance:
      - person: exempel-person
        capacity: region
        present: true
        role: chair
      - person: prov-person
        capacity: municipality
        present: true
    items:
      - id: medlen
        heading: Exempel
        type: decision
        decisions:
          - id: beslut-1
            type: decides
            text: genomföra exemplet
    ```

    ```yaml registry/groups/exempelgruppen.yaml
    id: exempelgruppen
    name: Exempelgruppen
    type: steering
    level: regional
    status: active
    procedure:
      quorum: 2
    ```
    """
    for record in registry.all(Meeting):
        group = registry.get(Group, record.entity.group)
        if not (group and group.entity.procedure and group.entity.procedure.quorum and is_held(record.entity)):
            continue
        made = next(decisions(record.entity), None)
        found = strength(registry, record) if made else None
        if made and found and found.below:
            yield Problem(
                record.key("items", made[0], "decisions"),
                N_("this was decided with {there} members present, and a decision needs {quorum}"),
                help=N_("complete the attendance, or take the matter up again when enough are present"),
                related=(
                    (record.key("attendance"), N_("the attendance")),
                    (group.at("procedure", "quorum"), N_("what a decision needs")),
                ),
                there=found.perhaps,
                quorum=found.quorum,
            )
