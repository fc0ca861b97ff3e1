"""VIS211: a group is discontinued while one of its responsibilities rests on nobody."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_, Word
from vis_cli.facts.establishment import can_take_over, takes_over_too_late
from vis_cli.model.group import Group, Responsibility
from vis_cli.registry import Place, Record, Registry


@rule()
def responsibility_not_taken_over(registry: Registry) -> Iterator[Problem]:
    """A group is discontinued while one of its responsibilities rests on nobody.

    *En grupp är avvecklad innan alla dess ansvarsområden är omhändertagna.*

    No forum is discontinued until it is certain that each of its responsibilities has been taken over: by a group
    that is established, or by the secretariat. A group that lists none can show nothing of the kind, which is a
    warning. (000:532-534, 544-545)

    Wrong:

    ```yaml registry/groups/exempelforum.yaml
    id: exempelforum
    name: Exempelforum
    type: forum
    level: regional
    status: discontinued
    responsibilities:
      - id: exempelansvaret   # VIS211
        text: Samverkan om exempel
      - id: provansvaret
        text: Samverkan om prov
        takers: [exempelgruppen]   # VIS211
    ```

    ```yaml registry/groups/exempelgruppen.yaml
    id: exempelgruppen
    name: Exempelgruppen
    type: consultation
    level: regional
    status: establishing
    ```

    ```yaml registry/groups/provforum.yaml
    id: provforum
    name: Provforum
    type: forum
    level: regional
    status: discontinued   # VIS211
    ```

    Right:

    ```yaml registry/groups/exempelforum.yaml
    id: exempelforum
    name: Exempelforum
    type: forum
    level: regional
    status: discontinued
    reached: {on: 2031-02-19, decision: "Exempelstyrgruppen 2031-02-19, punkt 5"}
    responsibilities:
      - id: exempelansvaret
        text: Samverkan om exempel
        takers: [exempelgruppen, exempelsekretariatet]
    ```

    ```yaml registry/groups/exempelgruppen.yaml
    id: exempelgruppen
    name: Exempelgruppen
    type: consultation
    level: regional
    status: establishing
    ```

    ```yaml registry/groups/exempelsekretariatet.yaml
    id: exempelsekretariatet
    name: Exempelsekretariatet
    type: secretariat
    level: regional
    status: active
    ```
    """
    for record in registry.all(Group):
        group = record.entity
        if group.status != "discontinued":
            continue
        if group.type == "forum" and not group.responsibilities:
            yield Problem(
                record.at("status"),
                N_("`{id}` is discontinued, but it is not known what it answered for"),
                help=N_("list its `responsibilities`, each with its `takers`"),
                severity="warning",
                id=record.id,
            )
        for index, responsibility in enumerate(group.responsibilities):
            yield from _untaken(registry, record, index, responsibility)


def _untaken(
    registry: Registry, record: Record[Group], index: int, responsibility: Responsibility
) -> Iterator[Problem]:
    named = dict.fromkeys((*responsibility.takers, *(entry.to for entry in responsibility.handovers)))
    group, takers = record.entity, [registry.get(Group, id) for id in named]
    known = [taker for taker in takers if taker is not None]
    if len(known) < len(takers) and not any(can_take_over(taker.entity) for taker in known):
        return  # one of them does not exist, or could not be read; that is reported
    ready = [taker for taker in known if can_take_over(taker.entity)]
    at: Place = record.at("responsibilities", index, "takers" if responsibility.takers else "handovers", 0)
    if not takers:
        yield Problem(
            record.at("responsibilities", index, "id"),
            N_("`{id}` is discontinued, but nobody takes over `{responsibility}`"),
            help=N_("name who takes it over in `takers`; until then the group goes on"),
            id=record.id,
            responsibility=responsibility.id,
        )
    elif not ready:
        yield Problem(
            at,
            N_("`{id}` is discontinued, but `{taker}`, which takes over `{responsibility}`, has the status {status}"),
            help=N_("the group goes on until somebody who is established takes over"),
            related=tuple((taker.at("status"), N_("this is its status")) for taker in known[:3]),
            id=record.id,
            taker=known[0].id,
            status=Word(known[0].entity.status),
            responsibility=responsibility.id,
        )
    elif all(takes_over_too_late(group, taker.entity) for taker in ready):
        yield Problem(
            record.at("responsibilities", index, "takers" if responsibility.takers else "handovers"),
            N_("`{id}` ended {until}, before `{taker}`, which takes over `{responsibility}`, was there"),
            help=N_("correct one of the dates, or name who answered for it meanwhile"),
            related=((ready[0].at("status"), N_("this group")),),
            id=record.id,
            until=group.until,
            taker=ready[0].id,
            responsibility=responsibility.id,
        )
