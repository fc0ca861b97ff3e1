"""What waits for whom: versions before the parties, and the parties that have not decided. (R-ADP-1, 001:19-20)"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from vis_cli.facts.agreements import has_ended
from vis_cli.facts.entry import entry
from vis_cli.facts.stage import ORDER, stage_of
from vis_cli.facts.standing import Standing
from vis_cli.facts.versions import versions
from vis_cli.model.agreement import Agreement
from vis_cli.model.values import When
from vis_cli.model.version import Version
from vis_cli.registry import Record, Registry

_FROM = ORDER.index("published")


@dataclass(frozen=True, slots=True)
class Waiting:
    """A version that waits for a party: where the party stands, and since when it is asked."""

    agreement: Record[Agreement]
    version: Record[Version]
    standing: Standing
    since: When | None
    """When it was recommended, or else published; empty where neither has a date."""


def waiting(registry: Registry, on: dt.date, agreement: str | None = None, party: str | None = None) -> list[Waiting]:
    """What is before the parties on a day and not decided by them, the longest wait first.

    Versions that a source says are in force wait for nobody: that their decisions are not recorded is a gap. Nor do
    those that enter into force on a fixed date, whatever the parties decide.
    """
    found = [item for item in _all(registry, on, agreement) if party is None or item.standing.party == party]
    return sorted(found, key=lambda item: (item.since.earliest if item.since else dt.date.max, item.agreement.id))


def _all(registry: Registry, on: dt.date, wanted: str | None) -> Iterator[Waiting]:
    for agreement in registry.all(Agreement):
        if (wanted and agreement.id != wanted) or has_ended(agreement.entity, on):
            continue
        for version in versions(registry, agreement.id):
            own = version.entity
            stage = stage_of(registry, version, on)
            rule = own.entry_into_force
            if own.stated_in_force or (rule and rule.rule == "fixed-date"):
                continue
            if stage not in ORDER or ORDER.index(stage) < _FROM:
                continue
            since = next((item.date for item in own.recommendations if item.date), None) or _published(own)
            if since and since.earliest > on:
                continue  # a decision without a date does not make it older than its recommendation
            made = entry(registry, version, on)
            for item in made.standings:
                if item.party in made.missing:
                    yield Waiting(agreement, version, item, since)


def _published(version: Version) -> When | None:
    return When.parse(version.publication.date.isoformat()) if version.publication else None
