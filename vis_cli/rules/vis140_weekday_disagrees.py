"""VIS140: the weekday of a meeting is not that of its date."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_, Word
from vis_cli.facts.days import WEEKDAYS
from vis_cli.model.meeting import Meeting
from vis_cli.registry import Registry


@rule()
def weekday_disagrees(registry: Registry) -> Iterator[Problem]:
    """The weekday that is stated for a meeting is not the weekday of its date.

    *Mötets veckodag stämmer inte med datumet.*

    Minutes print both (003:2); where they disagree, half of those invited come on the wrong day.

    Wrong:

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: held
    date: 2031-02-20
    weekday: friday   # VIS140
    ```

    Right:

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: held
    date: 2031-02-20
    weekday: thursday
    ```
    """
    for record in registry.all(Meeting):
        meeting = record.entity
        actual = WEEKDAYS[meeting.date.weekday()]
        if meeting.weekday and meeting.weekday != actual:
            yield Problem(
                record.at("weekday"),
                N_("{date} is a {actual}, not a {stated}"),
                help=N_("correct the date or the weekday, whichever is wrong"),
                related=((record.at("date"), N_("the date")),),
                date=meeting.date,
                actual=Word(actual),
                stated=Word(meeting.weekday),
            )
