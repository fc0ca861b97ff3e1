"""VIS307: a called meeting got another day, time or place, and no move is recorded."""

from collections.abc import Iterator

from vis_cli.check import Problem, change_rule
from vis_cli.errors import N_
from vis_cli.model.meeting import Meeting
from vis_cli.registry import Registry

_KEYS = ("date", "start", "end", "form", "place")


@change_rule(severity="error")
def moved_without_a_record(before: Registry, after: Registry) -> Iterator[Problem]:
    """A meeting that was called has another day, time, form or place, and no move is recorded.

    *Ett kallat möte har fått en annan dag, tid, form eller plats utan att flytten är noterad.*

    Those who were called have the old day in their calendars. A calendar takes a change only if the count of moves has
    grown, and those who ask why must find the reason (003:117-118). So `moves` is only ever added to, as `vis meeting
    move` does. What was not known before may be filled in.

    Wrong:

    ```before registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: called
    date: 2031-02-20
    ```

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: called
    date: 2031-02-27   # VIS307
    reason: Lokalen var upptagen
    ```

    ```before registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: planned
    date: 2031-02-27
    moves:
      - date: 2031-02-20
        reason: Lokalen var upptagen
    ```

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20   # VIS307
    group: exempelgruppen
    status: planned
    date: 2031-02-27
    ```

    Right:

    ```before registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: called
    date: 2031-02-20
    ```

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: called
    date: 2031-02-27
    place: Exempelsalen
    moves:
      - date: 2031-02-20
        reason: Lokalen var upptagen
    ```
    """
    for old in before.all(Meeting):
        new = after.get(Meeting, old.id)
        if new is None:
            continue
        was, now = old.entity, new.entity
        if len(now.moves) < len(was.moves):
            yield Problem(
                new.key("moves") if now.moves else new.at("id"),
                N_("a move that was recorded has been taken away"),
                help=N_("put it back; what is wrong of it is corrected where it stands"),
                related=((old.key("moves"), N_("it stood here")),),
            )
            continue
        if was.status != "called":
            continue
        recorded = now.moves[len(was.moves) :]
        for key in _KEYS:
            before_it = getattr(was, key)
            if before_it not in (None, getattr(now, key)) and all(getattr(m, key) != before_it for m in recorded):
                yield Problem(
                    new.at(key) if getattr(now, key) else new.at("id"),
                    N_("the meeting was called for `{before}`, and now it says `{after}`; no move is recorded"),
                    help=N_("`vis meeting move {id} … --reason …` records it; put back what stood here first"),
                    related=((old.at(key), N_("as it was called")),),
                    before=before_it,
                    after=getattr(now, key) or "–",
                    id=new.id,
                )
