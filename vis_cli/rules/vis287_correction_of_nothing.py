"""VIS287: a correction corrects nothing, or does not say why."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.model.adoption import Adoption, PartyDecision
from vis_cli.registry import Registry


@rule()
def correction_of_nothing(registry: Registry) -> Iterator[Problem]:
    """A correction names no entry before it, or does not say why it is made.

    *En rättelse anger ingen tidigare uppgift, eller inte varför den görs.*

    What was recorded of a party is never changed: a further entry stands in for the wrong one, names it by its place in
    the file, counted from 1, and says why. So everyone sees what the register said, and since when it says otherwise.

    Wrong:

    ```yaml agreements/exempelavtalet/adoptions/1.0/exempelby.yaml
    agreement: exempelavtalet
    version: "1.0"
    party: exempelby
    decisions:
      - outcome: adopted
        date: 2031-02-03
      - outcome: adopted
        date: 2031-02-04
        corrects: 2   # VIS287
        reason: Fel dag i protokollet
    ```

    ```yaml agreements/exempelavtalet/adoptions/1.0/exempelby.yaml
    agreement: exempelavtalet
    version: "1.0"
    party: exempelby
    decisions:
      - outcome: adopted
        date: 2031-02-03
      - outcome: adopted
        date: 2031-02-04
        corrects: 1   # VIS287
    ```

    ```yaml agreements/exempelavtalet/adoptions/1.0/exempelby.yaml
    agreement: exempelavtalet
    version: "1.0"
    party: exempelby
    decisions:
      - outcome: entered-in-error   # VIS287
        reason: Gällde ett annat ärende
    ```

    Right:

    ```yaml agreements/exempelavtalet/adoptions/1.0/exempelby.yaml
    agreement: exempelavtalet
    version: "1.0"
    party: exempelby
    decisions:
      - outcome: adopted
        date: 2031-02-03
      - outcome: adopted
        date: 2031-02-04
        corrects: 1
        reason: Fel dag i protokollet
    ```
    """
    for record in registry.all(Adoption):
        for index, decision in enumerate(record.entity.decisions):
            key, message, help = _wrong(decision, index + 1)
            if message:
                place = record.at("decisions", index, key)
                yield Problem(place, message, help=help, corrects=decision.corrects, entry=index + 1)


def _wrong(decision: PartyDecision, number: int) -> tuple[str, str, str]:
    """(key, message, help); an empty message where nothing is wrong."""
    if decision.corrects is None:
        if decision.outcome == "entered-in-error":
            help = N_("write `corrects:` with the number of the entry that is taken back")
            return "outcome", N_("it does not say which entry is taken back"), help
        return "", "", ""
    if decision.corrects >= number:
        help = N_("entries are counted from 1; a correction stands below what it corrects")
        return "corrects", N_("entry {entry} corrects entry {corrects}, which is not before it"), help
    if decision.reason is None:
        return "corrects", N_("entry {corrects} is corrected without a reason"), N_("write `reason:`")
    return "", "", ""
