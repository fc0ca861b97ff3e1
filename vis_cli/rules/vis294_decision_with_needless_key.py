"""VIS294: a decision says what does not belong to its outcome."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_, Word
from vis_cli.facts.standing import ADOPTED
from vis_cli.model.adoption import Adoption, PartyDecision
from vis_cli.registry import Registry


@rule()
def decision_with_needless_key(registry: Registry) -> Iterator[Problem]:
    """A decision lacks what its outcome demands, or says what does not belong to it.

    *Ett beslut saknar det som utfallet kräver, eller anger något som inte hör dit.*

    An adoption with a reservation says what the reservation is; other decisions have none. Only an adoption can have a
    first day of its own, and only a notice a last day. Otherwise one of the two is wrong, and nobody knows which.

    Wrong:

    ```yaml agreements/exempelavtalet/adoptions/1.0/exempelby.yaml
    agreement: exempelavtalet
    version: "1.0"
    party: exempelby
    decisions:
      - outcome: adopted
        date: 2031-02-03
        reservation: Kostnaden prövas i budgeten.   # VIS294
    ```

    ```yaml agreements/exempelavtalet/adoptions/1.0/exempelby.yaml
    agreement: exempelavtalet
    version: "1.0"
    party: exempelby
    decisions:
      - outcome: adopted-with-reservation   # VIS294
        date: 2031-02-03
    ```

    ```yaml agreements/exempelavtalet/adoptions/1.0/exempelby.yaml
    agreement: exempelavtalet
    version: "1.0"
    party: exempelby
    decisions:
      - outcome: rejected
        date: 2031-02-03
        last_day: 2031-12-31   # VIS294
    ```

    Right:

    ```yaml agreements/exempelavtalet/adoptions/1.0/exempelby.yaml
    agreement: exempelavtalet
    version: "1.0"
    party: exempelby
    decisions:
      - outcome: adopted-with-reservation
        date: 2031-02-03
        reservation: Kostnaden prövas i budgeten.
        applies_from: 2031-07-01
    ```
    """
    for record in registry.all(Adoption):
        for index, decision in enumerate(record.entity.decisions):
            outcome = Word(decision.outcome)
            if decision.outcome == "adopted-with-reservation" and decision.reservation is None:
                place = record.at("decisions", index, "outcome")
                yield Problem(place, N_("it does not say what the reservation is"), help=N_("write `reservation:`"))
            for key in _needless(decision):
                yield Problem(
                    record.at("decisions", index, key),
                    N_("`{key}` says nothing of a decision that is `{outcome}`"),
                    help=N_("leave it out, or correct the outcome"),
                    key=key,
                    outcome=outcome,
                )


def _needless(decision: PartyDecision) -> Iterator[str]:
    if decision.reservation and decision.outcome != "adopted-with-reservation":
        yield "reservation"
    if decision.applies_from and decision.outcome not in ADOPTED:
        yield "applies_from"
    if decision.last_day and decision.outcome != "withdrawn":
        yield "last_day"
