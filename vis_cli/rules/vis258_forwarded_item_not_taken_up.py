"""VIS258: the body that a matter was taken on to has met without it."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.forwarding import courses
from vis_cli.model.meeting import Meeting
from vis_cli.registry import Place, Registry


@rule(severity="warning")
def forwarded_item_not_taken_up(registry: Registry) -> Iterator[Problem]:
    """A matter was taken on to a body that has met since, and it is on no agenda there.

    *Ett ärende fördes vidare till ett organ som har haft möte sedan dess, och det finns inte på någon dagordning där.*

    Matters have been lost between two bodies (000:261-263, 003:49-56): what is taken on stands on the next agenda of
    the body above, with its origin, or is dropped there with a reason.

    Wrong:

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: held
    date: 2031-02-20
    items:
      - id: rapporten
        heading: Exempel
        type: information
      - id: vidare
        heading: Exempel
        type: forwarding
        forwards:
          - item: rapporten   # VIS258
            kind: information
            to: provgruppen
            title: Rapporten
    ```

    ```yaml registry/meetings/provgruppen/2031-03-20.yaml
    id: provgruppen-2031-03-20
    group: provgruppen
    status: held
    date: 2031-03-20
    items:
      - id: annat
        heading: Exempel
        type: information
    ```

    Right:

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: held
    date: 2031-02-20
    items:
      - id: rapporten
        heading: Exempel
        type: information
      - id: vidare
        heading: Exempel
        type: forwarding
        forwards:
          - item: rapporten
            kind: information
            to: provgruppen
            title: Rapporten
    ```

    ```yaml registry/meetings/provgruppen/2031-03-20.yaml
    id: provgruppen-2031-03-20
    group: provgruppen
    status: held
    date: 2031-03-20
    items:
      - id: rapporten
        heading: Exempel
        type: information
        origin:
          kind: forwarded
          meeting: exempelgruppen-2031-02-20
          item: rapporten
          why: Från exempelgruppen
    ```

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: held
    date: 2031-02-20
    items:
      - id: rapporten
        heading: Exempel
        type: information
      - id: vidare
        heading: Exempel
        type: forwarding
        forwards:
          - item: rapporten
            kind: information
            to: provgruppen
            title: Rapporten
    ```

    ```yaml registry/meetings/provgruppen/2031-03-20.yaml
    id: provgruppen-2031-03-20
    group: provgruppen
    status: planned
    date: 2031-03-20
    ```
    """
    for found in courses(registry):
        if not found.passed or registry.has_broken(Meeting.kind):  # what cannot be read may speak of it
            continue
        place, last = found.forwarded.place, found.passed[-1]
        yield Problem(
            Place(place.file, (*place.route, "item")),
            N_("`{item}` was taken on to `{to}`, which has met since without it: {date}"),
            help=N_("`vis meeting compose {coming}` puts it on the agenda of {day}")
            if found.meeting
            else N_("put it on its next agenda, with `origin`, or drop it there with the reason"),
            related=((last.at("date"), N_("the meeting")),),
            item=found.forwarded.forward.item,
            to=found.forwarded.forward.to,
            date=last.entity.date,
            coming=found.meeting.id if found.meeting else "",
            day=found.meeting.entity.date if found.meeting else "",
        )
