"""Groups as data for programs: what stands in the file, and what is computed for a day."""

import datetime as dt
from typing import TYPE_CHECKING, Any

from vis_cli.cli.group.overview import Row

if TYPE_CHECKING:
    from vis_cli.facts.activity import Activity
    from vis_cli.facts.seats import Sitting
    from vis_cli.facts.transition import Resting
    from vis_cli.model.group import Group
    from vis_cli.registry import Record, Registry


def row(item: "Row") -> dict[str, Any]:
    """A group of the list."""
    own = item.group.entity
    return {
        "id": item.group.id,
        "name": own.name,
        "type": own.type,
        "level": own.level,
        "status": item.status,
        "status_certain": item.certain,
        "chairs": [seat(each) for each in item.chairs],
        "chairing": own.chairing,
        "alternates": own.alternates,
        "seats": len(item.seats),
        "seats_certain": sum(1 for each in item.seats if each.sure),
        "activity": activity(item.activity),
    }


def seat(item: "Sitting") -> dict[str, Any]:
    """A seat on a day."""
    own = item.seat
    return {
        "group": item.group.id,
        "role": own.role,
        "side": own.side,
        "person": own.person,
        "organisation": item.employer,
        "function": item.title,
        "subregion": own.subregion,
        "node": own.node,
        "percent": own.percent,
        "actual_percent": own.actual_percent,
        "from": str(own.since) if own.since else None,
        "until": str(own.until) if own.until else None,
        "certain": item.sure,
    }


def activity(found: "Activity") -> dict[str, Any]:
    """When it last met."""
    return {
        "last_meeting": found.last.id if found.last else None,
        "last": str(found.last.entity.date) if found.last else str(found.stated) if found.stated else None,
        "next_meeting": found.next.id if found.next else None,
        "months": found.months,
        "stale": found.stale,
    }


def portrait(registry: "Registry", record: "Record[Group]", on: dt.date, today: dt.date) -> dict[str, Any]:
    """A group in full."""
    from vis_cli.facts.activity import activity as active
    from vis_cli.facts.establishment import missing_conditions, missing_sides
    from vis_cli.facts.plain import plain
    from vis_cli.facts.seats import as_on, left_empty, sitting
    from vis_cli.facts.statuses import status_on
    from vis_cli.facts.transition import resting as rests
    from vis_cli.model.forum import Forum

    own = as_on(record.entity, on)
    status = status_on(record.entity, on, today)
    consultation = record.entity.type == "consultation"
    return plain(record) | {
        "computed": {
            "on": str(on),
            "status": status[0] if status else None,
            "status_certain": status[1] if status else True,
            "seats": [seat(item) for item in sitting(registry, on, groups=(record.id,))],
            "left_empty": [
                {"role": each.role, "side": each.side, "organisation": each.organisation, "function": each.function}
                for each in left_empty(record.entity, on)
            ],
            "missing_conditions": list(missing_conditions(own)) if consultation else [],
            "missing_sides": list(missing_sides(own)),
            "responsibilities": [resting(item) for item in rests(registry, record, on)],
            "forums": [each.id for each in registry.all(Forum) if each.entity.group == record.id],
            "activity": activity(active(registry, record, on)),
        }
    }


def resting(item: "Resting") -> dict[str, Any]:
    """A responsibility, and on whom it rests."""
    return {
        "id": item.responsibility.id,
        "state": item.state,
        "takers": [record.id for record in item.takers],
        "established": [record.id for record in item.established],
    }
