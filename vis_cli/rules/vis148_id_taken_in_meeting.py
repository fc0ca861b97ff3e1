"""VIS148: an id is used twice in a meeting."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.model.meeting import Meeting
from vis_cli.places import Route
from vis_cli.registry import Registry


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
        seen: dict[str, Route] = {}
        for id, route in _ids(record.entity):
            first = seen.setdefault(id, route)
            if first is not route:
                yield Problem(
                    record.at(*route),
                    N_("the id `{id}` is used twice in the meeting"),
                    help=N_("give one of them another id"),
                    related=((record.at(*first), N_("it stands here too")),),
                    id=id,
                )


def _ids(meeting: Meeting) -> Iterator[tuple[str, Route]]:
    """Every id of a meeting and its route: the papers, then the items with what is in them."""
    for i, paper in enumerate(meeting.attachments):
        yield paper.id, ("attachments", i, "id")
    for i, item in enumerate(meeting.items):
        yield item.id, ("items", i, "id")
        for j, contribution in enumerate(item.contributions):
            yield contribution.id, ("items", i, "contributions", j, "id")
        for j, decision in enumerate(item.decisions):
            yield decision.id, ("items", i, "decisions", j, "id")
        for j, assignment in enumerate(item.assignments):
            yield assignment.id, ("items", i, "assignments", j, "id")
