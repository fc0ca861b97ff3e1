"""VIS166: an agreement is said to have a text and has none, or the reverse."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.model.agreement import Agreement
from vis_cli.registry import Registry


@rule()
def text_state_disagrees(registry: Registry) -> Iterator[Problem]:
    """The text is said not to be transcribed, but there are sections; or the reverse.

    *Texten anges som inte inskriven fast det finns avsnitt, eller tvärtom.*

    Whoever reads an agreement is told what the text is: the original, a transcript, an extract, or not there yet.

    Wrong:

    ```yaml agreements/exempelavtalet/agreement.yaml
    id: exempelavtalet
    title: Exempel på samverkan
    type: agreement
    sections:   # VIS166
      - id: ansvar
        heading: Ansvarsfördelning
    ```

    ```yaml agreements/provavtalet/agreement.yaml
    id: provavtalet
    title: Provavtalet
    type: agreement
    text_state: transcribed   # VIS166
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
    ```

    ```yaml agreements/provavtalet/agreement.yaml
    id: provavtalet
    title: Provavtalet
    type: agreement
    ```
    """
    for record in registry.all(Agreement):
        state = record.entity.text_state
        if record.entity.sections and state == "not-transcribed":
            yield Problem(
                record.key("sections"),
                N_("there are sections, but the text is said not to be transcribed"),
                help=N_("write `text_state: original`, or what else the text is"),
            )
        elif not record.entity.sections and state != "not-transcribed":
            yield Problem(
                record.at("text_state"),
                N_("the text is said to be there (`{state}`), but there is no section"),
                help=N_("write the sections, or `text_state: not-transcribed`"),
                state=state,
            )
