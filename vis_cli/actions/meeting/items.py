"""What people do with an agenda by hand: add an item, give it another place, drop it with a reason."""

from vis_cli.actions.meeting.agenda import Agenda
from vis_cli.actions.meeting.compose import after_notice
from vis_cli.actions.meeting.texts import head
from vis_cli.actions.step import Step
from vis_cli.diagnostics.notice import Notice
from vis_cli.errors import N_
from vis_cli.model.item import Item
from vis_cli.model.meeting import Meeting
from vis_cli.registry import Record, Registry


def add(registry: Registry, record: Record[Meeting], item: Item, at: int | None) -> tuple[Step, Item]:
    """One more item, at an index or where one of its type belongs; with the number that it got. Raises Forbidden."""
    agenda = Agenda(registry, record.entity, record.file.text)
    id = agenda.add(item, at)
    agenda.number()
    added = next(item for item in agenda.items if item.id == id)
    return _step(registry, record, agenda, f"ny punkt: {added.heading}"), added


def reorder(registry: Registry, record: Record[Meeting], index: int, to: int) -> tuple[Step | None, Item]:
    """An item at another place, `to` its index afterwards; no step where it stands there. Raises Forbidden."""
    agenda = Agenda(registry, record.entity, record.file.text)
    if index != to:
        agenda.move(index, to)
    agenda.number()
    item = agenda.items[to]
    if agenda.text == record.file.text:
        return None, item
    return _step(registry, record, agenda, f"punkten {item.heading} flyttad"), item


def drop(registry: Registry, record: Record[Meeting], index: int, reason: str) -> tuple[Step, Item]:
    """Without an item; one that follows from something stands under `dropped` with the reason. Raises Forbidden."""
    agenda = Agenda(registry, record.entity, record.file.text)
    item = agenda.drop(index, reason)
    agenda.number()
    more: tuple[Notice, ...] = ()
    if item.text or item.papers or item.topics:
        message = N_("what was written under the item is gone too; the history of the register has it")
        more = (Notice(message, {}),)
    return _step(registry, record, agenda, f"punkten {item.heading} struken ({reason})", more), item


def _step(
    registry: Registry, record: Record[Meeting], agenda: Agenda, what: str, more: tuple[Notice, ...] = ()
) -> Step:
    message = f"Dagordning för {head(registry, record.entity)}: {what}"
    return Step({record.file.path: agenda.text}, message, (*more, *after_notice(record.entity)))
