"""VIS132: a heading in a text is deeper than a document can show."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts import markdown
from vis_cli.facts.fields import marked, records_where
from vis_cli.model.values import IsMarkdown
from vis_cli.registry import Registry


@rule(severity="warning")
def heading_too_deep(registry: Registry) -> Iterator[Problem]:
    """A heading in a text is deeper than a document has levels for.

    *En rubrik i texten ligger på en djupare nivå än dokumentet har plats för.*

    The headings of a text are moved below the heading of the item or section that it stands in; of six levels there is
    room for three (003:58-65 needed two).

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
        text: |   # VIS132
          #### Ett exempel

          Något.
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
          ## Ett exempel

          Något.
    ```
    """
    for record in records_where(registry, markdown.DEEP):
        for route, text in marked(record.entity, IsMarkdown):
            for found in markdown.headings(text) if markdown.DEEP.search(text) else ():
                if found.level > markdown.DEEPEST:
                    yield Problem(
                        record.at(*route),
                        N_("the heading `{text}` is of level {level}"),
                        help=N_("use at most `###`"),
                        text=found.text[:60],
                        level=found.level,
                    )
