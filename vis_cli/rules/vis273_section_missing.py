"""VIS273: an agreement lacks a section of the standard structure."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.drafting import copied, has_text
from vis_cli.facts.structure import missing_sections
from vis_cli.model.agreement import Agreement
from vis_cli.registry import Registry


@rule(severity="gap", gap=N_("{count} transcribed agreements without all sections of the standard structure"))
def section_missing(registry: Registry) -> Iterator[Problem]:
    """An agreement lacks a section that the standard structure demands.

    *Överenskommelsen saknar ett avsnitt som standardstrukturen kräver.*

    All agreements have one structure (000:346). It is a warning, and `vis agreement publish` refuses the text: one that
    is published no longer changes, even where the structure does. A text that is transcribed from an older document can
    only get the structure when it is revised: there it is a gap. The structure stands in
    `templates/agreement.structure.yaml`; without such a file the one that comes with vis holds.

    Wrong:

    ```yaml templates/agreement.structure.yaml
    id: agreement
    sections:
      - id: syfte
        heading: Syfte
        prompt: Vad den ska leda till.
      - id: ansvar
        heading: Ansvarsfördelning
        prompt: Vem som gör vad.
    ```

    ```yaml agreements/exempelavtalet/agreement.yaml
    id: exempelavtalet
    title: Exempel på samverkan
    type: agreement
    text_state: original
    sections:   # VIS273
      - id: syfte
        heading: Syfte
    ```

    Right:

    ```yaml templates/agreement.structure.yaml
    id: agreement
    sections:
      - id: syfte
        heading: Syfte
        prompt: Vad den ska leda till.
      - id: ansvar
        heading: Ansvarsfördelning
        prompt: Vem som gör vad.
      - id: struktur
        heading: Struktur för samverkan
        prompt: Hur samverkan är ordnad.
        types: [main]
      - id: bilagor
        heading: Bilagor
        prompt: Vilka bilagor som hör till.
        required: false
    ```

    ```yaml agreements/exempelavtalet/agreement.yaml
    id: exempelavtalet
    title: Exempel på samverkan
    type: agreement
    text_state: original
    sections:
      - id: syfte
        heading: Syfte
      - id: ansvar
        heading: Ansvarsfördelning
    ```

    ```yaml agreements/provavtalet/agreement.yaml
    id: provavtalet
    title: Provavtalet
    type: agreement
    text_state: not-transcribed
    ```
    """
    for record in registry.all(Agreement):
        if has_text(record.entity) and (missing := missing_sections(registry, record.entity)):
            yield Problem(
                record.key("sections"),
                N_("sections of the standard structure are missing: {sections}"),
                help=N_("add each with its id and heading, in the order of the structure"),
                severity="gap" if copied(record.entity) else "warning",
                sections=", ".join(f"`{section.id}`" for section in missing),
            )
