"""Agreements and each other: what belongs to what, and who answers for them on a day."""

import datetime as dt
from collections.abc import Mapping

from vis_cli.facts.terms import holds
from vis_cli.facts.versions import parties, principals, versions
from vis_cli.model.agreement import Agreement
from vis_cli.model.collaboration import Collaboration
from vis_cli.registry import Record, Registry

OWNED = frozenset({"agreement", "contract", "supplementary", "optional"})
"""The types that are expected to have a group that answers for them; a partial agreement has its parent's."""

FOLLOWED = OWNED | {"main"}
"""The types that are expected to be followed up for themselves; a partial agreement is followed up with its parent."""

BELONGING = ("supplementary", "partial", "guideline")
"""The types that cannot be read alone: they name the agreement that they belong to."""

ALONE = ("main", "agreement", "contract", "state-agreement")
"""The types that stand by themselves, and have no parent."""

ABOVE = {"supplementary": ("agreement", "contract"), "partial": ("agreement",), "guideline": ("main",)}
"""Of which types the parent of a type can be, where not of any."""


def has_ended(agreement: Agreement, on: dt.date) -> bool:
    """Whether it had certainly ended before a day."""
    return bool(agreement.ended and agreement.ended.last_day.latest < on)


def main_agreement(registry: Registry) -> Record[Agreement] | None:
    """The main agreement: the one that the collaboration names, or else the only one of that type."""
    named = [registry.get(Agreement, about.entity.main_agreement) for about in registry.all(Collaboration)]
    mains = [record for record in registry.all(Agreement) if record.entity.type == "main"]
    return next((record for record in named if record), mains[0] if len(mains) == 1 else None)


def parent(registry: Registry, agreement: Record[Agreement]) -> Record[Agreement] | None:
    """What it supplements or is a part of."""
    return registry.get(Agreement, agreement.entity.parent)


def root(registry: Registry, agreement: Record[Agreement]) -> Record[Agreement]:
    """The agreement at the top of its family: itself, where it has no parent."""
    seen = {agreement.id}
    while (above := parent(registry, agreement)) is not None and above.id not in seen:
        seen.add(above.id)
        agreement = above
    return agreement


def children(registry: Registry) -> Mapping[str, tuple[Record[Agreement], ...]]:
    """What hangs directly under each agreement, by the id of the parent."""
    found: dict[str, list[Record[Agreement]]] = {}
    for record in registry.all(Agreement):
        if record.entity.parent:
            found.setdefault(record.entity.parent, []).append(record)
    return {id: tuple(records) for id, records in found.items()}


def family(registry: Registry, agreement: Record[Agreement]) -> tuple[Record[Agreement], ...]:
    """All that belong together with it: the one at the top first, then each with what hangs under it."""
    below = children(registry)
    found: dict[str, Record[Agreement]] = {}

    def add(record: Record[Agreement]) -> None:
        if record.id not in found:
            found[record.id] = record
            for child in below.get(record.id, ()):
                add(child)

    add(root(registry, agreement))
    return tuple(found.values())


def owner(registry: Registry, agreement: Record[Agreement], on: dt.date) -> str | None:
    """The group that answers for it on a day, for certain; None where that is not known or is disputed.

    A partial agreement without owners of its own has its parent's.
    """
    above = parent(registry, agreement)
    if above is not None and not agreement.entity.owners and agreement.entity.type == "partial":
        agreement = above
    found = {ownership.group for ownership in agreement.entity.owners if holds(ownership, on)}
    return found.pop() if len(found) == 1 else None


def binds(registry: Registry, agreement: Record[Agreement]) -> tuple[str, ...]:
    """The parties of its latest version, those that joined it later last; without a version, of itself."""
    every = versions(registry, agreement.id)
    if not every:
        return agreement.entity.parties or principals(registry, None)
    joined = (item.party for item in every[-1].entity.accessions)
    return tuple(dict.fromkeys((*parties(registry, every[-1]), *joined)))
