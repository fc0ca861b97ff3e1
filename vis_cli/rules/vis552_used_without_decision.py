"""VIS552: money of a fund was used without a decision."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.fund_account import account, within
from vis_cli.facts.fund_decision import decided
from vis_cli.model.fund import Fund
from vis_cli.registry import Registry


@rule(severity="warning")
def used_without_decision(registry: Registry) -> Iterator[Problem]:
    """Money was used that no decision covers.

    *Medel är använda utan att något beslut täcker det.*

    The competent body decides what a grant goes to (003:39-40). A decision that names neither portion nor purpose may
    be for any; where the allocation itself is decided, its portions are what was decided, as long as no further
    decisions are entered.

    Wrong:

    ```yaml registry/funds/exempelmedlen.yaml
    id: exempelmedlen
    name: Exempelmedlen
    type: grant
    purposes:
      - id: samsjuklighet
        text: Samsjuklighet
    account:
      - id: beslutat-1
        type: decided
        date: 2031-03-01
        money:
          kronor: 500
      - id: anvant-1
        type: used
        date: 2031-03-01
        money:
          kronor: 700   # VIS552
    ```

    Right:

    ```yaml registry/funds/exempelmedlen.yaml
    id: exempelmedlen
    name: Exempelmedlen
    type: grant
    account:
      - id: beslutat-1
        type: decided
        date: 2031-03-01
        money:
          kronor: 500
      - id: anvant-1
        type: used
        date: 2031-03-01
        money:
          kronor: 500
    ```
    """
    for record in registry.all(Fund):
        own = record.entity
        if not any(entry.type == "decided" for entry in own.account) and not decided(registry, own).is_decided:
            continue  # nothing is known of decisions; VIS559 speaks of that
        found = account(registry, own)
        over = next((row for row in (*found.rows, found.whole) if row.undecided), None)
        if over is None or over.undecided is None:
            continue
        used = [
            i
            for i, entry in enumerate(own.account)
            if entry.type == "used"
            and (over.portion is None or within(own, entry, over.portion))
            and over.purpose in (None, entry.purpose)
        ]
        yield Problem(
            record.at("account", used[-1], "money", "kronor"),
            N_("{kronor} kronor are used without a decision"),
            help=N_("enter the decision: `vis fund enter {fund} decided AMOUNT --meeting MEETING`"),
            kronor=over.undecided.kronor,
            fund=record.id,
        )
