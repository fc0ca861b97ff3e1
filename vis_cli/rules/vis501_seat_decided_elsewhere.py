"""VIS501: a seat in a consultation group or the secretariat cites a meeting of another body than the officials'."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.bodies import is_officials
from vis_cli.facts.restaffing import goes_on
from vis_cli.facts.terms import possible
from vis_cli.model.citing import AtItem
from vis_cli.model.group import Group
from vis_cli.model.meeting import Meeting
from vis_cli.registry import Record, Registry


@rule()
def seat_decided_elsewhere(registry: Registry) -> Iterator[Problem]:
    """A seat in a consultation group or the secretariat was decided by another body than the officials' steering group.

    *En plats i en samrådsgrupp eller sekretariatet är beslutad av en annan grupp än tjänstestyrgruppen.*

    Changes of how the consultation groups and the joint secretariat are composed are matters of the steering group of
    officials (000:594-595, 621-622). A group constitutes itself and gives those who sit in it their roles (000:616), so
    somebody who sits in it already, and goes on for the same side, may cite a meeting of the group.

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
        seated: {meeting: exempelgruppen-2031-02-20, item: val}   # VIS501
    ```

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: held
    date: 2031-02-20
    items: [{id: val, heading: Val, type: decision}]
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
        until: 2031-02-19
      - role: chair
        side: region
        function: enhetschef
        seated: {meeting: exempelgruppen-2031-02-20, item: val}
        from: 2031-02-20
    ```

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: held
    date: 2031-02-20
    items: [{id: val, heading: Val, type: decision}]
    ```
    """
    for record in registry.all(Group):
        if record.entity.type not in ("consultation", "secretariat"):
            continue
        for index, seat in enumerate(record.entity.members):
            for key, cited in (("seated", seat.seated), ("ended", seat.ended)):
                body = _other_body(registry, record, index, key, cited)
                if cited and body:
                    yield Problem(
                        record.at("members", index, key, "meeting"),
                        N_("a seat in `{id}` is decided by the steering group of officials, and this is of `{body}`"),
                        help=N_("cite the item of the steering group of officials"),
                        id=record.id,
                        body=body.id,
                    )


def _other_body(
    registry: Registry, group: Record[Group], index: int, key: str, cited: AtItem | None
) -> Record[Group] | None:
    """The body whose meeting is cited, where it cannot decide on the seat."""
    meeting = registry.get(Meeting, cited.meeting) if cited else None
    body = registry.get(Group, meeting.entity.group) if meeting else None
    if body is None or is_officials(body.entity):
        return None
    return None if body.id == group.id and _only_a_role(registry, group, index, key) else body


def _only_a_role(registry: Registry, group: Record[Group], index: int, key: str) -> bool:
    """Whether the holder sat there until then in another seat, or does so after it: one that the group did not give."""
    members = group.entity.members
    own, others = members[index], [seat for number, seat in enumerate(members) if number != index]
    if key == "ended":
        return any(goes_on(own, other) for other in others)
    seen, known = [own], [own]
    while known:  # back from role to role, to a seat that the group itself has not given
        first = known.pop()
        for other in others:
            if other not in seen and goes_on(other, first) and possible(other).first < possible(first).first:
                if not (other.seated and _is_of(registry, other.seated, group)):
                    return True
                seen.append(other)
                known.append(other)
    return False


def _is_of(registry: Registry, cited: AtItem, group: Record[Group]) -> bool:
    meeting = registry.get(Meeting, cited.meeting)
    return meeting is not None and meeting.entity.group == group.id
