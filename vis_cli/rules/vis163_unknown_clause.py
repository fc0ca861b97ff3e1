"""VIS163: a text refers to a section, a clause or a definition that its agreement does not have."""

from collections.abc import Iterator
from difflib import get_close_matches

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.clauses import mentioned, numbers, passages, references
from vis_cli.model.agreement import Agreement
from vis_cli.registry import Registry


@rule()
def unknown_clause(registry: Registry) -> Iterator[Problem]:
    """A text refers to a section, clause or definition that the agreement does not have.

    *Texten hänvisar till ett avsnitt, en punkt eller en definition som inte finns i överenskommelsen.*

    A text refers by id, and the number is put in when it is printed, so that it is right after a revision too. An id
    that is not there has no number.

    Wrong:

    ```yaml agreements/exempelavtalet/agreement.yaml
    id: exempelavtalet
    title: Exempel på samverkan
    type: agreement
    text_state: original
    sections:
      - id: ansvar
        heading: Ansvarsfördelning
        text: Vem som betalar sägs i [](#kostnad).   # VIS163
      - id: kostnader
        heading: Kostnadsansvar
        clauses:
          - id: delade-kostnader
            text: Resten sägs i [bilagan](#taxa).   # VIS163
    ```

    Right:

    ```yaml agreements/exempelavtalet/agreement.yaml
    id: exempelavtalet
    title: Exempel på samverkan
    type: agreement
    text_state: original
    sections:
      - id: ansvar
        heading: Ansvarsfördelning
        text: Vem som betalar sägs i [](#kostnader), och för hjälpmedel i [](#delade-kostnader).
      - id: kostnader
        heading: Kostnadsansvar
        clauses:
          - id: delade-kostnader
            text: Så skrivs en hänvisning `[](#id)`.
    ```
    """
    for record in registry.all(Agreement):
        known = numbers(record.entity) if record.entity.sections else {}
        for passage in passages(record.entity):
            if mentioned(passage.text) <= known.keys():
                continue
            for reference in references(passage.text):
                if reference.id not in known:
                    near = get_close_matches(reference.id, known, 1)
                    yield Problem(
                        record.at(*passage.route),
                        N_("the agreement has no section, clause or definition `{clause}`"),
                        help=N_("did you mean `{near}`?") if near else N_("refer by the id: `[](#id)`"),
                        clause=reference.id,
                        near=near[0] if near else "",
                    )
