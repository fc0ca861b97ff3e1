"""VIS144: a decision was made with one side only."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_, Word
from vis_cli.facts.meetings import decisions, is_held
from vis_cli.model.group import Group
from vis_cli.model.meeting import Meeting
from vis_cli.registry import Registry


@rule(severity="warning")
def one_sided_decision(registry: Registry) -> Iterator[Problem]:
    """A decision was made with only one of the two sides present.

    *Ett beslut har fattats när bara den ena huvudmannen var närvarande.*

    In a joint body the region and the municipalities are equal parties (000:244-245); what one of them decides alone
    is no joint decision.

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
      - id: decision
        heading: Exempel
        type: decision
        decisions:   # VIS144
          - id: beslut-1
            type: decides
            text: genomföra exemplet
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
      - person: prov-person
        capacity: municipality
        present: true
    items:
      - id: decision
        heading: Exempel
        type: decision
        decisions:
          - id: beslut-1
            type: decides
            text: genomföra exemplet
    ```
    """
    for record in registry.all(Meeting):
        meeting = record.entity
        group = registry.get(Group, meeting.group)
        made = next(decisions(meeting), None)
        if made is None or not is_held(meeting) or not meeting.attendance or (group and not group.entity.joint):
            continue
        there = {attendance.capacity for attendance in meeting.attendance if attendance.present is not False}
        for capacity, side in (("region", N_("the region")), ("municipality", N_("the municipalities"))):
            if capacity not in there:
                yield Problem(
                    record.key("items", made[0], "decisions"),
                    N_("this was decided with nobody present from {side}"),
                    help=N_("complete the attendance, or take the matter up again with both sides present"),
                    related=((record.key("attendance"), N_("the attendance")),),
                    side=Word(side),
                )
