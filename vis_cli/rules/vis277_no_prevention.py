"""VIS277: it is not known how promotive and preventive work is followed up in an agreement."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.drafting import STEERED, beside, once_published
from vis_cli.model.agreement import Agreement
from vis_cli.registry import Registry


@rule(severity="gap", gap=N_("{count} of {total} agreements without a word on how prevention is followed up"))
def no_prevention(registry: Registry) -> Iterator[Problem]:
    """An agreement does not say how promotive and preventive work is followed up.

    *Överenskommelsen anger inte hur främjande och förebyggande insatser följs upp.*

    Every agreement is to say it (000:341-342). While it is drafted, and where the sources do not tell, this is a gap;
    in a published one a warning.

    Wrong:

    ```yaml agreements/exempelavtalet/agreement.yaml
    id: exempelavtalet
    title: Exempel på samverkan   # VIS277
    type: agreement
    ```

    ```yaml agreements/exempelavtalet/agreement.yaml
    id: exempelavtalet
    title: Exempel på samverkan
    type: agreement
    version: '1.0'
    text_state: original
    sections:   # VIS277
      - id: ansvar
        heading: Ansvarsfördelning
        text: Regionen och kommunerna ansvarar tillsammans.
    ```

    ```yaml agreements/exempelavtalet/versions/1.0.yaml
    agreement: exempelavtalet
    version: '1.0'
    publication:
      date: 2031-02-01
      digest: c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00
    ```

    Right:

    ```yaml agreements/exempelavtalet/agreement.yaml
    id: exempelavtalet
    title: Exempel på samverkan
    type: agreement
    prevention:
      text: De förebyggande insatserna redovisas varje år.
    ```

    ```yaml agreements/exempeltillagget/agreement.yaml
    id: exempeltillagget
    title: Exempeltillagget
    type: partial
    parent: exempelavtalet
    ```
    """
    expected = [record for record in registry.all(Agreement) if record.entity.type in STEERED]
    for record in expected:
        if record.entity.prevention is None:
            yield Problem(
                beside(record),
                N_("how promotive and preventive work is followed up is not stated"),
                help=N_("write `prevention:` with `text:`"),
                severity=once_published(registry, record, "warning"),
                total=len(expected),
            )
