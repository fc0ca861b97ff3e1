"""The groups in a table: status, chair, seats, last meeting."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vis_cli.cli.language import _
from vis_cli.errors import N_

if TYPE_CHECKING:
    from vis_cli.facts.activity import Activity
    from vis_cli.facts.seats import Sitting
    from vis_cli.model.group import Group, GroupStatus
    from vis_cli.registry import Record, Registry


@dataclass(frozen=True, slots=True)
class Row:
    """A group on a day."""

    group: "Record[Group]"
    status: "GroupStatus | None"
    certain: bool
    """Whether the status on that day is certain."""
    seats: "tuple[Sitting, ...]"
    activity: "Activity"

    @property
    def chairs(self) -> "tuple[Sitting, ...]":
        """The seats of those who chair it."""
        return tuple(item for item in self.seats if item.seat.role == "chair")


def rows(registry: "Registry", on: dt.date, today: dt.date, months: int) -> "list[Row]":
    """Every group that had a status by the day: those at work first, by type and name."""
    from vis_cli.documents.swedish import sort_key
    from vis_cli.facts.activity import activity
    from vis_cli.facts.seats import sitting
    from vis_cli.facts.statuses import status_on
    from vis_cli.model.group import Group

    found = []
    for record in registry.all(Group):
        reached = status_on(record.entity, on, today)
        status, certain = reached or (None, True)
        seats = sitting(registry, on, groups=(record.id,))
        found.append(Row(record, status, certain, seats, activity(registry, record, on, months)))
    return sorted(found, key=lambda row: (row.status == "discontinued", _rank(row), sort_key(row.group.name)))


def _rank(row: "Row") -> int:
    from vis_cli.cli.group.interview import choices

    return choices("type").index(row.group.entity.type)


def lines(registry: "Registry", found: "Sequence[Row]") -> str:
    """The table."""
    from vis_cli.cli.table import table

    if not found:
        return ""
    columns = [N_("group"), N_("type"), N_("status"), N_("chair"), N_("seats"), N_("last met")]
    return table([_(name) for name in columns], [_cells(registry, row) for row in found], wrap=True)


def _cells(registry: "Registry", row: "Row") -> list[str]:
    status = _(row.status) if row.status else _(N_("not there yet"))
    return [
        row.group.entity.short_name or row.group.name,
        _(row.group.entity.type),
        status if row.certain else f"{status}?",
        chair(registry, row),
        _seats(row),
        last(row.activity),
    ]


def chair(registry: "Registry", row: "Row") -> str:
    """Who chairs it, or how that is decided; a dash where neither is known."""
    from vis_cli.cli.group import words

    named = [words.holder(registry, item.seat) + ("" if item.sure else "?") for item in row.chairs]
    if named:
        return " / ".join(named)
    own = row.group.entity
    return own.chairing or (_(N_("alternates")) if own.alternates else "–")


def _seats(row: "Row") -> str:
    if not row.group.entity.members:
        return "–"
    sure = sum(1 for item in row.seats if item.sure)
    return str(sure) if sure == len(row.seats) else f"{sure}–{len(row.seats)}"


def last(activity: "Activity") -> str:
    """`2031-02-20`, or what a source says of it; with a mark where that is long ago."""
    from vis_cli.cli.dates import in_words

    if activity.last:
        text = str(activity.last.entity.date)
    elif activity.stated:
        text = in_words(activity.stated)
    else:
        return _(N_("not known"))
    long_ago = _(N_("long ago"))
    return f"{text} ({long_ago})" if activity.stale else text
