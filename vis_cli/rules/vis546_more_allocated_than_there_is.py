"""VIS546: more of a fund is allocated than there is."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.allocation import allocation
from vis_cli.model.fund import Fund
from vis_cli.registry import Registry


@rule()
def more_allocated_than_there_is(registry: Registry) -> Iterator[Problem]:
    """The fixed amounts of an allocation are more than there is to allocate.

    *De fasta beloppen i en fördelning är mer än vad som finns att fördela.*

    What is set aside for joint efforts is taken from what was allotted (003:34). A total that is only known to be more
    than something may well be enough, and is not blamed.

    Wrong:

    ```yaml registry/funds/exempelmedlen.yaml
    id: exempelmedlen
    name: Exempelmedlen
    type: grant
    total:
      kronor: 1000
    portions:
      - id: gemensamt
        text: Gemensamma insatser
        rule: fixed
        kronor: 1200   # VIS546
    ```

    Right:

    ```yaml registry/funds/exempelmedlen.yaml
    id: exempelmedlen
    name: Exempelmedlen
    type: grant
    total:
      kronor: 1000
      qualifier: more-than
    portions:
      - id: gemensamt
        text: Gemensamma insatser
        rule: fixed
        kronor: 1200
    ```
    """
    for record in registry.all(Fund):
        met = set()
        for line in allocation(registry, record.entity).portions:
            above = (line.portion.of, line.portion.side)
            if line.portion.kronor is None or not line.unknown or line.unknown.reason != "too-much" or above in met:
                continue
            met.add(above)
            index = record.entity.portions.index(line.portion)
            yield Problem(
                record.at("portions", index, "kronor"),
                N_("with `{portion}`, more is allocated than there is"),
                help=N_("correct the amount, or the total that it is taken from"),
                portion=line.portion.id,
            )
