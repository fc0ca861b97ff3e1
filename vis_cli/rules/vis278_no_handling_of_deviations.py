"""VIS278: it is not known how an agreement handles shortcomings and deviations."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.drafting import STEERED, beside, once_published
from vis_cli.model.agreement import Agreement
from vis_cli.registry import Registry


@rule(severity="gap", gap=N_("{count} of {total} agreements without a word on how deviations are handled"))
def no_handling_of_deviations(registry: Registry) -> Iterator[Problem]:
    """An agreement does not say how shortcomings and deviations are handled and reported.

    *Överenskommelsen anger inte hur brister och avvikelser hanteras och rapporteras.*

    They are to be handled in one way in all agreements (000:348). While an agreement is drafted, and where the sources
    do not tell, this is a gap; in a published one an error.

    Wrong:

    ```yaml agreements/exempelavtalet/agreement.yaml
    id: exempelavtalet
    title: Exempel på samverkan   # VIS278
    type: agreement
    ```

    ```yaml agreements/exempelavtalet/agreement.yaml
    id: exempelavtalet
    title: Exempel på samverkan
    type: agreement
    version: '1.0'
    text_state: original
    sections:   # VIS278
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
    deviations:
      text: Avvikelser rapporteras till samrådsgruppen inom en månad.
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
        if record.entity.deviations is None:
            yield Problem(
                beside(record),
                N_("how shortcomings and deviations are handled is not stated"),
                help=N_("write `deviations:` with `text:`"),
                severity=once_published(registry, record, "error"),
                total=len(expected),
            )
