"""Versions of an agreement and who they bind: what belongs to what, in order."""

import datetime as dt
from collections.abc import Mapping

from vis_cli.facts.terms import holds
from vis_cli.model.adoption import Adoption
from vis_cli.model.agreement import Agreement
from vis_cli.model.organisation import Organisation
from vis_cli.model.version import Version
from vis_cli.registry import Record, Registry

SIDES = ("region", "municipality")
"""Whose principals are parties; others, as another county's region, are only named in the register."""


def number(version: str) -> tuple[int, ...]:
    """The number of a version, to compare: `1.10` comes after `1.9`."""
    return tuple(int(part) for part in version.split("."))


def versions(registry: Registry, agreement: str) -> tuple[Record[Version], ...]:
    """The versions of an agreement, oldest first."""
    return registry.once(_versions).get(agreement, ())


def version_of(registry: Registry, agreement: str, name: str) -> Record[Version] | None:
    """The version of an agreement with that number."""
    return next((item for item in versions(registry, agreement) if item.entity.version == name), None)


def adoptions(registry: Registry, version: Record[Version]) -> Mapping[str, Record[Adoption]]:
    """What the parties have decided about a version, by party; who is not there has nothing recorded."""
    return registry.once(_adoptions).get((version.entity.agreement, version.entity.version), {})


def parties(registry: Registry, version: Record[Version]) -> tuple[str, ...]:
    """Those who a version is made between, without those who joined later; the region first, then by name.

    Named by the version, or else by its agreement, or else the region and all municipalities that were there when it
    was made.
    """
    agreement = registry.get(Agreement, version.entity.agreement)
    named = version.entity.parties or (agreement.entity.parties if agreement else ())
    return named or principals(registry, _made(version.entity))


def principals(registry: Registry, on: dt.date | None) -> tuple[str, ...]:
    """The region and all municipalities (*huvudmän*) of a day, the region first, then by id; without one, of now."""
    return registry.once_for(_principals, on)


def _made(version: Version) -> dt.date | None:
    """A day at which it was being made, where one is known."""
    if version.publication:
        return version.publication.date
    dates = [item.date for item in version.recommendations] + [
        version.entry_into_force.not_before if version.entry_into_force else None,
        version.stated_in_force.date if version.stated_in_force else None,
    ]
    return next((date.earliest for date in dates if date), None)


def _principals(registry: Registry, on: dt.date | None) -> tuple[str, ...]:
    found = [
        item for item in registry.all(Organisation) if item.entity.type == "principal" and item.entity.side in SIDES
    ]
    there = [item for item in found if (holds(item.entity, on) is not False if on else not item.entity.until)]
    return tuple(item.id for item in sorted(there, key=lambda item: (item.entity.side != "region", item.id)))


def _versions(registry: Registry) -> Mapping[str, tuple[Record[Version], ...]]:
    found: dict[str, list[Record[Version]]] = {}
    for record in registry.all(Version):
        found.setdefault(record.entity.agreement, []).append(record)
    return {
        agreement: tuple(sorted(records, key=lambda item: number(item.entity.version)))
        for agreement, records in found.items()
    }


def _adoptions(registry: Registry) -> Mapping[tuple[str, str], Mapping[str, Record[Adoption]]]:
    found: dict[tuple[str, str], dict[str, Record[Adoption]]] = {}
    for record in registry.all(Adoption):
        key = (record.entity.agreement, record.entity.version)
        found.setdefault(key, {})[record.entity.party] = record
    return found
