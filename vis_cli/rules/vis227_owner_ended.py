"""VIS227: an agreement is owned by a group outside the group's time."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.terms import certain, possible
from vis_cli.model.agreement import Agreement
from vis_cli.model.group import Group
from vis_cli.registry import Registry


@rule()
def owner_ended(registry: Registry) -> Iterator[Problem]:
    """A group answers for an agreement when it does not exist.

    *En grupp anges som förvaltare under en tid då gruppen inte finns.*

    No forum is wound up before every task of it has been taken over (000:544-545). A group that has ended must have
    handed over the agreement by then.

    Wrong:

    ```yaml agreements/exempelavtalet/agreement.yaml
    id: exempelavtalet
    title: Exempel på samverkan
    type: agreement
    owners:
      - group: exempelgruppen   # VIS227
    ```

    ```yaml registry/groups/exempelgruppen.yaml
    id: exempelgruppen
    name: Exempelgruppen
    type: steering
    level: regional
    status: discontinued
    until: 2031-03-31
    ```

    ```yaml agreements/exempelavtalet/agreement.yaml
    id: exempelavtalet
    title: Exempel på samverkan
    type: agreement
    owners:
      - group: exempelgruppen   # VIS227
        from: 2031-01-01
    ```

    ```yaml registry/groups/exempelgruppen.yaml
    id: exempelgruppen
    name: Exempelgruppen
    type: steering
    level: regional
    status: active
    from: 2031-02-01
    ```

    Right:

    ```yaml agreements/exempelavtalet/agreement.yaml
    id: exempelavtalet
    title: Exempel på samverkan
    type: agreement
    owners:
      - group: exempelgruppen
        until: 2031-03-31
    ```

    ```yaml registry/groups/exempelgruppen.yaml
    id: exempelgruppen
    name: Exempelgruppen
    type: steering
    level: regional
    status: discontinued
    until: 2031-03-31
    ```
    """
    for record in registry.all(Agreement):
        for index, ownership in enumerate(record.entity.owners):
            group = registry.get(Group, ownership.group)
            if group is None:
                continue
            owned, alive, place = certain(ownership), possible(group.entity), record.at("owners", index, "group")
            gone = group.entity.until is not None and owned.last > alive.last
            if gone or (group.entity.status == "discontinued" and ownership.until is None):
                yield Problem(
                    place,
                    N_("`{group}` answers for the agreement after it has ended"),
                    help=N_("write `until:` here, and the group that took over"),
                    related=((group.at("until" if group.entity.until else "status"), N_("it has ended")),),
                    group=group.id,
                )
            elif ownership.since and group.entity.since and owned.first < alive.first:
                yield Problem(
                    place,
                    N_("`{group}` answers for the agreement from {since}, before it began"),
                    help=N_("correct one of the dates, or name the group that it took over from"),
                    related=((group.at("from"), N_("it began here")),),
                    group=group.id,
                    since=ownership.since,
                )
