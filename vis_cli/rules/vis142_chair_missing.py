"""VIS142: a held meeting has no chair, an absent one, or two."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.meetings import is_held
from vis_cli.model.meeting import Meeting
from vis_cli.registry import Registry


@rule()
def chair_missing(registry: Registry) -> Iterator[Problem]:
    """A meeting does not have exactly one chair who is present.

    *Mötet har inte exakt en närvarande ordförande.*

    Every meeting has a chair who is there (003:5). Before it is held, only two chairs are too many; and where nothing
    is known of who came, nobody is blamed for the chair.

    Wrong:

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: held
    date: 2031-02-20
    attendance:   # VIS142
      - person: exempel-person
        capacity: region
        present: true
    ```

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: held
    date: 2031-02-20
    attendance:
      - person: exempel-person
        capacity: region
        present: false   # VIS142
        role: chair
    ```

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: planned
    date: 2031-02-20
    attendance:
      - person: exempel-person
        capacity: region
        present: true
        role: chair
      - person: prov-person
        capacity: municipality
        present: true
        role: chair   # VIS142
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
    ```

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: held
    date: 2031-02-20
    ```
    """
    for record in registry.all(Meeting):
        meeting = record.entity
        chairs = [i for i, attendance in enumerate(meeting.attendance) if attendance.role == "chair"]
        if len(chairs) > 1:
            yield Problem(
                record.at("attendance", chairs[1], "role"),
                N_("`{person}` and `{other}` are both noted as chair"),
                help=N_("keep `role: chair` with the one who chaired"),
                related=((record.at("attendance", chairs[0], "role"), N_("the first one")),),
                person=meeting.attendance[chairs[1]].person,
                other=meeting.attendance[chairs[0]].person,
            )
        elif is_held(meeting) and chairs and meeting.attendance[chairs[0]].present is False:
            yield Problem(
                record.at("attendance", chairs[0], "present"),
                N_("`{person}` chaired the meeting, but is noted as absent"),
                help=N_("note who chaired instead, or correct the attendance"),
                person=meeting.attendance[chairs[0]].person,
            )
        elif is_held(meeting) and meeting.attendance and not chairs:
            help = N_("write `role: chair` with the one who chaired")
            yield Problem(record.key("attendance"), N_("nobody is noted as chair of the meeting"), help=help)
