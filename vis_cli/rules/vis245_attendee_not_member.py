"""VIS245: somebody takes part on a side's behalf without a seat in the body."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.bodies import seats_on
from vis_cli.facts.meetings import is_held
from vis_cli.model.group import Group
from vis_cli.model.meeting import Meeting
from vis_cli.model.person import is_forgotten
from vis_cli.registry import Registry

_SIDES = ("region", "municipality")


@rule()
def attendee_not_member(registry: Registry) -> Iterator[Problem]:
    """Somebody chairs, or takes part on a side's behalf, without being a member or a guest.

    *En person leder mötet eller företräder en part utan att vara ledamot eller adjungerad.*

    The members are those whom their side has named, and who can anchor a decision (000:246-247). For a chair this is
    an error (003:5), for others a warning. It is judged only where the holder of every seat on that day is known.

    Wrong:

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: held
    date: 2031-02-20
    attendance:
      - person: test-person   # VIS245
        capacity: region
        present: true
        role: chair
    ```

    ```yaml registry/groups/exempelgruppen.yaml
    id: exempelgruppen
    name: Exempelgruppen
    type: steering
    level: regional
    status: active
    members:
      - side: region
        person: exempel-person
      - side: municipality
        person: prov-person
    ```

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: held
    date: 2031-02-20
    attendance:
      - person: test-person   # VIS245
        capacity: municipality
        present: true
    ```

    ```yaml registry/groups/exempelgruppen.yaml
    id: exempelgruppen
    name: Exempelgruppen
    type: steering
    level: regional
    status: active
    members:
      - side: region
        person: exempel-person
      - side: municipality
        person: prov-person
    ```

    Right:

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: held
    date: 2031-02-20
    attendance:
      - person: exempel-person
        capacity: region
        present: true
        role: chair
      - person: test-person
        capacity: municipality
        present: true
        guest: true
      - person: demo-person
        capacity: secretariat
        present: true
    ```

    ```yaml registry/groups/exempelgruppen.yaml
    id: exempelgruppen
    name: Exempelgruppen
    type: steering
    level: regional
    status: active
    members:
      - side: region
        person: exempel-person
      - side: municipality
        person: prov-person
    ```
    """
    for record in registry.all(Meeting):
        meeting, group = record.entity, registry.get(Group, record.entity.group)
        if group is None or not is_held(meeting):
            continue
        seats = [seat for seat, _ in seats_on(registry, group.id, meeting.date)]
        if not seats or any(seat.person is None or is_forgotten(seat.person) for seat in seats):
            continue
        members = {seat.person for seat in seats}
        for index, attendance in enumerate(meeting.attendance):
            chairs = attendance.role == "chair"
            if attendance.guest or attendance.person in members or not (chairs or attendance.capacity in _SIDES):
                continue
            yield Problem(
                record.at("attendance", index, "person"),
                N_("`{person}` was no member of `{group}` on {date}"),
                help=N_("add the seat to the group, or write `guest: true`"),
                related=((group.key("members"), N_("the members")),),
                severity="error" if chairs else "warning",
                person=attendance.person,
                group=group.id,
                date=meeting.date,
            )
