"""VIS106: nobody says how a consultation group brings in the disability perspective."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.establishment import DECIDED
from vis_cli.model.group import Group
from vis_cli.registry import Registry


@rule(severity="gap", gap=N_("{count} consultation groups without a known disability perspective"))
def no_disability_perspective(registry: Registry) -> Iterator[Problem]:
    """Nobody says how a consultation group brings in the needs of persons with disabilities.

    *Det framgår inte hur en samrådsgrupp får med funktionshindersperspektivet.*

    A group of its own does not relieve the others: needs and perspectives shall be included across all sectors, by
    ways of working and routines. (000:497-499)

    Wrong:

    ```yaml registry/groups/exempelgruppen.yaml
    id: exempelgruppen   # VIS106
    name: Exempelgruppen
    type: consultation
    level: regional
    status: establishing
    ```

    Right:

    ```yaml registry/groups/exempelgruppen.yaml
    id: exempelgruppen
    name: Exempelgruppen
    type: consultation
    level: regional
    status: establishing
    disability_perspective: En stående punkt på varje möte
    ```
    """
    for record in registry.all(Group):
        group = record.entity
        if group.type == "consultation" and group.status in DECIDED and not group.disability_perspective:
            yield Problem(
                record.at("id"),
                N_("it is not known how `{id}` brings in the needs of persons with disabilities"),
                help=N_("say it in `disability_perspective`"),
                id=record.id,
            )
