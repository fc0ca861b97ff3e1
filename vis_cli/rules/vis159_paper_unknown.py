"""VIS159: a paper is named that the meeting does not have."""

from collections.abc import Iterator
from difflib import get_close_matches

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.model.meeting import Meeting
from vis_cli.places import Route
from vis_cli.registry import Registry


@rule()
def paper_unknown(registry: Registry) -> Iterator[Problem]:
    """An item or a decision names a paper that is not among the meeting's attachments.

    *En punkt eller ett beslut hänvisar till ett underlag som mötet inte har.*

    What a decision rests on must be found with the minutes (003:26, 003:34).

    Wrong:

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: held
    date: 2031-02-20
    items:
      - id: decision
        heading: Exempel
        type: decision
        papers:
          - underlaget   # VIS159
        decisions:
          - id: beslut-1
            type: decides
            text: genomföra exemplet
            basis:
              - underlag
    attachments:
      - id: underlag
        title: Underlag
    ```

    Right:

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: held
    date: 2031-02-20
    items:
      - id: decision
        heading: Exempel
        type: decision
        papers:
          - underlag
    attachments:
      - id: underlag
        title: Underlag
    ```
    """
    for record in registry.all(Meeting):
        known = [paper.id for paper in record.entity.attachments]
        for id, route in _named(record.entity):
            if id not in known:
                near = get_close_matches(id, known, 1)
                yield Problem(
                    record.at(*route),
                    N_("the meeting has no attachment `{id}`"),
                    help=N_("did you mean `{near}`?") if near else N_("add it to `attachments:`"),
                    id=id,
                    near=near[0] if near else "",
                )


def _named(meeting: Meeting) -> Iterator[tuple[str, Route]]:
    """Every paper that an item or a decision names, and where."""
    for i, item in enumerate(meeting.items):
        for k, id in enumerate(item.papers):
            yield id, ("items", i, "papers", k)
        for j, decision in enumerate(item.decisions):
            for k, id in enumerate(decision.basis):
                yield id, ("items", i, "decisions", j, "basis", k)
