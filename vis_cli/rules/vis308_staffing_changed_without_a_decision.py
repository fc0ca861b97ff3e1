"""VIS308: who sits in a consultation group or the secretariat was changed, and no decision is cited."""

from collections.abc import Iterator, Mapping

from vis_cli.check import Problem, change_rule
from vis_cli.errors import N_
from vis_cli.facts.bodies import staffed_by_decision
from vis_cli.facts.restaffing import Altered, restaffing
from vis_cli.model.group import Decided, Group, Seat
from vis_cli.model.meeting import Meeting
from vis_cli.registry import Record, Registry


@change_rule(severity="error")
def staffing_changed_without_a_decision(before: Registry, after: Registry) -> Iterator[Problem]:
    """Somebody came to a consultation group or the secretariat, or left it, and no item of the officials is cited.

    *En samrådsgrupps eller sekretariatets bemanning har ändrats utan att en punkt hos tjänstestyrgruppen anges.*

    Changes of how the consultation groups and the joint secretariat are composed and staffed are matters of the
    steering group of officials (000:594-595, 621-622). So a new seat says in `seated` which item decided on it, and one
    that ends in `ended`. So does a seat that passes to the other side or to another organisation, or whose days are
    changed: with an item that it did not cite before. Who comes back comes anew. A seat that begins before the meeting
    that it cites is warned of. A group that becomes one of another
    type, or is only proposed again, says in `reached` what decided it. Not meant are roles, which a group gives to its
    members itself (000:616), what was not known and is filled in, and what a source states has been so: then cite the
    source. A group that is only proposed, or new in the register, is not blamed.

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

    ```before registry/groups/exempelgruppen.yaml
    id: exempelgruppen
    name: Exempelgruppen
    type: consultation
    level: regional
    status: decided
    members:
      - side: region
        function: enhetschef
        until: 2031-02-28
      - side: region
        function: avdelningschef
        from: 2031-03-01
    ```

    ```yaml registry/groups/exempelgruppen.yaml
    id: exempelgruppen
    name: Exempelgruppen
    type: consultation
    level: regional
    status: proposed   # VIS308
    members:
      - side: region
        function: enhetschef
        until: 2031-02-28
      - side: municipality   # VIS308
        function: avdelningschef
        from: 2031-03-01
      - side: region   # VIS308
        function: enhetschef
        from: 2031-04-01
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
        if new is None or not (staffed_by_decision(old.entity) or staffed_by_decision(new.entity)):
            continue
        yield from _design(old.entity, new)
        changed = restaffing(old.entity, new.entity)
        for index in changed.came:
            seat = new.entity.members[index]
            if not (seat.seated and seat.seated.item) and not seat.sources:
                yield _problem(new, N_("somebody comes to `{id}`, and no item that decided it is cited"), index, "side")
            yield from _decided_later(after, new, index)
        for was, index in changed.ended:
            seat = new.entity.members[index]
            cited = (seat.ended and seat.ended.item) or _news(old.entity.members[was], seat)
            if not cited and new.entity.status != "discontinued":  # then all seats end by that decision
                yield _problem(new, N_("somebody leaves `{id}`, and no item that decided it is cited"), index, "until")
        for was, index, what in changed.altered:
            before_it, seat = old.entity.members[was], new.entity.members[index]
            if not _cited_anew(before_it, seat) and not _news(before_it, seat):
                yield _problem(new, _ALTERED[what], index, _KEYS[what])


_ALTERED: Mapping[Altered, str] = {
    "side": N_("a seat of `{id}` passes to the other side, and no item that decided it is cited"),
    "organisation": N_("a seat of `{id}` passes to another organisation, and no item that decided it is cited"),
    "since": N_("the first day of a seat of `{id}` is changed, and no item that decided it is cited"),
    "until": N_("the last day of a seat of `{id}` is changed, and no item that decided it is cited"),
}
_KEYS: Mapping[Altered, str] = {"side": "side", "organisation": "organisation", "since": "from", "until": "until"}


def _design(old: Group, new: Record[Group]) -> Iterator[Problem]:
    """That what its staffing was decided as is no longer so, without a decision: it would escape this rule."""
    now = new.entity
    if not staffed_by_decision(old) or (now.reached != old.reached and now.reached and _decided(now.reached)):
        return
    key = "type" if now.type != old.type else "status" if now.status == "proposed" else ""
    if key:
        yield Problem(
            new.at(key),
            N_("`{id}` is made another kind of group, or only proposed again, and no decision of it is cited"),
            help=N_("cite in `reached` what decided it: `on` and `at` or `decision`"),
            id=new.id,
        )


def _decided_later(registry: Registry, group: Record[Group], index: int) -> Iterator[Problem]:
    """That the meeting that is cited came after the seat began: it may confirm it, but did not decide on it before."""
    seat = group.entity.members[index]
    meeting = registry.get(Meeting, seat.seated.meeting) if seat.seated else None
    if meeting and seat.since and not seat.sources and seat.since.latest < meeting.entity.date:
        yield Problem(
            group.at("members", index, "from"),
            N_("a seat of `{id}` begins {since}, before the meeting that is cited, {date}"),
            help=N_("correct the day, or cite the item that decided it; or, for what has been so, the source"),
            severity="warning",
            id=group.id,
            since=seat.since,
            date=meeting.entity.date,
        )


def _decided(reached: Decided) -> bool:
    return bool((reached.at and reached.at.item) or reached.decision or reached.sources)


def _cited_anew(old: Seat, new: Seat) -> bool:
    """Whether an item is cited that was not cited before."""
    known = {(cited.meeting, cited.item) for cited in (old.seated, old.ended) if cited}
    return any(cited and cited.item and (cited.meeting, cited.item) not in known for cited in (new.seated, new.ended))


def _news(old: Seat, seat: Seat) -> bool:
    """Whether a source was added, which states that it is so."""
    return bool(set(seat.sources) - set(old.sources))


def _problem(group: Record[Group], message: str, index: int, key: str) -> Problem:
    return Problem(
        group.at("members", index, key),
        message,
        help=N_("cite the item of the steering group of officials in `{key}`; or, for what has been so, the source"),
        id=group.id,
        key="ended" if key == "until" else "seated",
    )
