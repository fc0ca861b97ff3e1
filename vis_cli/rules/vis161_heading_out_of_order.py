"""VIS161: a heading in a text is of a level that a document cannot show."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.diagnostics import Severity
from vis_cli.facts import markdown
from vis_cli.facts.fields import marked
from vis_cli.model.values import IsMarkdown
from vis_cli.registry import Registry

ROOM = 3
"""How many levels of headings a document can have above those of a text."""


@rule()
def heading_out_of_order(registry: Registry) -> Iterator[Problem]:
    """The headings of a text skip a level, are too deep, empty, or made by a line below.

    *Textens rubriker hoppar över en nivå, ligger för djupt, är tomma eller gjorda med understrykning.*

    The headings of a text are moved below the heading of the item or section that it stands in: its first one is `#`,
    whatever document it is printed in (003:58-65 needed two levels). A document has six levels; a text with more than
    three may not fit, which is a warning.

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
        text: |   # VIS161
          ## Ett exempel

          Något.
      - id: dialogue
        heading: Exempel
        type: dialogue
        text: |   # VIS161
          Ett exempel
          -----------
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
          # Ett exempel

          Något.

          ## Mer därom
    ```
    """
    for record in registry.entities:
        for route, text in marked(record.entity, IsMarkdown):
            for fault in markdown.faults(text, shift=ROOM) if markdown.has_headings(text) else ():
                if fault.heading:
                    severity: Severity = "warning" if "most" in fault.values else "error"
                    place = record.at(*route)
                    yield Problem(place, fault.message, help=fault.help, severity=severity, **fault.values)
