"""VIS124: two groups answer for an agreement at the same time."""

from collections.abc import Iterator
from itertools import combinations

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.terms import certain
from vis_cli.model.agreement import Agreement
from vis_cli.model.values import DAY_ONE
from vis_cli.registry import Registry


@rule()
def two_owners(registry: Registry) -> Iterator[Problem]:
    """On some day two groups answer for the same agreement.

    *Två grupper förvaltar samma överenskommelse samtidigt.*

    Exactly one group answers for an agreement on any day (000:307-309), so that everybody knows whom to ask. A first
    day that is left out means always, a last day that is left out means still.

    Wrong:

    ```yaml agreements/exempelavtalet/agreement.yaml
    id: exempelavtalet
    title: Exempel på samverkan
    type: agreement
    owners:
      - group: exempelgruppen
        until: 2031-06-30
      - group: provgruppen   # VIS124
        from: 2031-06-01
    ```

    Right:

    ```yaml agreements/exempelavtalet/agreement.yaml
    id: exempelavtalet
    title: Exempel på samverkan
    type: agreement
    owners:
      - group: exempelgruppen
        until: 2031-05-31
      - group: provgruppen
        from: 2031-06-01
    ```

    ```yaml agreements/exempelavtalet/agreement.yaml
    id: exempelavtalet
    title: Exempel på samverkan
    type: agreement
    owners:
      - group: exempelgruppen
        until: "[2031..]"
      - group: provgruppen
        from: "[2031..]"
    ```
    """
    for record in registry.all(Agreement):
        for (i, one), (j, other) in combinations(enumerate(record.entity.owners), 2):
            both = certain(one) & certain(other)
            if both and both.last > DAY_ONE:  # before every date that can be stated, nothing is certain
                place = record.at("owners", i, "group")
                yield Problem(
                    record.at("owners", j, "group"),
                    N_("`{group}` and `{other}` answer for the agreement at the same time"),
                    help=N_("write `until:` for the one that handed over, the day before the other began"),
                    related=((place, N_("`{other}` stands here")),),
                    group=other.group,
                    other=one.group,
                )
