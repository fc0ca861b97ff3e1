"""VIS559: nobody is known to have decided an allocation."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.model.fund import Fund
from vis_cli.registry import Registry


@rule(severity="gap", gap=N_("{count} of {total} allocations that nobody is known to have decided"))
def allocation_not_known_to_be_decided(registry: Registry) -> Iterator[Problem]:
    """Nobody is known to have decided how a fund is allocated.

    *Det är inte känt vem som har beslutat fördelningen.*

    An allocation needs a decision by the body that may take it (003:39-40); until then it is a proposal, and is shown
    as one. Stated shares of a cost and what a giver allots itself may rest on agreements that the register does not
    know.

    Wrong:

    ```yaml registry/funds/exempelmedlen.yaml
    id: exempelmedlen
    name: Exempelmedlen
    type: grant
    portions:   # VIS559
      - id: gemensamt
        text: Gemensamma insatser
        rule: fixed
        kronor: 600
    ```

    Right:

    ```yaml registry/funds/exempelmedlen.yaml
    id: exempelmedlen
    name: Exempelmedlen
    type: grant
    portions:
      - id: gemensamt
        text: Gemensamma insatser
        rule: fixed
        kronor: 600
    decided:
      meeting: exempelgruppen-2031-02-20
      item: medlen
    ```

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: held
    date: 2031-02-20
    items:
      - id: medlen
        heading: Exempelmedlen
        type: decision
        about: [exempelmedlen]
        decisions:
          - id: beslut-1
            type: decides
            text: avsätta 600 kronor till gemensamma insatser
            amounts:
              - kronor: 600
                purpose: Gemensamma insatser
    ```
    """
    every = [record for record in registry.all(Fund) if record.entity.portions]
    for record in every:
        if record.entity.decided is None:
            yield Problem(
                record.key("portions"),
                N_("nobody is known to have decided the allocation"),
                help=N_("`vis fund decide {fund}` records the meeting and the item"),
                total=len(every),
                fund=record.id,
            )
