"""The transition as data, for programs."""

import datetime as dt
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from vis_cli.facts.establishing import Order
    from vis_cli.facts.transfer import Outgoing
    from vis_cli.facts.transition import Resting
    from vis_cli.model.group import Group
    from vis_cli.registry import Record, Registry


def every(registry: "Registry", on: dt.date) -> dict[str, Any]:
    """All old groups, and the order of the new ones."""
    from vis_cli.facts.establishing import order
    from vis_cli.facts.transfer import outgoing

    found = outgoing(registry, on)
    return {"on": on.isoformat(), "groups": [_outgoing(old) for old in found], **_order(order(registry, on))}


def of_group(registry: "Registry", group: "Record[Group]", on: dt.date) -> dict[str, Any]:
    """One group: what it leaves and what it takes over."""
    from vis_cli.facts.establishing import order
    from vis_cli.facts.transfer import incoming, outgoing

    own = next((old for old in outgoing(registry, on) if old.group.id == group.id), None)
    return {
        "on": on.isoformat(),
        "group": group.id,
        "leaves": _outgoing(own) if own else None,
        "takes_over": [
            {"from": old.group.id, "responsibilities": [_resting(one) for one in rests]}
            for old, rests in incoming(registry, group.id, on)
        ],
        **_order(order(registry, on)),
    }


def _outgoing(old: "Outgoing") -> dict[str, Any]:
    return {
        "group": old.group.id,
        "status": old.group.entity.status,
        "continued_by": [record.id for record in old.successors],
        "responsibilities": [_resting(one) for one in old.responsibilities],
        "responsibilities_known": bool(old.responsibilities),
        "agreements": [record.id for record in old.agreements],
        "agreements_perhaps": [record.id for record in old.perhaps],
        "can_be_discontinued": old.can_end,
    }


def _resting(rests: "Resting") -> dict[str, Any]:
    return {
        "id": rests.responsibility.id,
        "text": rests.responsibility.text,
        "state": rests.state,
        "takers": [record.id for record in rests.takers],
        "established": [record.id for record in rests.established],
        "handed_over": [
            {
                "to": entry.to,
                "on": str(entry.on) if entry.on else None,
                "meeting": entry.at.meeting if entry.at else None,
            }
            for entry in rests.handed
        ],
        "assumed": rests.responsibility.assumed,
    }


def _order(found: "Order") -> dict[str, Any]:
    return {
        "order": [
            {
                "group": one.group.id,
                "dependencies": one.count,
                "exact": not found.bounded,
                "old_groups": [record.id for record in one.old],
                "responsibilities": [rests.responsibility.id for rests in one.responsibilities],
                "agreements": [record.id for record in one.agreements],
                "shared": [rests.responsibility.id for rests in one.shared],
                "after": list(one.after),
            }
            for one in found.groups
        ],
        "circles": [list(circle) for circle in found.circles],
        "unassigned": [rests.responsibility.id for rests in found.unassigned],
        "responsibilities_not_known": [record.id for record in found.unknown],
    }
