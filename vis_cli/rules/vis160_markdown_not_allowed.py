"""VIS160: a text holds HTML, an image, or a link that leads elsewhere."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.facts import markdown
from vis_cli.facts.clauses import with_web_links
from vis_cli.facts.fields import marked, records_where
from vis_cli.model.agreement import Agreement
from vis_cli.model.values import IsMarkdown
from vis_cli.registry import Registry


@rule()
def markdown_not_allowed(registry: Registry) -> Iterator[Problem]:
    """A text holds HTML, an image, a link that is not to the web or to a mailbox, or code without an end.

    *Texten innehåller HTML, en bild, en länk som inte går till webben eller e-post, eller oavslutad kod.*

    Texts are printed in minutes, on pages and as PDF: HTML would be shown as it stands or do harm, an image would load
    from elsewhere, and a link to a file leads nowhere for who reads it. The address of a link stands with it, not
    further down. Papers belong among the attachments (003:26). Only in the sections of an agreement can a link lead to
    another section, clause or definition of it: `[](#id)`.

    Wrong:

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: held
    date: 2031-02-20
    items:
      - id: information
        heading: Exempel
        type: information
        text: Se <b>exemplet</b>.   # VIS160
      - id: dialogue
        heading: Exempel
        type: dialogue
        text: |   # VIS160
          Se [underlaget](file:///underlag.docx)
          och ![bilden](https://exempel.se/bild.png).
    ```

    ```yaml agreements/exempelavtalet/agreement.yaml
    id: exempelavtalet
    title: Exempel på samverkan
    type: agreement
    summary: Vem som betalar sägs i [kostnader](#kostnader).   # VIS160
    ```

    Right:

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: held
    date: 2031-02-20
    items:
      - id: information
        heading: Exempel
        type: information
        text: |
          Se **exemplet** på [sidan](https://exempel.se/sida), när 3 < 4.
    ```

    ```yaml agreements/exempelavtalet/agreement.yaml
    id: exempelavtalet
    title: Exempel på samverkan
    type: agreement
    text_state: original
    sections:
      - id: ansvar
        heading: Ansvarsfördelning
        text: Vem som betalar sägs i [](#kostnader).
      - id: kostnader
        heading: Kostnadsansvar
        text: Parterna delar på kostnaderna.
    ```
    """
    for record in records_where(registry, markdown.suspect):
        for route, text in marked(record.entity, IsMarkdown):
            if record.kind == Agreement.kind and route[0] == "sections":
                text = with_web_links(text)  # references to its own clauses, which VIS163 judges
            for fault in markdown.faults(text) if markdown.suspect(text) else ():
                if not fault.heading:
                    yield Problem(record.at(*route), fault.message, help=fault.help, **fault.values)
