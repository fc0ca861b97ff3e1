"""VIS148: an id is used twice in a meeting."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.model.meeting import Meeting
from vis_cli.registry import Place, Record, Registry


@rule()
def id_taken_in_meeting(registry: Registry) -> Iterator[Problem]:
    """An id is used twice within a meeting.

    *Samma id används två gånger i ett möte.*

    Items, contributions, decisions, tasks and papers are referred to by the meeting and an id; the id must lead to one
    of them. A contribution may not have the id of an item either.

    Wrong:

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: held
    date: 2031-02-20
    items:
      - id: punkt-1
        heading: Exempel
        type: opening
      - id: punkt-1   # VIS148
        heading: Exempel
        type: decision
      - id: dialogue
        heading: Exempel
        type: dialogue
        decisions:
          - id: bild   # VIS148
            type: decides
            text: genomföra exemplet
    attachments:
      - id: bild
        title: Bilder
    ```

    Right:

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: held
    date: 2031-02-20
    items:
      - id: punkt-1
        heading: Exempel
        type: opening
      - id: punkt-2
        heading: Exempel
        type: decision
        decisions:
          - id: beslut-1
            type: decides
            text: genomföra exemplet
    attachments:
      - id: bild
        title: Bilder
    ```
    """
    for record in registry.all(Meeting):
        seen: dict[str, Place] = {}
        for id, place in _ids(record):
            first = seen.setdefault(id, place)
            if first is not place:
                yield Problem(
                    place,
                    N_("the id `{id}` is used twice in the meeting"),
                    help=N_("give one of them another id"),
                    related=((first, N_("it stands here too")),),
                    id=id,
                )


def _ids(record: Record[Meeting]) -> Iterator[tuple[str, Place]]:
    """Every id of a meeting and its place: the papers, then the items with what is in them."""
    for i, paper in enumerate(record.entity.attachments):
        yield paper.id, record.at("attachments", i, "id")
    for i, item in enumerate(record.entity.items):
        yield item.id, record.at("items", i, "id")
        for j, contribution in enumerate(item.contributions):
            yield contribution.id, record.at("items", i, "contributions", j, "id")
        for j, decision in enumerate(item.decisions):
            yield decision.id, record.at("items", i, "decisions", j, "id")
        for j, assignment in enumerate(item.assignments):
            yield assignment.id, record.at("items", i, "assignments", j, "id")
