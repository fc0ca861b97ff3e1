"""VIS503: a responsibility was handed over to a group that was not established on that day."""

import datetime as dt
from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_, Word
from vis_cli.facts.statuses import status_on, was
from vis_cli.model.group import Group, GroupStatus, Handover
from vis_cli.registry import Registry


@rule()
def handed_over_to_nobody_established(registry: Registry) -> Iterator[Problem]:
    """A responsibility was handed over to a group that was not established on that day, or to the group itself.

    *Ett ansvarsområde är överlämnat till en grupp som inte var etablerad den dagen.*

    It must be certain that what a forum answered for is taken care of: by a group that is established, or by the
    secretariat at work (000:532-534, 544-547). Who is only to take over is named in `takers`.

    Wrong:

    ```yaml registry/groups/exempelforum.yaml
    id: exempelforum
    name: Exempelforum
    type: forum
    level: regional
    status: active
    responsibilities:
      - id: exempelansvaret
        text: Samverkan om exempel
        handovers:
          - to: exempelgruppen   # VIS503
            on: 2031-02-20
    ```

    ```yaml registry/groups/exempelgruppen.yaml
    id: exempelgruppen
    name: Exempelgruppen
    type: consultation
    level: regional
    status: establishing
    ```

    Right:

    ```yaml registry/groups/exempelforum.yaml
    id: exempelforum
    name: Exempelforum
    type: forum
    level: regional
    status: active
    responsibilities:
      - id: exempelansvaret
        text: Samverkan om exempel
        handovers:
          - to: exempelsekretariatet
            on: 2031-02-20
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
        for i, responsibility in enumerate(record.entity.responsibilities):
            for j, handover in enumerate(responsibility.handovers):
                taker = registry.get(Group, handover.to)
                if taker is None or (taker.id != record.id and _could(taker.entity, handover)):
                    continue
                day = handover.on.latest if handover.on else dt.date.max
                status = status_on(taker.entity, day)
                yield Problem(
                    record.at("responsibilities", i, "handovers", j, "to"),
                    N_("`{responsibility}` is handed over to `{taker}`, which was not established then: {status}"),
                    help=N_("name in `takers` who is to take it over, and hand it over once the group is established"),
                    related=((taker.at("status"), N_("this is its status")),),
                    responsibility=responsibility.id,
                    taker=taker.id,
                    status=Word(status[0] if status else N_("not there yet")),
                )


def _could(taker: Group, handover: Handover) -> bool:
    """Whether it can have been established on the day, as far as the dates tell."""
    ready: tuple[GroupStatus, ...] = ("established", "active") if taker.type == "secretariat" else ("established",)
    if not any(was(taker, status) for status in ready):
        return False
    if handover.on is None or handover.on.latest == dt.date.max:
        return True
    first, last = (status_on(taker, day) for day in (handover.on.earliest, handover.on.latest))
    return any(found is not None and (not found[1] or found[0] in ready) for found in (first, last))
