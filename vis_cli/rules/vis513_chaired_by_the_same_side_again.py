"""VIS513: the same side chaired two meetings in a row, although the chair alternates."""

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise

from vis_cli.check import Problem, rule
from vis_cli.errors import N_, Word
from vis_cli.facts.chairs import chaired
from vis_cli.model.group import Group
from vis_cli.registry import Registry


@rule(severity="warning")
def chaired_by_the_same_side_again(registry: Registry) -> Iterator[Problem]:
    """The same side chaired two meetings in a row, in a body whose chair alternates between the sides.

    *Samma sida var ordförande två möten i rad, trots att ordförandeskapet växlar.*

    The chair alternates between the region's administration and the association of the municipalities, every second
    time. Only bodies with `alternates` are asked, and only meetings whose chair is noted. (000:89-90, 136-137)

    Wrong:

    ```yaml registry/organisations.yaml
    region-exempel:
      name: Region Exempel
      type: principal
      side: region
    ```

    ```yaml registry/people.yaml
    ann-exempel:
      name: Ann Exempel
      posts:
        - title: chef
          organisation: region-exempel
    ```

    ```yaml registry/groups/exempelgruppen.yaml
    id: exempelgruppen
    name: Exempelgruppen
    type: consultation
    level: regional
    status: establishing
    alternates: true
    ```

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: held
    date: 2031-02-20
    attendance:
      - person: ann-exempel
        capacity: region
        present: true
        role: chair
    ```

    ```yaml registry/meetings/exempelgruppen/2031-05-20.yaml
    id: exempelgruppen-2031-05-20
    group: exempelgruppen
    status: held
    date: 2031-05-20
    attendance:
      - person: ann-exempel
        capacity: region
        present: true
        role: chair   # VIS513
    ```

    Right:

    ```yaml registry/organisations.yaml
    region-exempel:
      name: Region Exempel
      type: principal
      side: region
    ```

    ```yaml registry/people.yaml
    ann-exempel:
      name: Ann Exempel
      posts:
        - title: chef
          organisation: region-exempel
    ```

    ```yaml registry/groups/exempelgruppen.yaml
    id: exempelgruppen
    name: Exempelgruppen
    type: consultation
    level: regional
    status: establishing
    ```

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: held
    date: 2031-02-20
    attendance:
      - person: ann-exempel
        capacity: region
        present: true
        role: chair
    ```

    ```yaml registry/meetings/exempelgruppen/2031-05-20.yaml
    id: exempelgruppen-2031-05-20
    group: exempelgruppen
    status: held
    date: 2031-05-20
    attendance:
      - person: ann-exempel
        capacity: region
        present: true
        role: chair
    ```
    """
    for record in registry.all(Group):
        if not record.entity.alternates:
            continue
        held = chaired(registry, record.id, dt.date.max)
        for before, one in pairwise(held):
            if not one.again:
                continue
            chairs = [i for i, item in enumerate(one.meeting.entity.attendance) if item.role == "chair"]
            yield Problem(
                one.meeting.at("attendance", chairs[0], "role"),
                N_("the {side} chaired this meeting and the one before, {date}"),
                help=N_("the chair of `{id}` alternates: see to it that the other side chairs the next meeting"),
                related=((before.meeting.at("date"), N_("the meeting before")),),
                side=Word(str(one.side)),
                date=before.meeting.entity.date,
                id=record.id,
            )
