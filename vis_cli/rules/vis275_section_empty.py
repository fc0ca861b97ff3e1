"""VIS275: a section of a published agreement says nothing."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.drafting import published
from vis_cli.model.agreement import Agreement
from vis_cli.registry import Registry


@rule()
def section_empty(registry: Registry) -> Iterator[Problem]:
    """A section of a published agreement has neither text, definitions nor clauses.

    *Ett avsnitt i en publicerad överenskommelse har varken text, definitioner eller punkter.*

    In a draft an empty section is one that is still to be written. What is put to the parties is whole.

    Wrong:

    ```yaml agreements/exempelavtalet/agreement.yaml
    id: exempelavtalet
    title: Exempel på samverkan
    type: agreement
    version: '1.0'
    text_state: original
    sections:
      - id: ansvar   # VIS275
        heading: Ansvarsfördelning
    ```

    ```yaml agreements/exempelavtalet/versions/1.0.yaml
    agreement: exempelavtalet
    version: '1.0'
    publication:
      date: 2031-02-01
      digest: c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00
    ```

    Right:

    ```yaml agreements/exempelavtalet/agreement.yaml
    id: exempelavtalet
    title: Exempel på samverkan
    type: agreement
    version: '1.0'
    text_state: original
    sections:
      - id: ansvar
        heading: Ansvarsfördelning
    ```

    ```yaml agreements/exempelavtalet/versions/1.0.yaml
    agreement: exempelavtalet
    version: '1.0'
    ```
    """
    for record in registry.all(Agreement):
        for i, section in enumerate(record.entity.sections if published(registry, record) else ()):
            if section.text is None and not section.definitions and not section.clauses:
                yield Problem(
                    record.at("sections", i, "id"),
                    N_("the section `{section}` is empty, but the version {version} is published"),
                    help=N_("write what it says, or leave it out where the structure does not demand it"),
                    section=section.id,
                    version=record.entity.version,
                )
