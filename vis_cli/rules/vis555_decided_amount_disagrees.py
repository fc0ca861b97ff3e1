"""VIS555: an amount of an allocation is not the one that was decided."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.fund_decision import amounts, decided
from vis_cli.model.fund import Fund
from vis_cli.registry import Registry


@rule()
def decided_amount_disagrees(registry: Registry) -> Iterator[Problem]:
    """A fixed amount of an allocation is not the one that the decision settles.

    *Ett fast belopp i fördelningen är inte det som beslutet anger.*

    The decision names the amount (003:40); the allocation that follows from it must name the same. Only where the
    decision settles an exact amount that the allocation does not have is there something wrong.

    Wrong:

    ```yaml registry/funds/exempelmedlen.yaml
    id: exempelmedlen
    name: Exempelmedlen
    type: grant
    portions:
      - id: gemensamt
        text: Gemensamma insatser
        rule: fixed
        kronor: 650   # VIS555
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
    for record in registry.all(Fund):
        own, found = record.entity, decided(registry, record.entity)
        said = set(amounts(found.decisions))
        known = {item.kronor for item in own.portions} | {own.total.kronor if own.total else None}
        other = sorted(said - known)
        for i, portion in enumerate(own.portions):
            if found.meeting and other and portion.kronor is not None and portion.kronor not in said:
                yield Problem(
                    record.at("portions", i, "kronor"),
                    N_("`{portion}` is {kronor} kronor, and the decision of {date} says {other}"),
                    help=N_("write the amount that was decided, or correct the minutes"),
                    portion=portion.id,
                    kronor=portion.kronor,
                    date=found.meeting.entity.date,
                    other=", ".join(str(amount) for amount in other),
                )
