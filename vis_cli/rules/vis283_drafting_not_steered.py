"""VIS283: it is not known which group steered the drafting of an agreement."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.drafting import drafted, once_published
from vis_cli.model.agreement import Agreement
from vis_cli.registry import Registry


@rule(severity="gap", gap=N_("{count} of {total} drafted agreements without a named steering group"))
def drafting_not_steered(registry: Registry) -> Iterator[Problem]:
    """The steering group of the drafting of an agreement is not named.

    *Styrgruppen för framtagandet av överenskommelsen är inte angiven.*

    For the main agreement it was the civil servants' steering group (001:42-43). While an agreement is drafted this is
    a gap, in a published one a warning.

    Wrong:

    ```yaml agreements/exempelavtalet/agreement.yaml
    id: exempelavtalet
    title: Exempel på samverkan
    type: agreement
    drafting:   # VIS283
      groups_heard:
        - exempelgruppen
    ```

    Right:

    ```yaml agreements/exempelavtalet/agreement.yaml
    id: exempelavtalet
    title: Exempel på samverkan
    type: agreement
    drafting:
      steering_group: exempelgruppen
    ```
    """
    expected = [record for record in registry.all(Agreement) if drafted(record.entity)]
    for record in expected:
        drafting = record.entity.drafting
        if drafting is None or drafting.steering_group is None:
            yield Problem(
                record.key("drafting") if drafting else record.at("type"),
                N_("the steering group of the drafting is not named"),
                help=N_("name it in `drafting:`, `steering_group:`"),
                severity=once_published(registry, record, "warning"),
                total=len(expected),
            )
