"""VIS138: who presents an item is not noted as present."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.meetings import is_held
from vis_cli.model.meeting import Meeting
from vis_cli.model.person import Person
from vis_cli.registry import Registry


@rule(severity="warning")
def presenter_not_there(registry: Registry) -> Iterator[Problem]:
    """A person presents an item, but is not among those present.

    *Den som föredrar en punkt finns inte bland de närvarande.*

    Everybody who presents is listed with those present (003:3-12, 003:18); either the attendance or the presenter is
    wrong.

    Wrong:

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
    items:
      - id: information
        heading: Exempel
        type: information
        presenters:
          - prov-person   # VIS138
    ```

    ```yaml registry/people.yaml
    prov-person:
      name: Prov Person
      posts:
        - title: direktör
          organisation: exempelregionen
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
    items:
      - id: information
        heading: Exempel
        type: information
        presenters:
          - exempel-person
          - provgruppen
    ```

    ```yaml registry/people.yaml
    prov-person:
      name: Prov Person
      posts:
        - title: direktör
          organisation: exempelregionen
    ```
    """
    for record in registry.all(Meeting):
        meeting = record.entity
        if not is_held(meeting) or not meeting.attendance:
            continue
        present = {attendance.person for attendance in meeting.attendance if attendance.present is not False}
        for i, item in enumerate(meeting.items):
            for j, presenter in enumerate(item.presenters):
                if presenter not in present and registry.get(Person, presenter):
                    yield Problem(
                        record.at("items", i, "presenters", j),
                        N_("`{person}` presents the item, but is not noted as present"),
                        help=N_("add the person to `attendance:`, or correct who presented"),
                        person=presenter,
                    )
