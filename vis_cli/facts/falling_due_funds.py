"""What funds bring to the agenda of a body: a report that is due, the planning of the years after. (R-FUN-5, 003:99)"""

from collections.abc import Iterator

from vis_cli.facts.falling_due import next_after
from vis_cli.facts.fund_dates import body, dues, title
from vis_cli.facts.proposal import Proposal, elsewhere, named, on, shortened
from vis_cli.model.item import ItemType, Origin
from vis_cli.model.meeting import Meeting
from vis_cli.registry import Registry


def funds(registry: Registry, meeting: Meeting) -> Iterator[Proposal]:
    """What is due before the body's next meeting and not done; once for each date."""
    until = next_after(registry, meeting)
    for item in dues(registry):
        due = item.due
        if due is None or due.earliest >= until or body(registry, item) != meeting.group:
            continue
        if item.done and item.done <= meeting.date:
            continue
        duty = item.duty.id if item.duty else None
        if elsewhere(registry, meeting, ("fund", None, duty, item.fund.id, str(due))):
            continue
        when = on(due) if due.exact else named(due)
        why = f"Ska redovisas senast {when}" if duty else f"Planeringen ska börja senast {when}"
        type: ItemType = "information" if duty else "discussion"
        origin = {"kind": "fund", "item": duty, "of": item.fund.id, "due": str(due), "why": why}
        yield Proposal(shortened(title(item)), type, Origin.model_validate(origin), due.earliest, about=(item.fund.id,))
