"""VIS167: the youngest that an agreement is for are older than the oldest."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.model.agreement import Agreement
from vis_cli.registry import Registry


@rule()
def ages_reversed(registry: Registry) -> Iterator[Problem]:
    """The lower limit of the ages is above the upper one.

    *Den nedre åldersgränsen är högre än den övre.*

    Wrong:

    ```yaml agreements/exempelavtalet/agreement.yaml
    id: exempelavtalet
    title: Exempel på samverkan
    type: agreement
    ages:
      youngest: 65   # VIS167
      oldest: 17
    ```

    Right:

    ```yaml agreements/exempelavtalet/agreement.yaml
    id: exempelavtalet
    title: Exempel på samverkan
    type: agreement
    ages:
      oldest: 17
    ```
    """
    for record in registry.all(Agreement):
        ages = record.entity.ages
        if ages and ages.youngest is not None and ages.oldest is not None and ages.youngest > ages.oldest:
            yield Problem(
                record.at("ages", "youngest"),
                N_("the youngest are {youngest} years, but the oldest are {oldest}"),
                help=N_("leave out the limit that there is none of"),
                youngest=ages.youngest,
                oldest=ages.oldest,
            )
