"""VIS154: a recommendation is made to nobody."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.meetings import every_decision
from vis_cli.registry import Registry


@rule()
def recommendation_without_recipient(registry: Registry) -> Iterator[Problem]:
    """A recommendation does not say to whom it is made.

    *En rekommendation anger inte till vilket organ den riktas.*

    A body recommends to another that it do something (003:48); the document prints which. What it recommends about an
    agreement, with `agreement:` and no recipient, it recommends to the parties.

    Wrong:

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: held
    date: 2031-02-20
    items:
      - id: recommendation
        heading: Exempel
        type: recommendation
        decisions:
          - id: beslut-1
            type: recommends   # VIS154
            text: godkänna rapporten
    ```

    Right:

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: held
    date: 2031-02-20
    items:
      - id: recommendation
        heading: Exempel
        type: recommendation
        decisions:
          - id: beslut-1
            type: recommends
            text: godkänna rapporten
            recipient: provgruppen
          - id: beslut-2
            type: recommends
            text: anta exempelavtalet
            agreement: exempelavtalet
    ```
    """
    for record, i, _, j, decision in every_decision(registry):
        if decision.type == "recommends" and not (decision.recipient or decision.to_the_parties):
            help = N_("write `recipient:` with the body it is made to, or `agreement:` if it is made to its parties")
            place = record.at("items", i, "decisions", j, "type")
            yield Problem(place, N_("the recommendation has no recipient"), help=help)
