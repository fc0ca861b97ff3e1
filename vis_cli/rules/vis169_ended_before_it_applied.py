"""VIS169: an agreement ends before it ever applied."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.beginning import never_before
from vis_cli.facts.versions import versions
from vis_cli.model.agreement import Agreement
from vis_cli.registry import Registry


@rule()
def ended_before_it_applied(registry: Registry) -> Iterator[Problem]:
    """The last day of an agreement comes before the day on which it entered into force.

    *Överenskommelsens sista dag ligger före den dag då den trädde i kraft.*

    The last day is one on which the agreement applies; before its first there is none. One of the dates is wrong, or
    was meant for another agreement. When it entered into force is computed from the parties' decisions.

    Wrong:

    ```yaml agreements/exempelavtalet/agreement.yaml
    id: exempelavtalet
    title: Exempel på samverkan
    type: agreement
    ended:
      last_day: 2030-12-31   # VIS169
    ```

    ```yaml agreements/exempelavtalet/versions/1.0.yaml
    agreement: exempelavtalet
    version: "1.0"
    entry_into_force:
      rule: fixed-date
      date: 2031-02-03
    ```

    Right:

    ```yaml agreements/exempelavtalet/agreement.yaml
    id: exempelavtalet
    title: Exempel på samverkan
    type: agreement
    ended:
      last_day: 2032-12-31
    ```

    ```yaml agreements/exempelavtalet/versions/1.0.yaml
    agreement: exempelavtalet
    version: "1.0"
    entry_into_force:
      rule: fixed-date
      date: 2031-02-03
    ```
    """
    for record in registry.all(Agreement):
        ended = record.entity.ended
        first = never_before(registry, record.id) if ended else None
        if ended and first and ended.last_day.latest < first:
            yield Problem(
                record.at("ended", "last_day"),
                N_("the last day {last} comes before {first}, the first on which it can have applied"),
                help=N_("correct one of the dates"),
                related=((versions(registry, record.id)[0].at("version"), N_("its first version")),),
                last=ended.last_day,
                first=first,
            )
