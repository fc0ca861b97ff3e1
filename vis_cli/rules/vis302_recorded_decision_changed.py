"""VIS302: a recorded decision of a party was changed or taken away."""

from collections.abc import Iterator
from typing import Any

from vis_cli.check import Problem, change_rule
from vis_cli.errors import N_
from vis_cli.model.adoption import Adoption
from vis_cli.registry import Registry


@change_rule(severity="error")
def recorded_decision_changed(before: Registry, after: Registry) -> Iterator[Problem]:
    """What a party decided was recorded, and has been changed or taken away.

    *Ett registrerat beslut har ändrats eller tagits bort.*

    From the decisions follows what applies to whom, and what was answered yesterday must be possible to explain
    tomorrow. So entries are only ever added. A mistake is mended by a further entry that `corrects` the wrong one and
    says the reason; `vis agreement correct` writes it. (003:23)

    Wrong:

    ```before agreements/vardplan/adoptions/1.0/exempelby.yaml
    agreement: vardplan
    version: '1.0'
    party: exempelby
    decisions:
      - outcome: adopted
        date: 2031-05-20
    ```

    ```before agreements/vardplan/adoptions/1.0/testvik.yaml
    agreement: vardplan
    version: '1.0'
    party: testvik
    decisions:   # VIS302
      - outcome: adopted
        date: 2031-05-21
    ```

    ```yaml agreements/vardplan/adoptions/1.0/exempelby.yaml
    agreement: vardplan
    version: '1.0'
    party: exempelby
    decisions:
      - outcome: adopted   # VIS302
        date: 2031-05-22
    ```

    Right:

    ```before agreements/vardplan/adoptions/1.0/exempelby.yaml
    agreement: vardplan
    version: '1.0'
    party: exempelby
    decisions:
      - outcome: adopted
        date: 2031-05-20
    ```

    ```yaml agreements/vardplan/adoptions/1.0/exempelby.yaml
    agreement: vardplan
    version: '1.0'
    party: exempelby
    decisions:
      - outcome: adopted
        date: 2031-05-20
      - outcome: adopted
        date: 2031-05-22
        reason: Fel datum; protokollet är av den 22 maj.
        corrects: 1
    ```
    """
    for old in before.all(Adoption):
        entity = old.entity
        new = after.get(Adoption, old.id)
        values: dict[str, Any] = {"party": entity.party, "version": entity.version, "id": entity.agreement}
        help = N_("put it back; `vis agreement correct` adds an entry that corrects it, with the reason")
        if new is None:
            if not after.is_broken(old.id, (Adoption.kind,)):
                message = N_("what `{party}` decided about version {version} of `{id}` has been taken away")
                yield Problem(old.at("decisions"), message, help=help, **values)
            continue
        for index, decision in enumerate(entity.decisions):
            if index >= len(new.entity.decisions):
                message = N_("entry {number} of `{party}` about version {version} of `{id}` has been taken away")
                yield Problem(old.at("decisions", index), message, help=help, number=index + 1, **values)
            elif new.entity.decisions[index] != decision:
                yield Problem(
                    new.at("decisions", index),
                    N_("entry {number} of `{party}` about version {version} of `{id}` is not what was recorded"),
                    help=help,
                    related=((old.at("decisions", index), N_("what was recorded")),),
                    number=index + 1,
                    **values,
                )
