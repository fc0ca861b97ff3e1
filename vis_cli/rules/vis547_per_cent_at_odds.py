"""VIS547: shares of a fund are not 100 per cent, or its per cent stand the wrong way round."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.model.fund import Fund
from vis_cli.registry import Registry


@rule()
def per_cent_at_odds(registry: Registry) -> Iterator[Problem]:
    """The shares of a portion are not 100 per cent, or at least so much is more than at most.

    *Andelarna är inte 100 procent tillsammans, eller minst är mer än högst.*

    Who pays what of a shared cost is stated in per cent that are the whole together (002:627-629); how much of a grant
    can be used is stated from a lower to a higher one (003:96).

    Wrong:

    ```yaml registry/funds/exempelmedlen.yaml
    id: exempelmedlen
    name: Exempelmedlen
    type: grant
    portions:
      - id: kostnaden
        text: Kostnaden
        rule: shares
        shares:   # VIS547
          - side: municipality
            percent: 50
          - side: region
            percent: 25
    ```

    ```yaml registry/funds/exempelmedlen.yaml
    id: exempelmedlen
    name: Exempelmedlen
    type: grant
    conditions:
      - id: nyttjande
        text: Hållbar användning
        usable_percent_least: 75
        usable_percent_most: 70   # VIS547
    ```

    Right:

    ```yaml registry/funds/exempelmedlen.yaml
    id: exempelmedlen
    name: Exempelmedlen
    type: grant
    conditions:
      - id: nyttjande
        text: Hållbar användning
        usable_percent_least: 70
        usable_percent_most: 75
    portions:
      - id: kostnaden
        text: Kostnaden
        rule: shares
        shares:
          - side: municipality
            percent: 50
          - side: region
            percent: 50
    ```
    """
    for record in registry.all(Fund):
        for i, portion in enumerate(record.entity.portions):
            whole = sum(share.percent for share in portion.shares)
            if portion.shares and whole != 100:
                yield Problem(
                    record.key("portions", i, "shares"),
                    N_("the shares of `{portion}` are {whole} per cent together"),
                    help=N_("write shares that are 100 per cent"),
                    portion=portion.id,
                    whole=whole,
                )
        for i, condition in enumerate(record.entity.conditions):
            least, most = condition.usable_percent_least, condition.usable_percent_most
            if least is not None and most is not None and least > most:
                yield Problem(
                    record.at("conditions", i, "usable_percent_most"),
                    N_("at most {most} per cent, and at least {least}"),
                    help=N_("write the lower one as `usable_percent_least:`"),
                    most=most,
                    least=least,
                )
