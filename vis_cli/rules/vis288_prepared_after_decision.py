"""VIS288: a matter was prepared after it had been decided."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.standing import ADOPTED, course, effective
from vis_cli.model.adoption import Adoption
from vis_cli.registry import Registry


@rule(severity="warning")
def prepared_after_decision(registry: Registry) -> Iterator[Problem]:
    """A board prepared the matter after it had been decided.

    *En nämnd beredde ärendet efter att beslutet hade fattats.*

    The matter is prepared by the management group and the boards concerned, and then decided by the municipal executive
    board: its decision is not earlier than that of any board. (001:15-18)

    Wrong:

    ```yaml agreements/exempelavtalet/adoptions/1.0/exempelby.yaml
    agreement: exempelavtalet
    version: "1.0"
    party: exempelby
    decisions:
      - outcome: adopted
        date: 2031-02-03
        body: Kommunstyrelsen
      - outcome: prepared
        date: 2031-02-20   # VIS288
        body: Socialnämnden
    ```

    Right:

    ```yaml agreements/exempelavtalet/adoptions/1.0/exempelby.yaml
    agreement: exempelavtalet
    version: "1.0"
    party: exempelby
    decisions:
      - outcome: prepared
        date: 2031-01-20
        body: Socialnämnden
      - outcome: adopted
        date: 2031-02-03
        body: Kommunstyrelsen
    ```
    """
    for record in registry.all(Adoption):
        entries = effective(record.entity)
        stands = list(course(record.entity.party, entries))
        for place, entry in enumerate(entries):
            before, date = stands[place - 1] if place else None, entry.decision.date
            if entry.decision.outcome != "prepared" or before is None or before.status not in ADOPTED:
                continue
            if any(later.decision.outcome in ADOPTED for later in entries[place:]):
                continue  # it was taken up once more
            if date and before.since and before.entry and date.earliest > before.since.latest:
                yield Problem(
                    record.at("decisions", entry.index - 1, "date"),
                    N_("prepared {date}, after the decision of {decided}"),
                    help=N_("correct the date that is wrong"),
                    related=((record.at("decisions", before.entry.index - 1), N_("the decision")),),
                    date=date,
                    decided=before.since,
                )
