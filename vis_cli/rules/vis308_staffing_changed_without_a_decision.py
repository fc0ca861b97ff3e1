"""VIS308: somebody came to a consultation group or the secretariat, or left it, and no decision is cited."""

from collections.abc import Iterator

from vis_cli.check import Problem, change_rule
from vis_cli.errors import N_
from vis_cli.facts.bodies import staffed_by_decision
from vis_cli.facts.restaffing import restaffing
from vis_cli.model.group import Group, Seat
from vis_cli.registry import Record, Registry


@change_rule(severity="error")
def staffing_changed_without_a_decision(before: Registry, after: Registry) -> Iterator[Problem]:
    """Somebody came to a consultation group or the secretariat, or left it, and no item of the officials is cited.

    *En samrådsgrupps eller sekretariatets bemanning har ändrats utan att en punkt hos tjänstestyrgruppen anges.*

    Changes of how the consultation groups and the joint secretariat are composed and staffed are matters of the
    steering group of officials (000:594-595, 621-622). So a new seat says in `seated` which item decided on it, and one
    that ends in `ended`. Not meant are roles, which a group gives to its members itself (000:616), a name that was not
    known and is filled in, and what a source states has been so: then cite the source. A group that is only proposed,
    or new in the register, is not blamed.

    Wrong:

    ```before registry/groups/exempelgruppen.yaml
    id: exempelgruppen
    name: Exempelgruppen
    type: consultation
    level: regional
    status: decided
    members:
      - side: region
        function: enhetschef
    ```

    ```yaml registry/groups/exempelgruppen.yaml
    id: exempelgruppen
    name: Exempelgruppen
    type: consultation
    level: regional
    status: decided
    members:
      - side: region
        function: enhetschef
        until: 2031-02-28   # VIS308
      - side: region   # VIS308
        function: avdelningschef
        from: 2031-03-01
    ```

    Right:

    ```before registry/groups/exempelgruppen.yaml
    id: exempelgruppen
    name: Exempelgruppen
    type: consultation
    level: regional
    status: decided
    members:
      - side: region
        function: enhetschef
      - side: municipality
        function: socialdirektör
    ```

    ```yaml registry/groups/exempelgruppen.yaml
    id: exempelgruppen
    name: Exempelgruppen
    type: consultation
    level: regional
    status: decided
    members:
      - side: region
        function: enhetschef
        ended: {meeting: styrgruppen-2031-02-20, item: bemanning}
        until: 2031-02-28
      - side: municipality
        function: socialdirektör
        until: 2031-02-28
      - role: chair
        side: municipality
        function: socialdirektör
        from: 2031-03-01
      - side: region
        function: avdelningschef
        seated: {meeting: styrgruppen-2031-02-20, item: bemanning}
        from: 2031-03-01
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
    items: [{id: bemanning, heading: Bemanning, type: decision}]
    ```
    """
    for old in before.all(Group):
        new = after.get(Group, old.id)
        if new is None or not staffed_by_decision(new.entity):
            continue
        changed = restaffing(old.entity, new.entity)
        for index in changed.came:
            seat = new.entity.members[index]
            if not (seat.seated and seat.seated.item) and not seat.sources:
                yield _problem(new, N_("somebody comes to `{id}`, and no item that decided it is cited"), index, "side")
        for was, index in changed.ended:
            seat = new.entity.members[index]
            if not (seat.ended and seat.ended.item) and not _news(old.entity.members[was], seat):
                yield _problem(new, N_("somebody leaves `{id}`, and no item that decided it is cited"), index, "until")


def _news(old: Seat, new: Seat) -> bool:
    """Whether a source was added, which states that it ended."""
    return bool(set(new.sources) - set(old.sources))


def _problem(group: Record[Group], message: str, index: int, key: str) -> Problem:
    return Problem(
        group.at("members", index, key),
        message,
        help=N_("cite the item of the steering group of officials in `{key}`; or, for what has been so, the source"),
        id=group.id,
        key="ended" if key == "until" else "seated",
    )
