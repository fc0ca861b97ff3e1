"""From when an agreement has applied at all: the entry into force of its first version."""

import datetime as dt

from vis_cli.facts.entry import entry
from vis_cli.facts.versions import number, versions
from vis_cli.registry import Registry


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
