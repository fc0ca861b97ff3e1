"""VIS282: it is not said how the needs of persons with disabilities were considered in an agreement."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.drafting import drafted, once_published
from vis_cli.model.agreement import Agreement
from vis_cli.registry import Registry


@rule(severity="gap", gap=N_("{count} of {total} drafted agreements without a word on needs in disability"))
def disability_not_considered(registry: Registry) -> Iterator[Problem]:
    """The record of the drafting does not say how the needs of persons with disabilities were considered.

    *Det framgår inte hur behoven hos personer med funktionsnedsättning har beaktats när överenskommelsen togs fram.*

    Work on agreements is to include those needs (000:485-486). While an agreement is drafted this is a gap, in a
    published one a warning.

    Wrong:

    ```yaml agreements/exempelavtalet/agreement.yaml
    id: exempelavtalet
    title: Exempel på samverkan
    type: agreement
    drafting:   # VIS282
      groups_heard:
        - exempelgruppen
    ```

    Right:

    ```yaml agreements/exempelavtalet/agreement.yaml
    id: exempelavtalet
    title: Exempel på samverkan
    type: agreement
    drafting:
      disability_needs: Exempelgruppen läste utkastet, och deras förslag står under ansvar.
    ```
    """
    expected = [record for record in registry.all(Agreement) if drafted(record.entity)]
    for record in expected:
        drafting = record.entity.drafting
        if drafting is None or drafting.disability_needs is None:
            yield Problem(
                record.key("drafting") if drafting else record.at("type"),
                N_("how the needs of persons with disabilities were considered is not stated"),
                help=N_("write it in `drafting:`, `disability_needs:`"),
                severity=once_published(registry, record, "warning"),
                total=len(expected),
            )
