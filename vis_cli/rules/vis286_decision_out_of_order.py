"""VIS286: a decision cannot follow what was decided before it."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_, Word
from vis_cli.facts.steps import misstep
from vis_cli.model.adoption import Adoption
from vis_cli.registry import Registry


@rule()
def decision_out_of_order(registry: Registry) -> Iterator[Problem]:
    """A decision cannot follow what the party decided before it.

    *Ett beslut kan inte följa på det som parten beslutat tidigare.*

    A party is asked, and then adopts, rejects or refers back; what is decided can be appealed, and is then upheld or
    revoked; who has adopted can give notice. What is adopted is not adopted once more: what was recorded wrongly is put
    right by an entry with `corrects`. Dates that are not exact are given the benefit of the doubt.

    Wrong:

    ```yaml agreements/exempelavtalet/adoptions/1.0/exempelby.yaml
    agreement: exempelavtalet
    version: "1.0"
    party: exempelby
    decisions:
      - outcome: adopted
        date: 2031-02-03
      - outcome: adopted   # VIS286
        date: 2031-03-03
    ```

    ```yaml agreements/exempelavtalet/adoptions/1.0/exempelby.yaml
    agreement: exempelavtalet
    version: "1.0"
    party: exempelby
    decisions:
      - outcome: prepared
        date: 2031-02-03
      - outcome: upheld   # VIS286
        date: 2031-03-03
    ```

    Right:

    ```yaml agreements/exempelavtalet/adoptions/1.0/exempelby.yaml
    agreement: exempelavtalet
    version: "1.0"
    party: exempelby
    decisions:
      - outcome: adopted
        date: 2031-02-03
      - outcome: appealed
        date: 2031-02-20
      - outcome: upheld
        date: 2031-06-01
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
        corrects: 1
        reason: Fel dag i protokollet
    ```
    """
    for record in registry.all(Adoption):
        if (wrong := misstep(record.entity)) is None:
            continue
        before = wrong.before
        label = before.entry and (record.at("decisions", before.entry.index - 1), N_("where it stood"))
        yield Problem(
            record.at("decisions", wrong.entry.index - 1, "outcome"),
            N_("`{outcome}` cannot follow `{status}`"),
            help=N_("correct an entry with `vis agreement correct`, or record what happened between them"),
            related=(label,) if label else (),
            outcome=Word(wrong.entry.decision.outcome),
            status=Word(before.status),
        )
