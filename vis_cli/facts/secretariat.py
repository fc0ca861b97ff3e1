"""The secretariat (*VIS processledning*): how it is staffed, and what it shall answer for. (000:582-593)"""

import datetime as dt
from dataclasses import dataclass

from vis_cli.facts.stretches import most_at_once
from vis_cli.facts.terms import certain
from vis_cli.model.group import Group
from vis_cli.model.values import Side

WANTED = 2
"""Persons from each side. (000:591-592)"""

RESPONSIBILITIES = 5
"""What the guideline has it answer for: planning, follow-up, preparation, proposals, coordination. (000:582-589)"""


@dataclass(frozen=True, slots=True)
class Staffing:
    """The persons of one side."""

    known: int
    """Seats that have not ended."""
    left: dt.date | None
    """The day from which there are no more than that, where there were enough before."""


def staffing(secretariat: Group, side: Side) -> Staffing:
    """How many of a side staff the secretariat, by the seats that have no last day."""
    seats = [seat for seat in secretariat.members if seat.side == side and seat.role in ("process-leader", "member")]
    known = sum(1 for seat in seats if seat.until is None)
    ended = [seat.until.latest for seat in seats if seat.until is not None and seat.until.latest < dt.date.max]
    if known >= WANTED or not ended or most_at_once(certain(seat) for seat in seats) < WANTED:
        return Staffing(known, None)
    return Staffing(known, max(ended) + dt.timedelta(days=1))
