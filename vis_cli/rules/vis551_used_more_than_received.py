"""VIS551: more of a fund was used than was received."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.kronor import certainly_more, total
from vis_cli.model.fund import Fund
from vis_cli.registry import Registry


@rule(severity="warning")
def used_more_than_received(registry: Registry) -> Iterator[Problem]:
    """More was used and paid back than was received.

    *Mer är använt och återbetalt än vad som är mottaget.*

    An account that is reported to the giver, in ever more detail (003:98), adds up. Where nothing is entered as
    received, or the amounts are not exact, nothing is said.

    Wrong:

    ```yaml registry/funds/exempelmedlen.yaml
    id: exempelmedlen
    name: Exempelmedlen
    type: grant
    account:
      - id: mottaget-1
        type: received
        date: 2031-03-01
        money:
          kronor: 1000
      - id: anvant-1
        type: used
        date: 2031-03-01
        money:
          kronor: 900
      - id: aterbetalt-1
        type: returned
        date: 2031-03-01
        money:
          kronor: 200   # VIS551
    ```

    Right:

    ```yaml registry/funds/exempelmedlen.yaml
    id: exempelmedlen
    name: Exempelmedlen
    type: grant
    account:
      - id: mottaget-1
        type: received
        date: 2031-03-01
        money:
          kronor: 1000
      - id: anvant-1
        type: used
        date: 2031-03-01
        money:
          kronor: 900
      - id: aterbetalt-1
        type: returned
        date: 2031-03-01
        money:
          kronor: 100
    ```
    """
    for record in registry.all(Fund):
        entries = record.entity.account
        received = total(entry.money for entry in entries if entry.type == "received")
        out = [(i, entry) for i, entry in enumerate(entries) if entry.type in ("used", "returned")]
        spent = total(entry.money for _i, entry in out)
        if any(entry.type == "received" for entry in entries) and certainly_more(spent, received):
            yield Problem(
                record.at("account", out[-1][0], "money", "kronor"),
                N_("{spent} kronor are used or paid back, and {received} were received"),
                help=N_("enter what else was received, or a further line that corrects the account"),
                spent=spent.kronor,
                received=received.kronor,
            )
