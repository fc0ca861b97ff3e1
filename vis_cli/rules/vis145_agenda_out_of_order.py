"""VIS145: an agenda lacks an item that every agenda has, or has them in another order."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.meetings import is_called, neighbours
from vis_cli.model.group import Group
from vis_cli.model.meeting import Meeting
from vis_cli.registry import Registry

_ORDER = ("opening", "previous-minutes", "forwarding", "other-business", "next-meeting")
_BODIES = ("steering", "consultation")


@rule(severity="warning")
def agenda_out_of_order(registry: Registry) -> Iterator[Problem]:
    """The agenda lacks an item that every agenda has, or has these items in another order.

    *Dagordningen saknar en fast punkt eller har de fasta punkterna i fel ordning.*

    An agenda has, in this order: opening, previous minutes, matters, what is forwarded to the body above, other
    business, next meeting (003:13, 003:117-118). Matters may stand after what is forwarded. Forwarding is asked only
    of a body that reports to another, previous minutes only where there was a meeting before. An item may be missing
    until the notice is sent; forums and working groups have agendas of their own.

    Wrong:

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: held
    date: 2031-02-20
    items:
      - id: previous-minutes
        heading: Exempel
        type: previous-minutes
      - id: opening
        heading: Exempel
        type: opening   # VIS145
      - id: other-business
        heading: Exempel
        type: other-business
      - id: next-meeting
        heading: Exempel
        type: next-meeting
    ```

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: held
    date: 2031-02-20
    items:   # VIS145
      - id: opening
        heading: Exempel
        type: opening
      - id: information
        heading: Exempel
        type: information
      - id: next-meeting
        heading: Exempel
        type: next-meeting
    ```

    Right:

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: held
    date: 2031-02-20
    items:
      - id: opening
        heading: Exempel
        type: opening
      - id: previous-minutes
        heading: Exempel
        type: previous-minutes
      - id: information
        heading: Exempel
        type: information
      - id: forwarding
        heading: Exempel
        type: forwarding
      - id: other-business
        heading: Exempel
        type: other-business
      - id: next-meeting
        heading: Exempel
        type: next-meeting
    ```

    ```yaml registry/groups/exempelgruppen.yaml
    id: exempelgruppen
    name: Exempelgruppen
    type: steering
    level: regional
    status: active
    reports_to: provgruppen
    ```

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: planned
    date: 2031-02-20
    items:
      - id: opening
        heading: Exempel
        type: opening
    ```
    """
    before = neighbours(registry)
    for record in registry.all(Meeting):
        meeting = record.entity
        group = registry.get(Group, meeting.group)
        if not meeting.items or (group and group.entity.type not in _BODIES):
            continue
        last = 0
        for index, item in enumerate(meeting.items):
            if item.type not in _ORDER:
                continue
            if _ORDER.index(item.type) < last:
                yield Problem(
                    record.at("items", index, "type"),
                    N_("`{type}` comes after `{other}`"),
                    help=N_("move the item to its place in the agenda"),
                    type=item.type,
                    other=_ORDER[last],
                )
            last = max(last, _ORDER.index(item.type))
        asked = set(_ORDER)
        if group is None or group.entity.reports_to is None:
            asked.discard("forwarding")
        if before[record.id].previous is None and meeting.previous is None:
            asked.discard("previous-minutes")
        missing = [type for type in _ORDER if type in asked.difference(item.type for item in meeting.items)]
        if missing and is_called(meeting):
            yield Problem(
                record.key("items"),
                N_("the agenda has no item of the type {types}"),
                help=N_("add it in its place, or correct the type of the item that is meant"),
                types=", ".join(f"`{type}`" for type in missing),
            )
