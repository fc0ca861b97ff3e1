"""VIS172: the same thing stands twice on an agenda, or was dropped from it and is there."""

from collections.abc import Iterator
from itertools import groupby

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.matters import Key, key_of
from vis_cli.facts.meetings import is_called
from vis_cli.facts.origins import Named, origins
from vis_cli.registry import Registry


@rule()
def brought_twice(registry: Registry) -> Iterator[Problem]:
    """The same thing stands twice on an agenda, or was dropped from it and stands there all the same.

    *Samma sak står två gånger på dagordningen, eller är struken från den och står där ändå.*

    Two items that follow from one task, one forwarded item or one date of an agreement are one matter (003:49-56): it
    would be decided twice. Two people who fill the same agenda on two branches make this fault. Standing items follow
    from nothing but the body's own order, and are not compared.

    Wrong:

    ```yaml registry/meetings/exempelgruppen/2031-05-20.yaml
    id: exempelgruppen-2031-05-20
    group: exempelgruppen
    status: called
    date: 2031-05-20
    items:
      - id: rapporten
        heading: Rapporten
        type: decision
        origin:
          kind: forwarded
          meeting: provgruppen-2031-02-20
          item: rapporten
          why: Taget vidare hit
      - id: rapporten-2
        heading: Rapporten igen
        type: decision
        origin:   # VIS172
          kind: forwarded
          meeting: provgruppen-2031-02-20
          item: rapporten
          why: Taget vidare hit
    ```

    ```yaml registry/meetings/exempelgruppen/2031-05-20.yaml
    id: exempelgruppen-2031-05-20
    group: exempelgruppen
    status: planned
    date: 2031-05-20
    items:
      - id: boendeavtalet
        heading: Boendeavtalet
        type: discussion
        origin:
          kind: agreement
          of: boendeavtalet
          due: 2031-06
          why: Nästa översyn är i juni 2031
    dropped:
      - heading: Boendeavtalet
        origin:   # VIS172
          kind: agreement
          of: boendeavtalet
          due: 2031-06
          why: Nästa översyn är i juni 2031
        reason: Tas upp i höst
    ```

    Right:

    ```yaml registry/meetings/exempelgruppen/2031-05-20.yaml
    id: exempelgruppen-2031-05-20
    group: exempelgruppen
    status: called
    date: 2031-05-20
    items:
      - id: opening
        heading: Inledning
        type: opening
        origin:
          kind: standing
          why: Stående punkt
      - id: rapporten
        heading: Rapporten
        type: decision
        origin:
          kind: forwarded
          meeting: provgruppen-2031-02-20
          item: rapporten
          why: Taget vidare hit
      - id: other-business
        heading: Övriga frågor
        type: other-business
        origin:
          kind: standing
          why: Stående punkt
    ```
    """
    for _, agenda in groupby(origins(registry), key=lambda found: found.meeting.id):
        seen: dict[Key, Named] = {}
        for found in agenda:
            record = found.meeting
            if found.origin.kind == "standing":
                continue
            first = seen.setdefault(key_of(found.origin), found)
            if first is found:
                continue
            dropped = found.route[0] == "dropped"
            yield Problem(
                record.key(*found.route),
                N_("this was dropped from the agenda, and stands there all the same")
                if dropped
                else N_("the agenda has another item that follows from the same thing"),
                help=N_("take the item off the agenda, or remove what is written under `dropped:`")
                if dropped
                else N_("keep one of them, with what is written in both"),
                related=((record.key(*first.route), N_("it stands here too")),),
                severity="error" if is_called(record.entity) else "warning",
            )
