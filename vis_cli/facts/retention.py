"""How long the register keeps the name of somebody who has left (*gallring*): as long as the collaboration has said.

Nothing is said in the sources; where vis.yaml says nothing, nothing is due. The time runs from the last day of the last
seat or contact that a person had. What the public record tells of a person has no such time.
"""

import datetime as dt
from collections.abc import Iterator

from vis_cli.facts.days import day, months_after
from vis_cli.facts.due_values import Due
from vis_cli.facts.personal import is_public_record, parts_to
from vis_cli.facts.touched import touched
from vis_cli.model.base import Term
from vis_cli.model.collaboration import Collaboration
from vis_cli.model.meeting import Meeting
from vis_cli.model.person import Person, is_forgotten
from vis_cli.model.values import When
from vis_cli.registry import Record, Reference, Registry


def of_names(registry: Registry, on: dt.date, until: dt.date) -> Iterator[Due]:
    """The names of those who left, each by the day until which it is kept."""
    for own in registry.all(Collaboration):
        if own.entity.retention_months is not None:
            owners = (own.entity.secretariat,) if own.entity.secretariat else ()
            for person in registry.all(Person):
                if kept := kept_until(registry, person):
                    yield Due("retention", "", owners, kept, person)


def kept_until(registry: Registry, person: Record[Person]) -> When | None:
    """Until when the name is kept; None where that is not said, or the person has something to do yet, or may have."""
    months = next((own.entity.retention_months for own in registry.all(Collaboration)), None)
    if months is None or is_forgotten(person.id):
        return None
    ends = [
        _end(reference)
        for reference in registry.referrers("person", person.id)
        if reference.source.id != person.id and not is_public_record(registry, reference.source)
    ]
    known = [end for end in ends if end]
    if not known or len(known) < len(ends):
        return None
    kept = months_after(max(known, key=lambda end: (end.latest, end.earliest)), months)
    busy = any(item.work != "named" for item in touched(registry, person.id, kept.latest))
    return None if busy else kept


def _end(reference: Reference) -> When | None:
    """The last day of what the reference is part of: the first that anything round it has."""
    parts = parts_to(reference)
    if isinstance(parts[0], Meeting):
        return day(parts[0].date)  # it was cancelled, or is still to come
    ends = [part.until for part in parts if isinstance(part, Term) and part.until]
    return min(ends, key=lambda end: end.latest, default=None)
