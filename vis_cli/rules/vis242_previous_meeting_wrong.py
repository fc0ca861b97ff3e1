"""VIS242: the previous meeting is not earlier, of another body, or not the last one before."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.meetings import neighbours
from vis_cli.model.meeting import Meeting
from vis_cli.registry import Registry


@rule()
def previous_meeting_wrong(registry: Registry) -> Iterator[Problem]:
    """The previous meeting is not the one that the body had before this one.

    *Föregående möte är inte organets senaste möte före detta.*

    It must be of the same body, earlier, and the last one before (003:15-16); a cancelled meeting does not count.
    Where the meeting before names another as its next, one that was put in between later explains it.

    Wrong:

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: held
    date: 2031-02-20
    previous: exempelgruppen-2031-05-20   # VIS242
    ```

    ```yaml registry/meetings/exempelgruppen/2031-05-20.yaml
    id: exempelgruppen-2031-05-20
    group: exempelgruppen
    status: held
    date: 2031-05-20
    ```

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: held
    date: 2031-02-20
    previous: exempelgruppen-2030-11-19   # VIS242
    ```

    ```yaml registry/meetings/exempelgruppen/2030-11-19.yaml
    id: exempelgruppen-2030-11-19
    group: exempelgruppen
    status: held
    date: 2030-11-19
    ```

    ```yaml registry/meetings/exempelgruppen/2031-01-15.yaml
    id: exempelgruppen-2031-01-15
    group: exempelgruppen
    status: held
    date: 2031-01-15
    ```

    Right:

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: held
    date: 2031-02-20
    previous: exempelgruppen-2030-11-19
    ```

    ```yaml registry/meetings/exempelgruppen/2030-11-19.yaml
    id: exempelgruppen-2030-11-19
    group: exempelgruppen
    status: held
    date: 2030-11-19
    ```

    ```yaml registry/meetings/exempelgruppen/2031-01-15.yaml
    id: exempelgruppen-2031-01-15
    group: exempelgruppen
    status: cancelled
    date: 2031-01-15
    reason: Sjukdom
    ```
    """
    around = neighbours(registry)
    for record in registry.all(Meeting):
        meeting, other = record.entity, registry.get(Meeting, record.entity.previous)
        if other is None:
            continue
        nearest = around[record.id].previous
        if other.entity.group != meeting.group:
            message, place = N_("the previous meeting is of `{other}`, but this one of `{group}`"), other.at("group")
        elif other.entity.date >= meeting.date:
            message, place = N_("the previous meeting is on {other_date}, this one on {date}"), other.at("date")
        elif nearest is not None and nearest.entity.date > other.entity.date:
            message, place = N_("the previous meeting is on {other_date}, but one was on {nearest}"), nearest.at("date")
        else:
            continue
        yield Problem(
            record.at("previous"),
            message,
            help=N_("name the meeting that the body had before this one"),
            related=((place, N_("it stands here")),),
            group=meeting.group,
            other=other.entity.group,
            date=meeting.date,
            other_date=other.entity.date,
            nearest=nearest.entity.date if nearest else "",
        )
