"""What became of an item that was taken on to another body: it waits, stands on an agenda, or was dealt with."""

from dataclasses import dataclass
from typing import Literal

from vis_cli.facts.awaited import comes_up_at
from vis_cli.facts.matters import Forwarded, brought
from vis_cli.facts.meetings import is_held
from vis_cli.model.item import Item
from vis_cli.model.meeting import Dropped, Meeting
from vis_cli.registry import Record, Registry


@dataclass(frozen=True, slots=True)
class Fate:
    """Where it is now, and the item of the other body that it gave rise to."""

    state: Literal["waits", "on-agenda", "dealt-with", "dropped"]
    meeting: Record[Meeting] | None = None
    """The meeting of the other body; for what waits the next one, empty where none is planned."""
    item: Item | Dropped | None = None


def fate(registry: Registry, forwarded: Forwarded) -> Fate:
    """What became of it so far, by the last meeting of the other body that it was brought to."""
    found = brought(registry).get((forwarded.forward.to, forwarded.key), ())
    if not found:
        return Fate("waits", comes_up_at(registry, forwarded.forward.to, forwarded.meeting.entity.date))
    last = found[-1]
    if isinstance(last.item, Dropped):
        return Fate("dropped", last.meeting, last.item)
    return Fate("dealt-with" if is_held(last.meeting.entity) else "on-agenda", last.meeting, last.item)
