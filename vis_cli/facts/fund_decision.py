"""Whether the allocation of a fund is decided, and where: otherwise it is a proposal wherever it is shown. (R-FUN-4)"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from vis_cli.facts.meetings import is_held
from vis_cli.model.citing import AtItem
from vis_cli.model.fund import Fund
from vis_cli.model.item import Decision, Item
from vis_cli.model.meeting import Meeting
from vis_cli.registry import Record, Registry

State = Literal["proposed", "stated", "planned", "decided", "not-there"]
"""Nobody is said to have decided it; a source states that a cost is shared so; a meeting is to decide it; one has; or
the meeting that is named has no such decision."""


@dataclass(frozen=True, slots=True)
class Decided:
    """Where it stands, and the decisions that are known of it."""

    state: State
    meeting: Record[Meeting] | None = None
    item: Item | None = None
    decisions: tuple[Decision, ...] = ()

    @property
    def is_decided(self) -> bool:
        """Whether a body has decided it."""
        return self.state == "decided"


def decided(registry: Registry, fund: Fund) -> Decided:
    """Where the allocation stands. That a cost is shared so is a fact, whoever decided it."""
    found = at(registry, fund.decided, fund.id)
    if found.state == "proposed" and fund.type == "shared-cost" and fund.portions:
        return Decided("stated")
    return found


def at(registry: Registry, cited: AtItem | None, fund: str) -> Decided:
    """What was decided at the item that is cited; without one, at the items there that are about the fund.

    A held meeting of which no items are known is believed.
    """
    meeting = registry.get(Meeting, cited.meeting) if cited else None
    if cited is None or meeting is None:
        return Decided("proposed")
    own = meeting.entity
    items = [item for item in own.items if (item.id == cited.item if cited.item else fund in item.about)]
    found = items[0] if len(items) == 1 else None
    decisions = tuple(decision for item in items for decision in item.decisions)
    if not is_held(own):
        missing = own.status == "cancelled" or (cited.item and not items)
        return Decided("not-there" if missing else "planned", meeting, found)
    if own.items and not decisions:
        return Decided("not-there", meeting, found)
    return Decided("decided", meeting, found, decisions)


def amounts(decisions: tuple[Decision, ...]) -> Iterator[int]:
    """The exact amounts that decisions settle."""
    for decision in decisions:
        yield from (item.kronor for item in decision.amounts if item.qualifier == "exact")
