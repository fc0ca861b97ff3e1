"""What of the contacts nobody has made sure of for long: holders, and the plans of who does what. (004:69-70, 83)"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from vis_cli.facts.areas import areas_on
from vis_cli.facts.contact_holders import Held, contacts_on
from vis_cli.facts.days import day
from vis_cli.facts.verified import MONTHS, long_ago
from vis_cli.model.contact import Gsa
from vis_cli.model.values import When
from vis_cli.registry import Registry

What = Literal["never-verified", "verified", "plan-unknown", "plan"]


@dataclass(frozen=True, slots=True)
class Stale:
    """Something that somebody should look at."""

    held: Held
    what: What
    """Nobody has verified it; it was, too long ago; nobody knows when the area plan was updated; it was too long
    ago."""
    last: When | None
    """When it was last looked at, where that is known."""


def stale(registry: Registry, on: dt.date, months: int = MONTHS) -> tuple[Stale, ...]:
    """What of the contacts that hold on a day had not been looked at for so many months then, the oldest first."""
    found = [
        item
        for area in areas_on(registry, on)
        for role in contacts_on(registry, area, on).roles
        for held in role.held
        for item in _stale(held, on, months)
    ]
    return tuple(sorted(found, key=lambda item: (item.last.latest if item.last else dt.date.min, item.held.area.id)))


def _stale(held: Held, on: dt.date, months: int) -> Iterator[Stale]:
    holder = held.holder
    if holder.verified_on is None:
        yield Stale(held, "never-verified", None)
    elif long_ago(holder.verified_on, on, months):
        yield Stale(held, "verified", day(holder.verified_on))
    if isinstance(holder, Gsa):
        updated = holder.area_plan.updated if holder.area_plan else None
        if updated is None:
            yield Stale(held, "plan-unknown", None)
        elif long_ago(updated, on, months):
            yield Stale(held, "plan", updated)
