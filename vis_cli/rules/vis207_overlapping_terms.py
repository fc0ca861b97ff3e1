"""VIS207: a person sits twice in a group at once, or a side has two chairs."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_, Word
from vis_cli.facts.stretches import clashes
from vis_cli.facts.terms import Period, certain
from vis_cli.model.group import Group
from vis_cli.registry import Registry


@rule()
def overlapping_terms(registry: Registry) -> Iterator[Problem]:
    """A person sits twice in a group at once, or a side has two chairs.

    *En person har två platser i en grupp samtidigt, eller en sida har två ordförande.*

    Who chaired on a day must have one answer, and a person counts once. Each side may have a chair of its own; where
    the group says that the chair alternates, more may be listed. (000:89-90, 616)

    Wrong:

    ```yaml registry/groups/exempelgruppen.yaml
    id: exempelgruppen
    name: Exempelgruppen
    type: steering
    level: regional
    status: active
    members:
      - role: chair
        side: region
        until: 2031-06-30
      - role: chair   # VIS207
        side: region
        from: 2031-06-30
      - side: municipality
        person: exempel-person
      - side: municipality
        person: exempel-person   # VIS207
        from: "2031"
    ```

    ```yaml registry/people.yaml
    exempel-person:
      name: Exempel Person
      posts: [{title: direktör, organisation: exempelby-kommun}]
    ```

    ```yaml registry/organisations.yaml
    exempelby-kommun:
      name: Exempelby kommun
      type: principal
      side: municipality
    ```

    Right:

    ```yaml registry/groups/exempelgruppen.yaml
    id: exempelgruppen
    name: Exempelgruppen
    type: steering
    level: regional
    status: active
    members:
      - role: chair
        side: region
        until: 2031-06-30
      - role: chair
        side: region
        from: 2031-07-01
      - role: chair
        side: municipality
    ```
    """
    for record in registry.all(Group):
        group = record.entity
        sitting: dict[str, list[tuple[int, Period]]] = {}
        chairing: dict[str, list[tuple[int, Period]]] = {}
        for index, seat in enumerate(group.members):
            if seat.person:
                sitting.setdefault(seat.person, []).append((index, certain(seat)))
            if seat.role == "chair" and not group.alternates:
                chairing.setdefault(seat.side, []).append((index, certain(seat)))
        twice = set()
        for person, seats in sitting.items():
            for one, other, _ in clashes(seats):
                twice.add(frozenset((one, other)))
                yield Problem(
                    record.at("members", other, "person"),
                    N_("`{person}` sits twice in `{id}` at once"),
                    help=N_("keep one seat, or end the first before the second begins"),
                    related=((record.at("members", one, "person"), N_("the other seat")),),
                    person=person,
                    id=record.id,
                )
        for side, seats in chairing.items():
            for one, other, _ in clashes(seats):
                if frozenset((one, other)) not in twice:
                    yield Problem(
                        record.at("members", other, "role"),
                        N_("`{id}` has two chairs at once for one side: {side}"),
                        help=N_("end the first before the second begins, or write `alternates: true`"),
                        related=((record.at("members", one, "role"), N_("the other chair")),),
                        id=record.id,
                        side=Word(side),
                    )
