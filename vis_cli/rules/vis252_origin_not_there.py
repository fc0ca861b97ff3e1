"""VIS252: an item's origin leads to something that is not there."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_, Word
from vis_cli.facts.origins import Named, origins
from vis_cli.model.annual_plan import AnnualPlan
from vis_cli.model.fund import Fund
from vis_cli.model.meeting import Meeting
from vis_cli.registry import Record, Registry

_KINDS = {
    "agreement": "agreement",
    "decision-point": "annual-plan",
    "question": "question",
    "activity": "activity",
    "fund": "fund",
}


@rule()
def origin_not_there(registry: Registry) -> Iterator[Problem]:
    """The origin of an item names a task, an item or a decision point that the meeting or the plan does not have.

    *En punkts ursprung anger ett uppdrag, en punkt eller en beslutspunkt som inte finns där.*

    What an item follows from is told by the meeting and the id there (003:49-56, 003:99). If that leads nowhere, the
    task or the forwarded item still waits, and stands on the next agenda again. An item that is said to be forwarded
    must have been forwarded to this body; what an agreement or a question brings must name one.

    Wrong:

    ```yaml registry/meetings/exempelgruppen/2031-05-20.yaml
    id: exempelgruppen-2031-05-20
    group: exempelgruppen
    status: planned
    date: 2031-05-20
    items:
      - id: information
        heading: Exempel
        type: information
        origin:
          kind: assignment
          meeting: exempelgruppen-2031-02-20
          item: uppdrag-2   # VIS252
          why: Uppdrag från mötet den 20 februari
    ```

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: held
    date: 2031-02-20
    items:
      - id: information
        heading: Exempel
        type: information
        assignments:
          - id: uppdrag-1
            text: Ta fram ett exempel
    ```

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: held
    date: 2031-02-20
    items:
      - id: information
        heading: Exempel
        type: information
    ```

    ```yaml registry/meetings/provgruppen/2031-05-20.yaml
    id: provgruppen-2031-05-20
    group: provgruppen
    status: planned
    date: 2031-05-20
    items:
      - id: information
        heading: Exempel
        type: information
        origin:
          kind: forwarded
          meeting: exempelgruppen-2031-02-20
          item: information   # VIS252
          why: Taget vidare hit
    ```

    Right:

    ```yaml registry/meetings/exempelgruppen/2031-05-20.yaml
    id: exempelgruppen-2031-05-20
    group: exempelgruppen
    status: planned
    date: 2031-05-20
    items:
      - id: information
        heading: Exempel
        type: information
        origin:
          kind: assignment
          meeting: exempelgruppen-2031-02-20
          item: uppdrag-1
          why: Uppdrag från mötet den 20 februari
    ```

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: held
    date: 2031-02-20
    items:
      - id: information
        heading: Exempel
        type: information
        assignments:
          - id: uppdrag-1
            text: Ta fram ett exempel
    ```
    """
    for found in origins(registry):
        if problem := _item(registry, found) or _of(registry, found):
            yield problem


def _item(registry: Registry, found: Named) -> Problem | None:
    """What is wrong with the meeting and the id there."""
    origin, group = found.origin, found.meeting.entity.group
    record = registry.get(Meeting, origin.meeting)
    if record is None or origin.item is None:
        return None
    help = N_("name the meeting and the id there that the item follows from")
    if origin.item not in _ids(record, origin.kind):
        message = N_("`{meeting}` has no {what} `{id}`")
        what = Word(N_("assignment") if origin.kind == "assignment" else N_("item"))
        return Problem(found.at("item"), message, help=help, meeting=record.id, what=what, id=origin.item)
    forwards = [forward for item in record.entity.items for forward in item.forwards if forward.item == origin.item]
    if origin.kind == "forwarded" and all(forward.to != group for forward in forwards):
        message = N_("`{meeting}` did not forward `{id}` to `{group}`")
        return Problem(found.at("item"), message, help=help, meeting=record.id, id=origin.item, group=group)
    return None


def _ids(record: Record[Meeting], kind: str) -> set[str]:
    items = record.entity.items
    if kind == "assignment":
        return {assignment.id for item in items for assignment in item.assignments}
    if kind == "forwarded":  # an item that the meeting does not have can be forwarded; VIS156 speaks of that
        return {item.id for item in items} | {forward.item for item in items for forward in item.forwards}
    dropped = {one.id for one in record.entity.dropped if one.id} if kind == "answer" else set()
    return {item.id for item in items} | dropped


def _of(registry: Registry, found: Named) -> Problem | None:
    """What is wrong with the agreement, question, activity, plan or fund."""
    origin = found.origin
    kind = _KINDS.get(origin.kind)
    if origin.of is None or kind is None:
        return None
    record = registry.find(origin.of, (kind,))
    if record is None:
        other = registry.find(origin.of, tuple(_KINDS.values()))
        if other is None:
            return None
        return Problem(
            found.at("of"),
            N_("`{id}` is of the kind {other}, but the origin says {kind}"),
            help=N_("correct `kind:`, or name what the item follows from"),
            id=origin.of,
            other=Word(other.kind),
            kind=Word(kind),
        )
    own = record.entity
    if isinstance(own, AnnualPlan) and origin.item and origin.item not in {point.id for point in own.decision_points}:
        return Problem(
            found.at("item"),
            N_("the plan `{plan}` has no decision point `{id}`"),
            help=N_("name one of its decision points"),
            plan=record.id,
            id=origin.item,
        )
    if isinstance(own, Fund) and origin.item and origin.item not in {duty.id for duty in own.duties}:
        return Problem(
            found.at("item"),
            N_("the fund `{fund}` has no reporting duty `{id}`"),
            help=N_("name one of its duties"),
            fund=record.id,
            id=origin.item,
        )
    return None
