"""VIS122: nobody is known to answer for an agreement."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.agreements import OWNED
from vis_cli.model.agreement import Agreement
from vis_cli.registry import Registry


@rule(severity="gap", gap=N_("{count} of {total} agreements without an owner group"))
def agreement_without_owner(registry: Registry) -> Iterator[Problem]:
    """No group is known to answer for an agreement.

    *Ingen samrådsgrupp är känd som förvaltare av överenskommelsen.*

    A consultation group manages and follows up the agreements in its field (000:307-308); where none does, the follow-
    up is nobody's task (000:338-339). A partial agreement has its parent's owner.

    Wrong:

    ```yaml agreements/exempelavtalet/agreement.yaml
    id: exempelavtalet
    title: Exempel på samverkan
    type: agreement   # VIS122
    ```

    ```yaml agreements/exempelkontraktet/agreement.yaml
    id: exempelkontraktet
    title: Exempelkontraktet
    type: contract
    owners:
      - group: exempelgruppen
    ```

    ```yaml agreements/exempelriktlinjen/agreement.yaml
    id: exempelriktlinjen
    title: Exempelriktlinjen
    type: guideline
    ```

    ```yaml agreements/exempelavtalet/agreement.yaml
    id: exempelavtalet
    title: Exempel på samverkan
    type: agreement
    owners:   # VIS122
      - group: exempelgruppen
        until: 2030-12-31
    ```

    Right:

    ```yaml agreements/exempelavtalet/agreement.yaml
    id: exempelavtalet
    title: Exempel på samverkan
    type: agreement
    owners:
      - group: exempelgruppen
        until: 2030-12-31
      - group: provgruppen
        from: 2031-01-01
    ```
    """
    expected = [record for record in registry.all(Agreement) if record.entity.type in OWNED]
    for record in expected:
        owners = record.entity.owners
        help = N_("write `owners:` with the group that answers for it")
        if not owners:
            yield Problem(record.at("type"), N_("it has no owner group"), help=help, total=len(expected))
        elif all(ownership.until for ownership in owners):
            last = max((o.until for o in owners if o.until), key=lambda until: until.latest)
            message = N_("it has no owner group after {until}")
            yield Problem(record.key("owners"), message, help=help, until=last, total=len(expected))
