"""VIS125: it is not known whom an agreement is for."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.agreements import OWNED
from vis_cli.facts.drafting import once_published
from vis_cli.model.agreement import Agreement
from vis_cli.registry import Registry


@rule(severity="gap", gap=N_("{count} of {total} agreements without a target group"))
def agreement_without_target_group(registry: Registry) -> Iterator[Problem]:
    """An agreement does not say whom it is for.

    *Överenskommelsens målgrupp är inte angiven.*

    Agreements are to be written for their target groups (003:31); where none is known, nobody can ask for those that
    concern a group. In a published text this is an error.

    Wrong:

    ```yaml agreements/exempelavtalet/agreement.yaml
    id: exempelavtalet
    title: Exempel på samverkan
    type: agreement   # VIS125
    ```

    Right:

    ```yaml agreements/exempelavtalet/agreement.yaml
    id: exempelavtalet
    title: Exempel på samverkan
    type: agreement
    target_groups:
      - barn i exempelåldern
    ```

    ```yaml agreements/exempel-hok/agreement.yaml
    id: exempel-hok
    title: Exempel hok
    type: main
    ```
    """
    expected = [record for record in registry.all(Agreement) if record.entity.type in OWNED]
    for record in expected:
        if not record.entity.target_groups:
            help = N_("write `target_groups:` with whom it is for")
            severity = once_published(registry, record, "error")
            message = N_("it names no target group")
            yield Problem(record.at("type"), message, help=help, severity=severity, total=len(expected))
