"""VIS553: more of a fund was reported than was used."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.fund_account import account, within
from vis_cli.model.fund import Fund
from vis_cli.registry import Registry


@rule(severity="warning")
def reported_more_than_used(registry: Registry) -> Iterator[Problem]:
    """More was reported to the giver than was used.

    *Mer är återredovisat än vad som är använt.*

    What is reported to the giver is what was used; what was not goes back (003:98).

    Wrong:

    ```yaml registry/funds/exempelmedlen.yaml
    id: exempelmedlen
    name: Exempelmedlen
    type: grant
    account:
      - id: anvant-1
        type: used
        date: 2031-03-01
        money:
          kronor: 500
      - id: redovisat-1
        type: reported
        date: 2031-03-01
        money:
          kronor: 700   # VIS553
    ```

    Right:

    ```yaml registry/funds/exempelmedlen.yaml
    id: exempelmedlen
    name: Exempelmedlen
    type: grant
    account:
      - id: anvant-1
        type: used
        date: 2031-03-01
        money:
          kronor: 500
      - id: redovisat-1
        type: reported
        date: 2031-03-01
        money:
          kronor: 500
    ```
    """
    for record in registry.all(Fund):
        found = account(registry, record.entity)
        over = next((row for row in (*found.rows, found.whole) if row.unused), None)
        if over is None or over.unused is None:
            continue
        lines = [
            i
            for i, entry in enumerate(record.entity.account)
            if entry.type == "reported"
            and (over.portion is None or within(record.entity, entry, over.portion))
            and over.purpose in (None, entry.purpose)
        ]
        yield Problem(
            record.at("account", lines[-1], "money", "kronor"),
            N_("{kronor} kronor are reported without having been used"),
            help=N_("enter what was used: `vis fund enter {fund} used AMOUNT`"),
            kronor=over.unused.kronor,
            fund=record.id,
        )
