"""VIS276: it is not known by what an agreement is followed up."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.drafting import STEERED, beside, once_published
from vis_cli.model.agreement import Agreement
from vis_cli.registry import Registry


@rule(severity="gap", gap=N_("{count} of {total} agreements without criteria for follow-up"))
def no_follow_up_criteria(registry: Registry) -> Iterator[Problem]:
    """An agreement does not say by which criteria it is followed up.

    *Överenskommelsen anger inga kriterier för uppföljning.*

    How agreements are followed up has been unclear, and the criteria are to be developed (000:338-339, 000:347). While
    an agreement is drafted, and where the sources do not tell, this is a gap; in a published one an error. A partial
    agreement is followed up with its parent.

    Wrong:

    ```yaml agreements/exempelavtalet/agreement.yaml
    id: exempelavtalet
    title: Exempel på samverkan   # VIS276
    type: agreement
    ```

    ```yaml agreements/exempelavtalet/agreement.yaml
    id: exempelavtalet
    title: Exempel på samverkan
    type: agreement
    version: '1.0'
    text_state: original
    sections:   # VIS276
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
    follow_up:
      criteria:
        - Andel exempel som har en samordnad plan
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
        if record.entity.follow_up is None or not record.entity.follow_up.criteria:
            yield Problem(
                record.key("follow_up") if record.entity.follow_up else beside(record),
                N_("no criteria for follow-up are stated"),
                help=N_("write `follow_up:` with `criteria:`, a line each"),
                severity=once_published(registry, record, "error"),
                total=len(expected),
            )
