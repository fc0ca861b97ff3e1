"""VIS165: an agreement defines a term that its text never uses."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.clauses import ids, passages, references
from vis_cli.model.agreement import Agreement
from vis_cli.registry import Registry


@rule(severity="warning")
def definition_not_used(registry: Registry) -> Iterator[Problem]:
    """An agreement defines a term that its text does not use.

    *Överenskommelsen definierar ett ord som inte används i texten.*

    A definition binds where the text uses it, by its id. One that is not used may be left over, or the text says the
    same thing in another word; both make it harder to read. Texts that are transcribed from another document are not
    asked.

    Wrong:

    ```yaml agreements/exempelavtalet/agreement.yaml
    id: exempelavtalet
    title: Exempel på samverkan
    type: agreement
    text_state: original
    sections:
      - id: definitioner
        heading: Definitioner
        definitions:
          - id: exempelvard   # VIS165
            term: exempelvård
            meaning: Vård som ges som exempel.
    ```

    Right:

    ```yaml agreements/exempelavtalet/agreement.yaml
    id: exempelavtalet
    title: Exempel på samverkan
    type: agreement
    text_state: original
    sections:
      - id: definitioner
        heading: Definitioner
        definitions:
          - id: exempelvard
            term: exempelvård
            meaning: Vård som ges som exempel.
      - id: ansvar
        heading: Ansvarsfördelning
        text: Regionen ansvarar för [](#exempelvard).
    ```
    """
    for record in registry.all(Agreement):
        if record.entity.text_state != "original":
            continue
        declared = [(id, route) for id, kind, route in ids(record.entity) if kind == "definition"]
        if not declared:
            continue
        used = {
            reference.id
            for passage in passages(record.entity)
            for reference in references(passage.text)
            if reference.id != passage.id
        }
        for id, route in declared:
            if id not in used:
                yield Problem(
                    record.at(*route),
                    N_("the text never uses the definition `{definition}`"),
                    help=N_("write `[](#{definition})` where the text means it, or remove it"),
                    definition=id,
                )
