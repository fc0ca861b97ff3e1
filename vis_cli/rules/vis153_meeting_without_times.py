"""VIS153: it is not known when a meeting begins and ends."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.meetings import is_called
from vis_cli.model.meeting import Meeting
from vis_cli.registry import Registry


@rule(severity="gap", gap=N_("{count} of {total} meetings without the time that they begin or end"))
def meeting_without_times(registry: Registry) -> Iterator[Problem]:
    """It is not known when a meeting begins or ends.

    *Mötets start- eller sluttid är inte känd.*

    The notice and the minutes print both (003:2, 003:118). A meeting that is only planned needs neither.

    Wrong:

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: called
    date: 2031-02-20   # VIS153
    start: "14:00"
    ```

    Right:

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: held
    date: 2031-02-20
    start: "14:00"
    end: "16:00"
    ```

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: planned
    date: 2031-02-20
    ```
    """
    called = [record for record in registry.all(Meeting) if is_called(record.entity)]
    for record in called:
        if not record.entity.start or not record.entity.end:
            help = N_('write `start: "14:00"` and `end: "16:00"`')
            message = N_("it is not known when the meeting begins and ends")
            yield Problem(record.at("date"), message, help=help, total=len(called))
