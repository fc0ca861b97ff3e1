"""VIS161: a heading in a text is of a level that a document cannot show."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.diagnostics import Severity
from vis_cli.errors import N_
from vis_cli.facts import markdown
from vis_cli.facts.fields import marked
from vis_cli.model.values import IsMarkdown
from vis_cli.registry import Registry


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
            for heading in markdown.headings(text):
                for message, help, severity in _faults(heading):
                    yield Problem(
                        record.at(*route),
                        message,
                        help=help,
                        severity=severity,
                        text=heading.text[:60],
                        level=heading.level,
                        above=heading.above,
                    )


def _faults(heading: markdown.Heading) -> Iterator[tuple[str, str, Severity]]:
    """What is wrong with a heading: the message, the remedy, how bad it is."""
    if heading.underlined:
        help = N_("begin the line with `#`; leave a line empty before a rule")
        yield N_("the heading `{text}` is made by a line below it"), help, "error"
    elif not heading.text.strip():
        yield N_("a heading is empty"), N_("give it words, or remove it"), "error"
    if heading.level > heading.above + 1:
        help = N_("use the levels in order: `#`, `##`, `###`")
        if heading.above:
            yield N_("the heading `{text}` is of level {level}, right below level {above}"), help, "error"
        else:
            yield N_("the first heading, `{text}`, is of level {level}"), help, "error"
    elif heading.level > markdown.DEEPEST:
        yield N_("the heading `{text}` is of level {level}"), N_("use at most `###`"), "warning"
