"""What is due in the areas: contacts and forums that must be verified again, measures on deviations."""

import datetime as dt
from collections.abc import Iterator

from vis_cli.facts.coverage import EXPECTED, holders_on
from vis_cli.facts.days import day, months_after
from vis_cli.facts.due_values import Due, Waits
from vis_cli.facts.expected_locally import holder_name, places
from vis_cli.facts.terms import holds
from vis_cli.model.contact import Contact, Gsa, Ksa
from vis_cli.model.deviation import Deviation
from vis_cli.model.forum import Forum
from vis_cli.model.values import When
from vis_cli.registry import Record, Registry

VERIFIED_FOR = 12
"""For so many months it holds that somebody made sure of a contact or a forum. (R-KSA-2, P-24)"""


def of_contacts(registry: Registry, on: dt.date, until: dt.date) -> Iterator[Due]:
    """The contacts that were verified once and must be again."""
    for contact, function, holder in _contacts(registry, on):
        if holder.verified_on:
            again = _again(day(holder.verified_on))
            title = f"{function.upper()}: {holder_name(registry, holder)}"
            yield Due("contact", title, _answering(holder), again, contact, part=function)


def of_forums(registry: Registry, on: dt.date, until: dt.date) -> Iterator[Due]:
    """The forums that were verified once and must be again."""
    for record in _forums(registry, on):
        if record.entity.verified:
            again = _again(record.entity.verified)
            yield Due("forum", "", (record.entity.convener,) if record.entity.convener else (), again, record)


def of_deviations(registry: Registry, on: dt.date, until: dt.date) -> Iterator[Due]:
    """What was to be done about a deviation."""
    for record in registry.all(Deviation):
        for number, measure in enumerate(record.entity.measures, 1):
            if measure.due and (measure.done is None or measure.done > on) and not record.entity.closed:
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
            yield Waits("forum", record, (record.entity.convener,) if record.entity.convener else ())


def _contacts(registry: Registry, on: dt.date) -> Iterator[tuple[Record[Contact], str, Ksa | Gsa]]:
    for place in places(registry, on):
        contact = registry.get(Contact, place.area.id)
        if contact is None:
            continue
        for function in EXPECTED:
            for holder, _sure in holders_on(registry, place.area.id, function, on):
                yield contact, function, holder


def _again(verified: When) -> When:
    """By when it must be verified again: the last day on which it may still hold."""
    return day(months_after(verified, VERIFIED_FOR).latest)


def _answering(holder: Ksa | Gsa) -> tuple[str, ...]:
    """Whom to ask: the organisation that it is placed in."""
    return (holder.organisation,) if holder.organisation else ()


def _forums(registry: Registry, on: dt.date) -> Iterator[Record[Forum]]:
    for record in registry.all(Forum):
        if holds(record.entity, on) and record.entity.status not in ("discontinued", "planned"):
            yield record
