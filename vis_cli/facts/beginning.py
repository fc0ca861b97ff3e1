"""When an agreement is there at all: from the entry into force of its first version until it has ended."""

import datetime as dt

from vis_cli.facts.agreements import has_ended
from vis_cli.facts.alphabet import in_order
from vis_cli.facts.entry import entry
from vis_cli.facts.versions import number, versions
from vis_cli.model.agreement import Agreement
from vis_cli.registry import Record, Registry


def never_before(registry: Registry, agreement: str) -> dt.date | None:
    """A day before which the agreement certainly did not apply; None where none is known.

    Told only by a first version that has entered into force: one that waits may have decisions that nobody recorded,
    and before a 2.0 there was a 1.0.
    """
    every = versions(registry, agreement)
    if not every or number(every[0].entity.version) > (1, 0):
        return None
    known = []
    for version in every:
        entered, stated = entry(registry, version).entered, version.entity.stated_in_force
        if version is every[0] and entered is None:
            return None
        known += [date.earliest for date in (entered, stated and stated.date) if date]
    return min(known)


def live(registry: Registry, on: dt.date) -> list[Record[Agreement]]:
    """The agreements that were there on a day, as they are listed: those not ended by then, nor certainly later."""
    return in_order(
        record
        for record in registry.all(Agreement)
        if not has_ended(record.entity, on) and ((first := never_before(registry, record.id)) is None or first <= on)
    )
