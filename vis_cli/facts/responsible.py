"""Who answers for each agreement and for its follow-up, whom else it concerns, and what it shares. (P-04, P-05)"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from vis_cli.facts.agreements import FOLLOWED, OWNED
from vis_cli.facts.beginning import live
from vis_cli.facts.follow_ups import following
from vis_cli.facts.overlap import touching
from vis_cli.facts.responsibility import Answerable, Part, answerable, parts
from vis_cli.model.agreement import Agreement
from vis_cli.model.follow_up import FollowUpReport
from vis_cli.registry import Record, Registry


@dataclass(frozen=True, slots=True)
class Responsible:
    """An agreement with those who answer for it on a day."""

    agreement: Record[Agreement]
    who: Answerable
    needs_owner: bool
    """Whether a group is expected to answer for it."""
    follower: str | None
    """The group that follows it up: the one that is named, or else the one that answers for it."""
    needs_follow_up: bool
    last: Record[FollowUpReport] | None
    """Its last follow-up by then."""
    touching: tuple[tuple[Record[Agreement], str], ...]
    """Other agreements that are for the same people, each with the target group as it names it."""


@dataclass(frozen=True, slots=True)
class Responsibility:
    """Who answers for what on a day, and what each group has to do with each agreement."""

    on: dt.date
    rows: tuple[Responsible, ...]
    matrix: Mapping[tuple[str, str], Part]
    """By (agreement, group)."""

    @property
    def ownerless(self) -> tuple[Responsible, ...]:
        """Those that should have a group that answers for them, and have none for certain."""
        return tuple(row for row in self.rows if row.needs_owner and row.who.owner is None)


def responsibility(registry: Registry, on: dt.date) -> Responsibility:
    """Who answers for each agreement on a day."""
    rows = tuple(_row(registry, record, on) for record in live(registry, on))
    there = {row.agreement.id for row in rows}
    return Responsibility(on, rows, {key: part for key, part in parts(registry, on).items() if key[0] in there})


def _row(registry: Registry, record: Record[Agreement], on: dt.date) -> Responsible:
    who, follow_up = answerable(registry, record, on), record.entity.follow_up
    return Responsible(
        record,
        who,
        record.entity.type in OWNED,
        (follow_up.responsible if follow_up else None) or who.owner,
        record.entity.type in FOLLOWED,
        following(registry, record, on).last,
        touching(registry, record),
    )
