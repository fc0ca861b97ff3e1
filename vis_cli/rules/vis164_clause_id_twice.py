"""VIS164: two places of an agreement's text have one id."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.clauses import ids
from vis_cli.model.agreement import Agreement
from vis_cli.places import Route
from vis_cli.registry import Registry


@rule()
def clause_id_twice(registry: Registry) -> Iterator[Problem]:
    """Two sections, clauses or definitions of an agreement have one id.

    *Två avsnitt, punkter eller definitioner i överenskommelsen har samma id.*

    Sections, clauses and definitions are referred to, compared between versions and cited by their ids: an id that
    names two places names none.

    Wrong:

    ```yaml agreements/exempelavtalet/agreement.yaml
    id: exempelavtalet
    title: Exempel på samverkan
    type: agreement
    text_state: original
    sections:
      - id: ansvar
        heading: Ansvarsfördelning
        clauses:
          - id: ansvar   # VIS164
            text: Regionen ansvarar för exemplet.
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
        clauses:
          - id: regionens-ansvar
            text: Regionen ansvarar för exemplet.
    ```
    """
    for record in registry.all(Agreement):
        first: dict[str, Route] = {}
        for id, _, route in ids(record.entity):
            if first.setdefault(id, route) != route:
                yield Problem(
                    record.at(*route),
                    N_("`{clause}` is the id of another place in the agreement"),
                    help=N_("give it an id of its own; the one that others refer to keeps its id"),
                    related=((record.at(*first[id]), N_("it stands here")),),
                    clause=id,
                )
