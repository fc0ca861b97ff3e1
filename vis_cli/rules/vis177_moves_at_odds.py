"""VIS177: what is noted of a meeting's notice or moves does not agree with the meeting."""

from collections.abc import Iterator
from itertools import pairwise

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.model.meeting import Meeting
from vis_cli.registry import Record, Registry


@rule()
def moves_at_odds(registry: Registry) -> Iterator[Problem]:
    """A meeting that was called is still said to be planned, or its moves do not lead from one day to the other.

    *Det som är noterat om mötets kallelse eller flyttningar stämmer inte med mötet.*

    Once the notice is sent the meeting is called (003:34). The id holds the day that was first planned, and each move
    what held before it; so the first of them begins at the day of the id, and each changes something.

    Wrong:

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: planned   # VIS177
    date: 2031-02-20
    notice:
      sent: 2031-02-06
    ```

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: planned
    date: 2031-02-27
    moves:
      - date: 2031-02-19   # VIS177
        reason: Lokalen var upptagen
    ```

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: planned
    date: 2031-02-27
    start: "14:00"
    moves:
      - date: 2031-02-20
        start: "14:00"
        reason: Lokalen var upptagen
      - date: 2031-02-27   # VIS177
        start: "14:00"
        reason: Lokalen var upptagen
    ```

    Right:

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: called
    date: 2031-02-27
    start: "13:00"
    moves:
      - date: 2031-02-20
        start: "14:00"
        reason: Lokalen var upptagen
      - date: 2031-02-27
        start: "14:00"
        reason: Flera måste resa tidigt
    notice:
      sent: 2031-02-06
    ```
    """
    for record in registry.all(Meeting):
        meeting = record.entity
        if meeting.notice and meeting.status == "planned":
            yield Problem(
                record.at("status"),
                N_("the notice was sent on {sent}, but the status is `planned`"),
                help=N_("write `status: called`, or remove the notice"),
                related=((record.key("notice"), N_("the notice")),),
                sent=meeting.notice.sent,
            )
        first = record.id[-10:]
        if meeting.moves and str(meeting.moves[0].date) != first and meeting.id == record.id:
            yield Problem(
                record.at("moves", 0, "date"),
                N_("the first move begins on {date}, but the meeting was first planned for {first}"),
                help=N_("write the day that it was moved from, which its id holds"),
                date=meeting.moves[0].date,
                first=first,
            )
        yield from _idle(record)


def _idle(record: Record[Meeting]) -> Iterator[Problem]:
    """Moves after which everything is as before, as far as is known."""
    meeting = record.entity
    held = [*meeting.moves, meeting]
    for index, (before, after) in enumerate(pairwise(held)):
        known = [(getattr(before, key), getattr(after, key)) for key in ("date", "start", "end", "form", "place")]
        if all(old == new for old, new in known):
            yield Problem(
                record.at("moves", index, "date"),
                N_("this move changes nothing"),
                help=N_("write what held before it, or remove it"),
            )
