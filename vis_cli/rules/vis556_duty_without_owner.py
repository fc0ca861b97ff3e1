"""VIS556: a report to the giver has nobody who sees to it."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.fund_dates import dues
from vis_cli.registry import Registry


@rule(severity="gap", gap=N_("{count} of {total} reports to givers without anybody who sees to them"))
def duty_without_owner(registry: Registry) -> Iterator[Problem]:
    """What has to be reported to the giver has nobody who sees to it.

    *Det som ska återredovisas saknar ansvarig.*

    The demands of the givers grow in detail (003:98); a report that nobody has as a task is late before anybody knows.

    Wrong:

    ```yaml registry/funds/exempelmedlen.yaml
    id: exempelmedlen
    name: Exempelmedlen
    type: grant
    duties:
      - id: slutredovisning   # VIS556
        text: Slutredovisning
        due: 2032-02-28
    ```

    Right:

    ```yaml registry/funds/exempelmedlen.yaml
    id: exempelmedlen
    name: Exempelmedlen
    type: grant
    duties:
      - id: slutredovisning
        text: Slutredovisning
        due: 2032-02-28
        done: 2032-02-20
    ```
    """
    every = [item for item in dues(registry) if item.duty]
    for item in every:
        if item.duty and not item.owner and not item.done:
            index = item.fund.entity.duties.index(item.duty)
            yield Problem(
                item.fund.at("duties", index, "id"),
                N_("nobody is known to see to `{duty}`"),
                help=N_("write `owner:`, or `group:` for the body that decides on the fund"),
                total=len(every),
                duty=item.duty.id,
            )
