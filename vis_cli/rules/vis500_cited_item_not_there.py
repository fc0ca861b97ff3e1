"""VIS500: an item is cited that the meeting does not have."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.model.citing import AtItem
from vis_cli.model.meeting import Meeting
from vis_cli.registry import Registry
from vis_cli.registry.parts import parts_with


@rule()
def cited_item_not_there(registry: Registry) -> Iterator[Problem]:
    """An item is cited as a decision, and the meeting has no such item.

    *En punkt anges som beslut, men mötet har ingen sådan punkt.*

    Who sits in a group, that it was established and that somebody took over from it are decided at a meeting; who asks
    why must find the item (000:621-622). A meeting that was cancelled decided nothing; one whose agenda is not in the
    register tells nothing.

    Wrong:

    ```yaml registry/groups/exempelgruppen.yaml
    id: exempelgruppen
    name: Exempelgruppen
    type: consultation
    level: regional
    status: decided
    members:
      - side: region
        function: enhetschef
        seated:
          meeting: styrgruppen-2031-02-20
          item: bemaning   # VIS500
    ```

    ```yaml registry/groups/styrgruppen.yaml
    id: styrgruppen
    name: Styrgruppen
    type: steering
    level: regional
    status: active
    ```

    ```yaml registry/meetings/styrgruppen/2031-02-20.yaml
    id: styrgruppen-2031-02-20
    group: styrgruppen
    status: held
    date: 2031-02-20
    items:
      - id: bemanning
        heading: Bemanning
        type: decision
    ```

    Right:

    ```yaml registry/groups/exempelgruppen.yaml
    id: exempelgruppen
    name: Exempelgruppen
    type: consultation
    level: regional
    status: decided
    members:
      - side: region
        function: enhetschef
        seated:
          meeting: styrgruppen-2031-02-20
          item: bemanning
    ```

    ```yaml registry/groups/styrgruppen.yaml
    id: styrgruppen
    name: Styrgruppen
    type: steering
    level: regional
    status: active
    ```

    ```yaml registry/meetings/styrgruppen/2031-02-20.yaml
    id: styrgruppen-2031-02-20
    group: styrgruppen
    status: held
    date: 2031-02-20
    items:
      - id: bemanning
        heading: Bemanning
        type: decision
    ```
    """
    for record in registry.entities:
        for route, cited in parts_with(record.entity, ("meeting", "item")):
            if not isinstance(cited, AtItem):
                continue
            meeting = registry.get(Meeting, cited.meeting)
            if meeting and meeting.entity.status == "cancelled":
                yield Problem(
                    record.at(*route, "meeting"),
                    N_("`{meeting}` was cancelled, and decided nothing"),
                    help=N_("cite the meeting that decided it"),
                    related=((meeting.at("status"), N_("it was cancelled here")),),
                    meeting=meeting.id,
                )
                continue
            if meeting is None or not cited.item or not meeting.entity.items:
                continue
            items = [item.id for item in meeting.entity.items]
            if cited.item not in items:
                yield Problem(
                    record.at(*route, "item"),
                    N_("`{meeting}` has no item `{item}`"),
                    help=N_("it has {items}"),
                    related=((meeting.key("items"), N_("its items stand here")),),
                    meeting=meeting.id,
                    item=cited.item,
                    items=", ".join(f"`{item}`" for item in items),
                )
