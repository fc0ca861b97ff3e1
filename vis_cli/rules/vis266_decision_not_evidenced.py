"""VIS266: it is not known who decided, when, or where that can be read."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_, Words
from vis_cli.facts.standing import effective
from vis_cli.model.adoption import Adoption
from vis_cli.registry import Registry


@rule(severity="gap", gap=N_("{count} of {total} decisions of parties without a known body, date or reference"))
def decision_not_evidenced(registry: Registry) -> Iterator[Problem]:
    """A decision of a party is recorded without its body, its date or its reference.

    *Ett beslut är registrerat utan beslutande organ, datum eller referens.*

    Whether an agreement applies follows from the decisions of its parties (001:19-20). Somebody who doubts one of them
    should find the minutes: who decided, when, and under which number. What was corrected is judged as it holds now.

    Wrong:

    ```yaml agreements/exempelavtalet/adoptions/1.0/exempelby.yaml
    agreement: exempelavtalet
    version: "1.0"
    party: exempelby
    decisions:
      - outcome: adopted   # VIS266
        date: 2031-02-03
        body: Kommunfullmäktige
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
        date: 2031-02-03
        body: Kommunfullmäktige
        reference: KF 2031/14 § 22
        reason: Organ och paragraf saknades
        corrects: 1
    ```
    """
    found = [(record, entry) for record in registry.all(Adoption) for entry in effective(record.entity)]
    for record, entry in found:
        own = entry.decision
        known = {"body": own.body, "date": own.date, "reference": own.reference}
        if missing := [name for name, value in known.items() if value is None]:
            yield Problem(
                record.at("decisions", entry.index - 1, "outcome"),
                N_("nothing is known of the decision's {missing}"),
                help=N_("`vis agreement correct` records what the minutes say, with a reason"),
                total=len(found),
                missing=Words(_WORDS[name] for name in missing),
            )


_WORDS = {"body": N_("body"), "date": N_("date"), "reference": N_("reference")}
