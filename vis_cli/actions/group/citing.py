"""The decision behind a change of a group: the item of a meeting, or the source that states what has been so."""

from collections.abc import Sequence

from vis_cli.actions.step import Forbidden
from vis_cli.diagnostics.notice import Notice
from vis_cli.errors import N_, Failure, Word
from vis_cli.facts.bodies import is_officials, officials, staffed_by_decision
from vis_cli.facts.meetings import is_held
from vis_cli.model.citing import AtItem
from vis_cli.model.group import Group
from vis_cli.model.meeting import Meeting
from vis_cli.registry import Record, Registry


def demand(registry: Registry, group: Record[Group], at: AtItem | None, sources: Sequence[str]) -> None:
    """Raise Failure where a change of who sits in the group needs a decision, and none is named. (000:621-622)"""
    if (at and at.item) or sources or not staffed_by_decision(group.entity):
        return
    body = officials(registry, group.id)
    raise Failure(
        N_("who sits in `{group}` is decided by {body}, and no item of it is named"),
        hint=N_("name it with --meeting and --item; or, for what a document states has been so, the --source"),
        group=group.id,
        body=body.name if body else Word(N_("the steering group of officials")),
    )


def judge(registry: Registry, group: Record[Group], at: AtItem | None, *, own: bool = False) -> tuple[Notice, ...]:
    """What to know of the decision that is cited. Raises Forbidden where it cannot be the one.

    `own` allows an item of the group itself: it constitutes itself and gives its members their roles. (000:616)
    """
    record = registry.get(Meeting, at.meeting) if at else None
    if at is None or record is None:
        return ()
    body = registry.get(Group, record.entity.group)
    if record.entity.status == "cancelled":
        raise Forbidden(N_("the meeting of {date} was cancelled"), about="meeting", date=record.entity.date)
    if (
        staffed_by_decision(group.entity)
        and body
        and not is_officials(body.entity)
        and not (own and body.id == group.id)
    ):
        raise Forbidden(
            N_("who sits in `{group}` is decided by the steering group of officials, and `{meeting}` is of `{body}`"),
            hint=N_("cite the item of the steering group of officials"),
            about="meeting",
            group=group.id,
            meeting=record.id,
            body=body.id,
        )
    return there(record, at)


def there(record: Record[Meeting], at: AtItem) -> tuple[Notice, ...]:
    """What to know of an item that is cited. Raises Forbidden where the meeting has no such item."""
    items = [item.id for item in record.entity.items]
    if at.item and at.item not in items:
        raise Forbidden(
            N_("`{meeting}` has no item `{item}`"),
            hint=N_("it has {items}") if items else "",
            about="item",
            meeting=record.id,
            item=at.item,
            items=", ".join(f"`{item}`" for item in items),
        )
    if is_held(record.entity):
        return ()
    return (Notice(N_("the meeting is not recorded as held yet"), {}),)


def cited(registry: Registry, at: AtItem | None) -> str:
    """How a message in the history names it: `Tjänstestyrgruppen 2031-02-20, punkt 5`; empty where none is cited."""
    record = registry.get(Meeting, at.meeting) if at else None
    if at is None or record is None:
        return ""
    body = registry.get(Group, record.entity.group)
    number = next((item.number for item in record.entity.items if item.id == at.item), None)
    name = f"{body.name if body else record.entity.group} {record.entity.date}"
    return f"{name}, punkt {number or at.item}" if at.item else name
