"""VIS139: a paper has no file, and it is not said why."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.model.meeting import Meeting
from vis_cli.registry import Registry


@rule(severity="gap", gap=N_("{count} of {total} papers of meetings without a file"))
def attachment_missing(registry: Registry) -> Iterator[Problem]:
    """A paper of a meeting has no file, and it is not said why.

    *Ett underlag saknar fil utan att skälet anges.*

    Papers that the minutes refer to should be found with them (003:26, 003:34); where one cannot be, it is said why.

    Wrong:

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: held
    date: 2031-02-20
    attachments:
      - id: bild   # VIS139
        title: Bilder om exemplet
    ```

    Right:

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: held
    date: 2031-02-20
    attachments:
      - id: bild
        title: Bilder om exemplet
        missing: Finns inte i det underlag som registret bygger på
    ```
    """
    meetings = tuple(registry.all(Meeting))
    papers = [(record, i, paper) for record in meetings for i, paper in enumerate(record.entity.attachments)]
    for record, index, paper in papers:
        if not paper.file and not paper.missing:
            yield Problem(
                record.at("attachments", index),
                N_("the paper `{id}` has no file"),
                help=N_("write `file:` with its name in the folder beside, or `missing:` with why it is not here"),
                id=paper.id,
                total=len(papers),
            )
