"""VIS274: the sections of an agreement do not stand in the order of the standard structure."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.drafting import copied, has_text
from vis_cli.facts.structure import misplaced_sections
from vis_cli.model.agreement import Agreement
from vis_cli.registry import Registry


@rule(severity="gap", gap=N_("{count} sections of transcribed agreements in another order than the standard structure"))
def section_out_of_order(registry: Registry) -> Iterator[Problem]:
    """A section stands elsewhere than the standard structure has it.

    *Ett avsnitt står på en annan plats än i standardstrukturen.*

    All agreements have one structure (000:346), so that who has read one finds the way in the others. It is a warning,
    and `vis agreement publish` refuses the text; in a transcribed one it is a gap. Sections that the structure does not
    have may stand anywhere.

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
      - id: uppfoljning
        heading: Uppföljning
        prompt: Hur den följs upp.
    ```

    ```yaml agreements/exempelavtalet/agreement.yaml
    id: exempelavtalet
    title: Exempel på samverkan
    type: agreement
    text_state: original
    sections:
      - id: uppfoljning   # VIS274
        heading: Uppföljning
      - id: syfte
        heading: Syfte
      - id: ansvar
        heading: Ansvarsfördelning
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
    ```

    ```yaml agreements/exempelavtalet/agreement.yaml
    id: exempelavtalet
    title: Exempel på samverkan
    type: agreement
    text_state: original
    sections:
      - id: syfte
        heading: Syfte
      - id: eget-avsnitt
        heading: Ett eget avsnitt
      - id: ansvar
        heading: Ansvarsfördelning
    ```
    """
    for record in registry.all(Agreement):
        for found in misplaced_sections(registry, record.entity) if has_text(record.entity) else ():
            yield Problem(
                record.at("sections", found.index, "id"),
                N_("in the standard structure `{section}` comes before `{other}`")
                if found.before
                else N_("in the standard structure `{section}` comes after `{other}`"),
                help=N_("move it; references follow, since they go by id"),
                severity="gap" if copied(record.entity) else "warning",
                section=found.section.id,
                other=record.entity.sections[found.other].id,
            )
