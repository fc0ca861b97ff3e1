"""What is due in the areas: contacts and forums that must be verified again, measures on deviations."""

import datetime as dt
from collections.abc import Iterator

from vis_cli.facts.coverage import EXPECTED, holders_on
from vis_cli.facts.days import day
from vis_cli.facts.deviations import undone
from vis_cli.facts.due_values import Due, Waits
from vis_cli.facts.expected_locally import holder_name, places
from vis_cli.facts.forums import may_be_there
from vis_cli.facts.verified import again
from vis_cli.model.contact import Contact, Gsa, Ksa
from vis_cli.model.forum import Forum
from vis_cli.registry import Record, Registry


def of_contacts(registry: Registry, on: dt.date, until: dt.date) -> Iterator[Due]:
    """The contacts that were verified once and must be again."""
    for contact, function, holder in _contacts(registry, on):
        if holder.verified_on:
            title = f"{function.upper()}: {holder_name(registry, holder, address=False)}"
            yield Due("contact", title, _answering(holder), again(holder.verified_on), contact, part=function)


def of_forums(registry: Registry, on: dt.date, until: dt.date) -> Iterator[Due]:
    """The forums that were verified once and must be again."""
    for record in _forums(registry, on):
        if record.entity.verified:
            yield Due("forum", "", _convening(record), again(record.entity.verified), record)


def of_deviations(registry: Registry, on: dt.date, until: dt.date) -> Iterator[Due]:
    """What was to be done about a deviation."""
    for record, number, measure in undone(registry, on):
        if measure.due:
            owners = (measure.by,) if measure.by else ()
            yield Due("measure", measure.text, owners, day(measure.due), record, part=str(number))


def unverified(registry: Registry, on: dt.date) -> Iterator[Waits]:
    """The contacts and forums that nobody has said to have verified."""
    seen: set[tuple[str, str]] = set()
    for contact, function, holder in _contacts(registry, on):
        if holder.verified_on is None and (contact.id, function) not in seen:
            seen.add((contact.id, function))
            yield Waits("contact", contact, _answering(holder), part=function)
    for record in _forums(registry, on):
        if record.entity.verified is None:
            yield Waits("forum", record, _convening(record))


def _contacts(registry: Registry, on: dt.date) -> Iterator[tuple[Record[Contact], str, Ksa | Gsa]]:
    for place in places(registry, on):
        contact = registry.get(Contact, place.area.id)
        if contact is None:
            continue
        for function in EXPECTED:
            for holder, _sure in holders_on(registry, place.area.id, function, on):
                yield contact, function, holder


def _answering(holder: Ksa | Gsa) -> tuple[str, ...]:
    """Whom to ask: the organisation that it is placed in."""
    return (holder.organisation,) if holder.organisation else ()


def _convening(forum: Record[Forum]) -> tuple[str, ...]:
    return (forum.entity.convener,) if forum.entity.convener else ()


def _forums(registry: Registry, on: dt.date) -> Iterator[Record[Forum]]:
    return (record for record in registry.all(Forum) if may_be_there(record.entity, on))
